import Audit
import Lookup
public import Postgres
public import Vocabulary

/// The public's choice.
extension AwardsService {
  /// Takes what a source counted, in place of what it had counted before.
  public func take(
    _ votes: [(team: String, votes: Int)], for prize: Slug, from source: String, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    guard source.contains(where: { !$0.isWhitespace }) else { throw AwardError.sourceNeeded }
    try EventLock.take(for: event, in: unit)
    let found = try self.prize(prize, of: event, in: unit)
    guard found.basis == .choice else { throw AwardError.noChoicePrize(prize, basis: found.basis.description) }
    let known = try store.teamNames(of: event, in: unit).keys
    var seen: Set<String> = []
    for (team, _) in votes {
      guard known.contains(team) else {
        throw AwardError.unknownTeam(team, nearest: nearest(to: team, among: known.sorted()))
      }
      guard seen.insert(team).inserted else { throw AwardError.teamTwiceInVotes(team) }
    }
    let old = try store.allVotes(of: event, in: unit).filter { $0.prize == prize && $0.source == source }
    let before = Dictionary(uniqueKeysWithValues: old.map { ($0.team, $0.votes) })
    let after = Dictionary(uniqueKeysWithValues: votes)
    guard before != after else { return .unchanged }
    try store.replaceVotes(votes, for: prize, from: source, of: event, in: unit)
    let teams = Set(before.keys).union(after.keys).sorted()
    try audit.did(
      "counted", "vote", "\(prize) \(source)", from: teams.map { AuditField($0, before[$0]) },
      teams.map { AuditField($0, after[$0]) }, of: event, in: unit)
    return before.isEmpty ? .created : .updated
  }

  /// Every count, by prize and source, the most first.
  public func votes(of event: EventID, in snapshot: Snapshot) throws -> [VoteCount] {
    try store.allVotes(of: event, in: snapshot)
  }
}
