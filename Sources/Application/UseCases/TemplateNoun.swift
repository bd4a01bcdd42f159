public import CSV
import ScoreTables

/// What there is an empty file for, with the columns that its import reads.
public enum TemplateNoun: String, CaseIterable, Sendable {
  case participants, teams, submissions, organisations, judges, rubric, assignments, scores, prizes, sessions, speakers

  /// The columns, in the order in which people fill them in.
  public var columns: [String] {
    switch self {
    case .participants: ExportNoun.participant.filledIn
    case .teams: ExportNoun.team.filledIn
    case .submissions: ExportNoun.submission.filledIn
    case .organisations: ExportNoun.organisation.filledIn
    case .judges: JudgeImporter.columns
    case .rubric: RubricImporter.columns
    case .assignments: AssignmentImporter.columns
    case .scores: ScoreTableShape.longColumns
    case .prizes: PrizeImporter.columns
    case .sessions: ExportNoun.session.filledIn
    case .speakers: ExportNoun.speaker.filledIn
    }
  }

  /// The file: a header and nothing else.
  public func file(as format: CSVFormat) throws -> [UInt8] { try CSVWriter.bytes(of: [columns], as: format) }
}

extension ExportNoun {
  /// What people fill in; how another system wrote a time is only kept.
  fileprivate var filledIn: [String] { columns.filter { !$0.hasSuffix("_as_written") } }
}

extension Importer {
  /// Every column that is read.
  static var columns: [String] { requiredColumns + optionalColumns }
}
