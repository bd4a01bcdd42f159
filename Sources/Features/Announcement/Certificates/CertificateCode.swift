import Digests

/// A code that nobody can guess, and that is the same whenever its certificate is written again.
struct CertificateCode: Hashable {
  /// Sixteen characters in groups of four, such as "K7QM-2DXF-09AB-CDEF".
  let text: String

  /// Crockford's base 32, without letters that are taken for digits or for each other.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let length = 16

  /// Derives the code of what a certificate says: the first 80 bits of a keyed hash.
  init(of subject: String, by secret: [UInt8]) {
    // Twice, as HMAC does (RFC 2104), so that nothing can be appended to what is hashed.
    let inner = SHA256Digest(of: secret + Array(subject.utf8)).bytes
    let bytes = SHA256Digest(of: secret + inner).bytes
    var (bits, count, characters) = (0, 0, [Character]())
    for byte in bytes where characters.count < Self.length {
      bits = bits << 8 | Int(byte)
      count += 8
      while count >= 5, characters.count < Self.length {
        count -= 5
        characters.append(Self.alphabet[bits >> count & 31])
      }
      bits &= (1 << count) - 1
    }
    self.init(characters)
  }

  /// Reads a code as somebody copied it from paper; nil for what is none.
  init?(reading text: String) {
    let characters = text.uppercased().filter { !"- ".contains($0) }.map { character -> Character in
      switch character {
      case "O": "0"
      case "I", "L": "1"
      default: character
      }
    }
    guard characters.count == Self.length, characters.allSatisfy(Self.alphabet.contains) else { return nil }
    self.init(characters)
  }

  private init(_ characters: [Character]) {
    text = stride(from: 0, to: characters.count, by: 4)
      .map { String(characters[$0..<min($0 + 4, characters.count)]) }.joined(separator: "-")
  }

  /// What is kept of it.
  var hash: [UInt8] { SHA256Digest(of: text).bytes }
}
