public import CSV
import ScoreTables

/// What there is an empty file for, with the columns that its import reads.
public enum TemplateNoun: String, CaseIterable, Sendable {
  case participants, teams, tracks, submissions, organisations, mentors, hours, bookings, judges, conflicts, rubric
  case assignments, scores, ranks, prizes, votes, rooms, sessions, speakers

  /// The columns, in the order in which people fill them in.
  public var columns: [String] {
    switch self {
    case .participants: ExportNoun.participant.filledIn
    case .teams: ExportNoun.team.filledIn
    case .submissions: ExportNoun.submission.filledIn
    case .organisations: ExportNoun.organisation.filledIn
    case .tracks: TrackImporter.filledIn
    case .mentors: MentorImporter.filledIn
    case .hours: MentorHoursImporter.filledIn
    case .bookings: MentorBookingImporter.filledIn
    case .judges: JudgeImporter.filledIn
    case .conflicts: ConflictImporter.filledIn
    case .rubric: RubricImporter.filledIn
    case .assignments: AssignmentImporter.filledIn
    case .scores: ScoreTableShape.longColumns
    case .ranks: RankImporter.filledIn
    case .prizes: PrizeImporter.filledIn
    case .votes: VoteImporter.filledIn
    case .rooms: RoomImporter.filledIn
    case .sessions: ExportNoun.session.filledIn
    case .speakers: ExportNoun.speaker.filledIn
    }
  }

  /// The file: a header, and an example where it is asked for.
  public func file(as format: CSVFormat, withExample: Bool = false) throws -> [UInt8] {
    try CSVWriter.bytes(of: [columns] + (withExample ? [example] : []), as: format)
  }
}

extension ExportNoun {
  /// What people fill in; how another system wrote a time is only kept.
  fileprivate var filledIn: [String] { columns.filter { !$0.hasSuffix("_as_written") } }
}

extension Importer {
  /// What people fill in: a name in one column, and times of answers by the form alone.
  fileprivate static var filledIn: [String] {
    let ofForms: Set = ["given_name", "family_name", ImportColumn.answeredAt.name, "time_zone"]
    return columns.map(\.name).filter { !ofForms.contains($0) }
  }
}
