public import CanonicalJSON

/// One text in each of several languages. A language that is missing stays missing: nothing falls back silently.
public struct LocalizedText: Hashable, Sendable {
  private var texts: [Language: String]

  /// Blank texts count as missing.
  public init(_ texts: [Language: String] = [:]) {
    self.texts = texts.filter { $0.value.contains { !$0.isWhitespace } }
  }

  public subscript(language: Language) -> String? { texts[language] }

  /// The same with one language's text replaced; a blank text removes it.
  public func replacing(_ language: Language, with text: String) -> LocalizedText {
    LocalizedText(texts.merging([language: text]) { _, new in new })
  }

  /// The same with each text of another one in place of its own.
  public func replacing(with other: LocalizedText) -> LocalizedText {
    LocalizedText(texts.merging(other.texts) { _, new in new })
  }

  public var isEmpty: Bool { texts.isEmpty }

  /// The languages in which there is a text, in the order of `Language`.
  public var languages: [Language] { texts.keys.sorted() }

  /// The text for lists that organisers read, in the first language that has one; never for publication.
  public var anyText: String { languages.first.flatMap { texts[$0] } ?? "" }

  /// The text in the first of some languages that has one, otherwise as `anyText`; never for publication.
  public func text(preferring languages: [Language]) -> String {
    languages.lazy.compactMap { texts[$0] }.first ?? anyText
  }

  /// The text in a language if it has one, otherwise as `anyText`; never for publication.
  public func text(preferring language: Language?) -> String { language.flatMap { texts[$0] } ?? anyText }

  /// The form kept in the database: {"en": …, "fr": …}.
  public var json: JSON {
    .object(languages.compactMap { language in texts[language].map { JSON.Member(language.code, .string($0)) } })
  }

  /// Reads the form kept in the database; keys that are no language of ours are passed over.
  public init(json: JSON) {
    self.init(
      Dictionary(
        (json.members ?? []).compactMap { member in
          guard let language = Language(rawValue: member.key), let text = member.value.text else { return nil }
          return (language, text)
        }, uniquingKeysWith: { _, last in last }))
  }
}
