import Vocabulary

/// A field and the names under which its column stands in files.
struct FieldNames {
  let field: DraftField
  /// Our own names; `--map` takes these.
  let own: [String]
  /// What people call it in spreadsheets.
  let others: [String]

  init(_ field: DraftField, _ others: [String] = [], own: [String] = []) {
    self.field = field
    self.own = [field.column] + own.filter { $0 != field.column }
    self.others = others
  }

  var all: [String] { own + others }
}

/// A text that may stand in each language: NAME_en, NAME_fr, NAME_es, and NAME alone in the event's language.
struct LocalisedFieldNames {
  let name: String
  let fields: [Language: DraftField]
  let others: [String]

  func names(in eventLanguage: Language) -> [FieldNames] {
    Language.allCases.compactMap { language in
      guard let field = fields[language] else { return nil }
      return language == eventLanguage ? FieldNames(field, others, own: [name]) : FieldNames(field)
    }
  }

  static let city: [Language: DraftField] = [.english: .cityEn, .french: .cityFr, .spanish: .cityEs]
  static let about: [Language: DraftField] = [.english: .aboutEn, .french: .aboutFr, .spanish: .aboutEs]
  static let title: [Language: DraftField] = [.english: .titleEn, .french: .titleFr, .spanish: .titleEs]
  static let summary: [Language: DraftField] = [.english: .summaryEn, .french: .summaryFr, .spanish: .summaryEs]
  static let name: [Language: DraftField] = [.english: .nameEn, .french: .nameFr, .spanish: .nameEs]
  static let acronym: [Language: DraftField] = [.english: .acronymEn, .french: .acronymFr, .spanish: .acronymEs]
}
