import Digests
public import Vocabulary

/// A secret by which the program knows who acts, such as "djt_k3w9x0c2mf_…": shown once, kept by its hash only.
public struct AccessToken: Equatable, Sendable, CustomStringConvertible {
  /// The part by which people speak of the token; it opens nothing.
  public let prefix: String
  private let secret: String

  private static let mark = "djt"
  private static let prefixLetters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
  private static let secretLetters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
  private static let prefixLength = 10
  /// About 2^256 secrets.
  private static let secretLength = 43

  /// A new token that nobody can guess.
  static func random() -> AccessToken {
    // The system's generator is made for secrets.
    var generator = SystemRandomNumberGenerator()
    func word(_ length: Int, of letters: [Character]) -> String {
      String((0..<length).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
    }
    return AccessToken(
      prefix: word(prefixLength, of: prefixLetters), secret: word(secretLength, of: secretLetters))
  }

  private init(prefix: String, secret: String) {
    self.prefix = prefix
    self.secret = secret
  }

  /// Reads a token with or without white space around it; nil for what is none.
  public init?(_ text: String) {
    let parts = text.split(whereSeparator: \.isWhitespace).first.map { $0.split(separator: "_") } ?? []
    guard parts.count == 3, parts[0] == Self.mark, text.split(whereSeparator: \.isWhitespace).count == 1,
      parts[1].count == Self.prefixLength, parts[1].allSatisfy(Self.prefixLetters.contains),
      parts[2].count == Self.secretLength, parts[2].allSatisfy(Self.secretLetters.contains)
    else { return nil }
    self.init(prefix: String(parts[1]), secret: String(parts[2]))
  }

  /// The whole secret, for its holder.
  public var description: String { "\(Self.mark)_\(prefix)_\(secret)" }

  /// What is kept of the token. It is made here, so that the secret never reaches the server or its log.
  var hash: [UInt8] { SHA256Digest(of: description).bytes }
}

/// How much a token opens of what its holder may do.
public enum TokenScope: String, CaseIterable, Sendable {
  case full
  /// Looking without changing anything.
  case read
}

extension Kinds {
  public enum Token {}
}

public typealias TokenID = ID<Kinds.Token>
