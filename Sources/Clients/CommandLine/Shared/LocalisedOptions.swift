import ArgumentParser
import Vocabulary

/// One text in each language, as the options --NAME-en, --NAME-fr and --NAME-es.
struct LocalisedOptions<Field: LocalisedField>: ParsableArguments {
  @Option(name: .customLong("\(Field.name)-en"), help: ArgumentHelp(Field.help + ", in English.", valueName: "text"))
  var english: String?

  @Option(name: .customLong("\(Field.name)-fr"), help: ArgumentHelp(Field.help + ", in French.", valueName: "text"))
  var french: String?

  @Option(name: .customLong("\(Field.name)-es"), help: ArgumentHelp(Field.help + ", in Spanish.", valueName: "text"))
  var spanish: String?

  /// The text with what was given in place of what was there.
  func replacing(in text: LocalizedText) -> LocalizedText {
    let given: [(Language, String?)] = [(.english, english), (.french, french), (.spanish, spanish)]
    return given.reduce(text) { text, given in
      given.1.map { text.replacing(given.0, with: $0) } ?? text
    }
  }
}

/// A text that options can name.
protocol LocalisedField {
  static var name: String { get }
  static var help: String { get }
}

enum NameField: LocalisedField {
  static let name = "name"
  static let help = "The name"
}

enum ThemeField: LocalisedField {
  static let name = "theme"
  static let help = "The theme of the event in a few words"
}

enum AcronymField: LocalisedField {
  static let name = "acronym"
  static let help = "The acronym"
}

enum PurposeField: LocalisedField {
  static let name = "purpose"
  static let help = "The purpose, as the end of the sentence \"… brought together 75 people\""
}

enum NoticeField: LocalisedField {
  static let name = "notice"
  static let help = "A line at the end of published texts"
}

enum CityField: LocalisedField {
  static let name = "city"
  static let help = "The team's city"
}

enum AboutField: LocalisedField {
  static let name = "about"
  static let help = "A sentence about the team for the announcement"
}

enum TitleField: LocalisedField {
  static let name = "title"
  static let help = "The project's title"
}

enum SummaryField: LocalisedField {
  static let name = "summary"
  static let help = "A summary of the project for the announcement"
}

enum LabelField: LocalisedField {
  static let name = "label"
  static let help = "The prize in words"
}

enum AddressField: LocalisedField {
  static let name = "url"
  static let help = "The address of the announcement"
}

enum CorrectionField: LocalisedField {
  static let name = "text"
  static let help = "The correction"
}
