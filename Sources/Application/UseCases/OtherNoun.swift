import CSV
import ImportFormats
import ScoreTables
import Vocabulary

/// What a table is about that another command reads than the one for people, teams and projects.
enum OtherNoun: String, CaseIterable {
  case assignments, scores, bookings, conflicts, votes, ranks, prizes, rubric, sessions, speakers, hours, judges,
    mentors
  case tracks, rooms

  /// What most columns of a header are those of; nil where they are those of people, teams or projects.
  /// - Parameter known: How many columns these would read; nil where it cannot be told what a row is.
  init?(_ header: Header, known: Int?, in language: Language) {
    let filled = header.names.count { !$0.isEmpty }
    let found = Self.allCases.compactMap { noun -> (noun: OtherNoun, count: Int)? in
      guard known == nil || !noun.isLikePeople,
        let columns = try? FoundColumns(header, among: noun.columns, in: language),
        noun.needed.allSatisfy({ group in group.contains { columns.index(of: $0) != nil } })
      else { return nil }
      let count = filled - columns.free.count
      // Who judges whom is all that a table of assignments holds.
      guard noun != .assignments || count == filled, count > (known ?? 1) else { return nil }
      return (noun, count)
    }
    guard let most = found.map(\.count).max(), let best = found.first(where: { $0.count == most }) else {
      guard known ?? 0 <= 1, ScoreTableShape.isSuggested(by: header) else { return nil }
      self = .scores
      return
    }
    self = best.noun
  }

  /// The command that reads the file.
  func step(_ file: String) -> NextStep {
    switch self {
    case .scores: "score import \(file)"
    case .bookings: "mentor booking import \(file)"
    case .conflicts: "judge conflict import \(file)"
    case .assignments: "assignment import \(file)"
    case .votes: "vote import \(file) --prize PRIZE --source TEXT"
    case .ranks: "result import \(file)"
    case .prizes: "prize import \(file)"
    case .rubric: "rubric import \(file)"
    case .sessions: "agenda import \(file)"
    case .speakers: "agenda import SESSIONS --speakers \(file)"
    case .hours: "mentor hours import \(file)"
    case .judges: "judge import \(file)"
    case .mentors: "mentor import \(file)"
    case .tracks: "track import \(file)"
    case .rooms: "room import \(file)"
    }
  }

  /// What the file holds, for a sentence.
  var words: String {
    switch self {
    case .bookings: "booked mentor sessions"
    case .conflicts: "conflicts of interest"
    case .hours: "mentors' hours"
    case .rubric: "a rubric"
    case .assignments: "assignments of judges"
    default: rawValue
    }
  }

  /// Whether its names and addresses may be those of participants and teams too.
  private var isLikePeople: Bool { self == .judges || self == .mentors || self == .rooms || self == .tracks }

  private var columns: [ImportColumn] {
    switch self {
    case .scores: Self.scoreColumns
    case .bookings: MentorBookingImporter.columns
    case .conflicts: ConflictImporter.columns
    case .assignments: AssignmentImporter.columns
    case .votes: VoteImporter.columns
    case .ranks: RankImporter.columns
    case .prizes: PrizeImporter.columns
    case .rubric: RubricImporter.columns
    case .sessions: SessionImporter.columns
    case .speakers: SpeakerImporter.columns
    case .hours: MentorHoursImporter.columns
    case .judges: JudgeImporter.columns
    case .mentors: MentorImporter.columns
    case .tracks: TrackImporter.columns
    case .rooms: RoomImporter.columns
    }
  }

  private var needed: [[String]] {
    switch self {
    case .scores: [["judge"], ["team"]]
    case .bookings: MentorBookingImporter.needed
    case .conflicts: ConflictImporter.needed
    case .assignments: AssignmentImporter.needed
    case .votes: VoteImporter.needed
    case .ranks: RankImporter.needed
    case .prizes: PrizeImporter.needed
    case .rubric: RubricImporter.needed
    // A title may be that of a project; a session has its hour.
    case .sessions: SessionImporter.needed + [["start"]]
    case .speakers: SpeakerImporter.needed
    case .hours: MentorHoursImporter.needed
    case .judges: JudgeImporter.needed
    case .mentors: MentorImporter.needed
    case .tracks: TrackImporter.needed
    case .rooms: RoomImporter.needed
    }
  }

  private static let scoreColumns: [ImportColumn] = [
    .judge, .team, ImportColumn("criterion", ["criteria", "category", "critère", "criterio"]),
    ImportColumn("score", ["points", "rating", "mark", "note", "puntos", "puntuación"]),
  ]
}
