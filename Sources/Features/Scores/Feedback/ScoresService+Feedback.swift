import Audit
public import Postgres
public import Vocabulary

/// What teams are told of how they were judged.
extension ScoresService {
  public func feedbackPolicy(of event: EventID, in snapshot: Snapshot) throws -> FeedbackPolicy {
    try FeedbackStore().policy(of: event, in: snapshot)
  }

  public func set(_ policy: FeedbackPolicy, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    let store = FeedbackStore()
    let old = try store.policy(of: event, in: unit)
    guard old != policy else { return .unchanged }
    try store.save(policy, of: event, in: unit)
    try audit.updated(from: old, to: policy, of: event, in: unit)
    return .updated
  }

  /// What the teams are told, by team and round.
  /// - Parameter team: Only this team's.
  /// - Throws: `FeedbackError` before the announcement, and where the event shares nothing.
  public func feedback(of event: EventID, team: String? = nil, in snapshot: Snapshot) throws -> [Feedback] {
    let store = FeedbackStore()
    guard try store.policy(of: event, in: snapshot) != .nothing else { throw FeedbackError.sharesNothing }
    guard try store.isAnnounced(event, in: snapshot) else { throw FeedbackError.notAnnounced }
    let feedback = try store.released(of: event, team: team, in: snapshot)
    if let team, feedback.isEmpty {
      let known = try store.teams(of: event, in: snapshot)
      guard known.contains(team) else {
        throw ScoreError.unknownTeam(team, nearest: nearest(to: team, among: known))
      }
      throw FeedbackError.none(team: team)
    }
    return feedback
  }
}
