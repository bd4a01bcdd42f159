/// A language in which texts for people are kept and published.
public enum Language: String, CaseIterable, Comparable, Sendable {
  case english = "en"
  case french = "fr"
  case spanish = "es"

  /// The language's ISO 639-1 code.
  public var code: String { rawValue }

  /// The regional form whose rules of writing are followed (BCP 47).
  public var tag: String {
    switch self {
    case .english: "en-CA"
    case .french: "fr-CA"
    case .spanish: "es-419"
    }
  }

  public static func < (one: Language, other: Language) -> Bool { one.position < other.position }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// - Throws: `LanguageError` for a code that is none of ours.
  public init(code: String) throws(LanguageError) {
    guard let language = Language(rawValue: code) else { throw LanguageError(code: code) }
    self = language
  }
}

/// A language code that is none of ours.
public struct LanguageError: ExplainedError, Equatable {
  public let code: String

  public var explanation: Explanation {
    Explanation(
      .badData, code: "unknown-language", "\(quoted(code)) is no language that this program writes.",
      hint: "Choose among \(Language.allCases.map(\.code).joined(separator: ", ")).")
  }
}
