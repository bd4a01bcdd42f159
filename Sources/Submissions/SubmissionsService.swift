public import Audit
public import Competition
public import Postgres

/// What the teams hand in.
public struct SubmissionsService: Sendable {
  let audit: AuditLog
  private let store = SubmissionStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds or changes a team's submission; when judging has ended none is added, but texts are still mended.
  public func set(_ submission: Submission, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    if let url = submission.url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      throw SubmissionError.unusableLink(url)
    }
    guard try store.hasTeam(submission.team, of: event, in: unit) else {
      let teams = try store.teamKeys(of: event, in: unit)
      throw SubmissionError.unknownTeam(submission.team, nearest: nearest(to: submission.team, among: teams))
    }
    guard let old = try store.find(submission.team, of: event, in: unit) else {
      do {
        try store.insert(submission, of: event, in: unit)
      } catch let error as PostgresError where error.constraint == "entered_before_judging_ends" {
        throw SubmissionError.tooLate(team: submission.team)
      }
      try audit.created(submission, of: event, in: unit)
      return .created
    }
    guard old != submission else { return .unchanged }
    try store.update(submission, of: event, in: unit)
    try audit.updated(from: old, to: submission, of: event, in: unit)
    return .updated
  }

  /// Every submission by the key of its team.
  public func all(of event: EventID, in snapshot: Snapshot) throws -> [Submission] {
    try store.all(of: event, in: snapshot)
  }
}
