import Digests

/// Whose sheet it is, and by which rubric.
public struct SheetOrigin: Hashable, Sendable {
  public let event: String
  public let round: String
  public let judge: String
  /// With its version, such as "main-2".
  public let rubric: String

  public init(event: String, round: String, judge: String, rubric: String) {
    self.event = event
    self.round = round
    self.judge = judge
    self.rubric = rubric
  }

  /// A short code that shows when lines of different sheets were mixed up; it keeps nothing secret.
  ///
  /// Six letters and digits of the SHA-256 of all that it stands for, without I, L, O and U (Crockford's base 32).
  func code(_ parts: String...) -> String {
    let digest = SHA256Digest(of: ([event, round, judge, rubric] + parts).joined(separator: "\n"))
    let number = digest.bytes.prefix(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let letters = (0..<6).map { Self.alphabet[Int(number >> (5 * $0) & 31)] }
    return String(letters[..<4]) + "-" + String(letters[4...])
  }

  /// The code of one team's part.
  func code(of team: String, revision: Int) -> String { code(team, String(revision)) }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
}
