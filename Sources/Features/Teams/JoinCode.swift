import Digests

/// A code by which participants join a team, such as "K7QM-2DXF".
public struct JoinCode: Equatable, Sendable, CustomStringConvertible {
  /// Eight letters and digits, none of which is easily taken for another.
  private let letters: String

  /// Letters and digits without I, L, O, U, 0 and 1: thirty to the power of eight codes, about 2^39.
  static let alphabet = Array("ABCDEFGHJKMNPQRSTVWXYZ23456789")
  private static let length = 8

  /// A new code that nobody can guess.
  static func random() -> JoinCode {
    // The system's generator is made for secrets.
    var generator = SystemRandomNumberGenerator()
    return JoinCode(
      letters: String((0..<length).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }))
  }

  private init(letters: String) { self.letters = letters }

  /// Reads a code as people type it, in any case and with or without marks between the letters; nil for what is none.
  public init?(_ text: String) {
    let letters = text.uppercased().filter { !$0.isWhitespace && $0 != "-" }
    guard letters.count == Self.length, letters.allSatisfy(Self.alphabet.contains) else { return nil }
    self.letters = letters
  }

  public var description: String { "\(letters.prefix(4))-\(letters.suffix(4))" }

  /// What is kept of the code.
  var hash: [UInt8] { SHA256Digest(of: letters).bytes }
}
