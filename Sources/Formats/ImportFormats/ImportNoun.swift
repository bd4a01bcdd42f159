/// What the rows of a file stand for.
public enum ImportNoun: String, CaseIterable, Sendable {
  case organisation
  case team
  case participant
  case submission
}

extension ImportNoun {
  /// The noun as a sentence has it, such as "an organisation".
  var withArticle: String { self == .organisation ? "an \(rawValue)" : "a \(rawValue)" }
}

extension ImportProfile {
  /// What the rows of such a file can stand for, the usual first.
  var nouns: [ImportNoun] {
    switch self {
    case .generic, .googleForms: ImportNoun.allCases
    case .devpost: [.submission, .team]
    case .devpostRegistrants, .eventbrite: [.participant]
    }
  }
}
