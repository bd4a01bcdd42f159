import Digests

/// A code that a judge exchanges for a token, once, such as "K7QM-2DXF-9RBC-HW4T".
public struct InvitationCode: Equatable, Sendable, CustomStringConvertible {
  private let letters: String

  /// Letters and digits without I, L, O, U, 0 and 1: thirty to the power of sixteen codes, about 2^78.
  private static let alphabet = Array("ABCDEFGHJKMNPQRSTVWXYZ23456789")
  private static let length = 16

  /// A new code that nobody can guess.
  static func random() -> InvitationCode {
    // The system's generator is made for secrets.
    var generator = SystemRandomNumberGenerator()
    return InvitationCode(
      letters: String((0..<length).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }))
  }

  private init(letters: String) { self.letters = letters }

  /// Reads a code as people type it, in any case and with or without marks between the letters; nil for what is none.
  public init?(_ text: String) {
    let letters = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
    guard letters.count == Self.length, letters.allSatisfy(Self.alphabet.contains) else { return nil }
    self.letters = letters
  }

  public var description: String {
    var rest = Substring(letters)
    var groups: [Substring] = []
    while !rest.isEmpty {
      groups.append(rest.prefix(4))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: "-")
  }

  /// What is kept of the code.
  var hash: [UInt8] { SHA256Digest(of: letters).bytes }
}
