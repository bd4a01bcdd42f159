public import Vocabulary

/// Languages as people write them in one cell: "en fr", "French and English".
public struct WrittenLanguages: Equatable, Sendable {
  /// Each once, in the order of the cell.
  public let languages: [Language]

  /// The languages in which events publish, and the codes and words for all others.
  public static func read(_ text: String) -> (languages: [Language], others: [String]) {
    let (codes, unknown) = LanguageList.read(text)
    let languages = codes.compactMap { Language(rawValue: $0) }
    return (languages, codes.filter { Language(rawValue: $0) == nil } + unknown)
  }

  public init(_ text: String) throws(WrittenLanguagesError) {
    do {
      languages = try LanguageList.codes(in: text).split(separator: " ").compactMap { Language(rawValue: String($0)) }
    } catch {
      throw WrittenLanguagesError(message: error.message)
    }
  }
}

/// Why a cell does not name languages.
public struct WrittenLanguagesError: ExplainedError, Equatable {
  let message: String

  public var explanation: Explanation { Explanation(.badData, code: "unknown-language", message) }
}
