import Mustache
import Vocabulary

/// The layouts of every form, compiled once: those that ship with the program, or an organiser's in their place.
public struct AnnouncementTemplates: Sendable {
  /// One layout: the file that an organiser may replace, and how its values are made harmless.
  enum Name: String, CaseIterable {
    case markdown = "announcement.md.mustache"
    case page = "announcement.html.mustache"
    case text = "announcement.txt.mustache"
    case deck = "deck.html.mustache"
    case card = "card.svg.mustache"
    case feed = "announcement.atom.mustache"
    case certificate = "certificate.html.mustache"
    case englishLetter = "letter.en.txt.mustache"
    case frenchLetter = "letter.fr.txt.mustache"
    case spanishLetter = "letter.es.txt.mustache"

    static func letter(in language: Language) -> Name {
      switch language {
      case .english: .englishLetter
      case .french: .frenchLetter
      case .spanish: .spanishLetter
      }
    }

    fileprivate var rules: EscapingRules {
      switch self {
      case .markdown: .markdown
      case .page, .deck, .card, .feed, .certificate: .markup
      case .text, .englishLetter, .frenchLetter, .spanishLetter: .plain
      }
    }

    fileprivate var bytes: [UInt8] {
      switch self {
      case .markdown: PackageResources.announcement_md_mustache
      case .page: PackageResources.announcement_html_mustache
      case .text: PackageResources.announcement_txt_mustache
      case .deck: PackageResources.deck_html_mustache
      case .card: PackageResources.card_svg_mustache
      case .feed: PackageResources.announcement_atom_mustache
      case .certificate: PackageResources.certificate_html_mustache
      case .englishLetter: PackageResources.letter_en_txt_mustache
      case .frenchLetter: PackageResources.letter_fr_txt_mustache
      case .spanishLetter: PackageResources.letter_es_txt_mustache
      }
    }
  }

  /// The files as they ship, by name, for an organiser to change.
  public static let files: [(name: String, text: String)] = Name.allCases.map {
    ($0.rawValue, String(decoding: $0.bytes, as: UTF8.self))
  }

  private struct Layout {
    let template: MustacheTemplate
    let sections: [String: TemplateTags.Section]
  }

  private let layouts: [Name: Layout]

  /// - Parameter replaced: Texts by the name of the file that each takes the place of.
  /// - Throws: `TemplateError` naming the file, the line and the column.
  public init(replacing replaced: [String: String] = [:]) throws(TemplateError) {
    EscapingRules.register
    for name in replaced.keys.sorted() where Name(rawValue: name) == nil {
      throw TemplateError(file: name, fault: .unknownFile(Self.files.map(\.name)))
    }
    var layouts: [Name: Layout] = [:]
    for name in Name.allCases {
      let text = replaced[name.rawValue] ?? String(decoding: name.bytes, as: UTF8.self)
      if replaced[name.rawValue] != nil { try TemplateTags.check(text, of: name.rawValue) }
      layouts[name] = Layout(template: try Self.compiled(text, name), sections: TemplateTags.sections(in: text))
    }
    self.layouts = layouts
  }

  /// - Parameter embargo: The line that the text has to show; nil from the hour on.
  /// - Throws: `TemplateError` when the text does not show it, or becomes too long.
  func render(_ name: Name, _ values: Any, embargo: String?) throws(TemplateError) -> String {
    guard let layout = layouts[name] else { return "" }
    let allowance = RenderingAllowance(for: layout.sections)
    let text = layout.template.render(AllowedValue(values, allowance))
    if let culprit = allowance.culprit {
      throw TemplateError(file: name.rawValue, line: culprit.line, column: culprit.column, fault: .tooMuch)
    }
    if let embargo, !EmbargoMark.isSeen(embargo, in: text, by: name.rules) {
      throw TemplateError(file: name.rawValue, fault: .unmarked)
    }
    return text
  }

  /// The rules of escaping belong to the form: no template chooses them.
  private static func compiled(_ text: String, _ name: Name) throws(TemplateError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: "{{% CONTENT_TYPE:\(name.rules.rawValue)}}\n" + text)
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateError(
        file: name.rawValue, line: error.context.lineNumber - 1, column: error.context.columnNumber,
        fault: .unreadable(words(for: error.error)))
    } catch {
      throw TemplateError(file: name.rawValue, fault: .unreadable("it cannot be read"))
    }
  }

  private static func words(for error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "this section is closed by another name than it was opened"
    case .expectedSectionEnd: "a section is opened and never closed"
    case .invalidConfigVariableSyntax, .unrecognisedConfigVariable: "this setting is not known"
    default: "this tag cannot be read"
    }
  }
}
