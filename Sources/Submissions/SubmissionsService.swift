public import Audit
public import Competition
public import Postgres

/// What the teams hand in.
public struct SubmissionsService: Sendable {
  let audit: AuditLog
  private let store = SubmissionStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Adds or changes a team's submission.
  public func set(_ submission: Submission, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    if let url = submission.url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      throw SubmissionError.unusableLink(url)
    }
    guard try store.hasTeam(submission.team, of: event, in: unit) else {
      let teams = try store.teamKeys(of: event, in: unit)
      throw SubmissionError.unknownTeam(submission.team, nearest: nearest(to: submission.team, among: teams))
    }
    guard let old = try store.find(submission.team, of: event, in: unit) else {
      try store.insert(submission, of: event, in: unit)
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
