public import Vocabulary

/// What one judge says of one team, by the key of the criterion.
public struct Sheet: Equatable, Sendable {
  public enum Status: String, Sendable {
    case draft
    /// Only ready sheets are ranked.
    case ready
    /// The judge does not score the team.
    case recused
  }

  public let judge: String
  public let team: String
  public var points: [String: Points]
  public var status: Status
  /// For the organisers only.
  /// The most characters of a comment, and of feedback.
  static let longestText = 10_000

  public var comment: String
  /// For the team, after the announcement and if the event allows it.
  public var feedback: String

  public init(
    judge: String, team: String, points: [String: Points], status: Status, comment: String = "", feedback: String = ""
  ) {
    self.judge = judge
    self.team = team
    self.points = points
    self.status = status
    self.comment = comment
    self.feedback = feedback
  }
}

/// A sheet as it stands in the database.
public struct StoredSheet: Equatable, Sendable {
  public let sheet: Sheet
  /// Counts the saves, from 1.
  public let revision: Int
  public let savedAt: Timestamp
  /// Who saved it last: an organiser, or the judge by code.
  public let savedBy: String?
  public let recusalReason: String?
  /// Somebody else, who found it right.
  public let confirmedBy: String?
}

/// The key of one sheet.
struct SheetKey {
  let event: EventID
  let round: RoundID
  let judge: JudgeID
  let team: TeamID
  let judgeCode: String
  let teamKey: String

  var auditKey: String { "\(judgeCode) \(teamKey)" }
}

/// One save of a sheet, as it is kept for ever.
public struct SheetRevision: Equatable, Sendable {
  public let revision: Int
  public let status: Sheet.Status
  public let points: [String: Points]
  public let comment: String
  public let feedback: String
  /// Why the judge recused, why the sheet was reopened, or why a ready sheet was changed.
  public let reason: String?
  /// Who saved it: an organiser, or the judge by code.
  public let by: String
  public let at: Timestamp
}

/// A team that a judge is to score.
public struct SheetTask: Equatable, Sendable {
  public let team: String
  public let name: String
  /// What it submitted, where it did.
  public let title: LocalizedText?
  public let summary: LocalizedText?
  public let url: String?
  public let videoURL: String?
  public let links: [String]
  /// The team's table and its room, as far as they are known.
  public let table: String?
  public let room: String?
}
