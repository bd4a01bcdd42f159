public import Vocabulary

/// A text of the agenda that exists in some language and is missing in another one.
///
/// Nothing falls back: an agenda with a gap is not given out in that language.
public struct AgendaGap: Equatable, Sendable {
  public enum Field: Equatable, Sendable {
    case title
    case objective
    /// What a speaker is, by the position among the speakers, counted from 1.
    case role(speaker: Int)
    case secondRole(speaker: Int)
  }

  /// The session's key.
  public let session: String
  public let field: Field
  public let language: Language

  public init(session: String, field: Field, language: Language) {
    self.session = session
    self.field = field
    self.language = language
  }

  /// A stable word for programs.
  public var code: String {
    switch field {
    case .title: "no-title"
    case .objective: "no-objective"
    case .role, .secondRole: "no-role"
    }
  }

  public var sentence: String {
    let code = language.code
    return switch field {
    case .title: "Session \(quoted(session)) has no title in \(code)."
    case .objective: "Session \(quoted(session)) has no objective in \(code)."
    case .role(let speaker): "Speaker \(speaker) of session \(quoted(session)) has no role in \(code)."
    case .secondRole(let speaker): "Speaker \(speaker) of session \(quoted(session)) has no second role in \(code)."
    }
  }

  /// The step that fills it.
  public var nextStep: NextStep {
    let code = language.code
    return switch field {
    case .title: "agenda set \(session) --title-\(code) TEXT"
    case .objective: "agenda set \(session) --objective-\(code) TEXT"
    case .role(let speaker): "agenda speaker set \(session) \(speaker) --role-\(code) TEXT"
    case .secondRole(let speaker): "agenda speaker set \(session) \(speaker) --role-2-\(code) TEXT"
    }
  }
}

extension PublishedSession {
  /// What is missing in a language; a cancelled session needs no texts.
  public func gaps(in language: Language) -> [AgendaGap] {
    guard !isCancelled else { return [] }
    var fields: [AgendaGap.Field] = []
    func require(_ text: LocalizedText, _ field: AgendaGap.Field) {
      if !text.isEmpty, text[language] == nil { fields.append(field) }
    }
    require(title, .title)
    require(objective, .objective)
    for (index, speaker) in speakers.enumerated() {
      for affiliation in speaker.affiliations {
        require(
          affiliation.role, affiliation.isSecond ? .secondRole(speaker: index + 1) : .role(speaker: index + 1))
      }
    }
    return fields.map { AgendaGap(session: key, field: $0, language: language) }
  }
}

extension PublishedAgenda {
  /// What keeps it from being given out in a language.
  public func gaps(in language: Language) -> [AgendaGap] { sessions.flatMap { $0.gaps(in: language) } }
}
