import Audit
import CanonicalJSON
public import Postgres
public import Vocabulary

/// Verifying what the database keeps.
extension ResultsService {
  /// Recomputes a kept result. It takes a while, and needs no transaction.
  public func verification(of result: RankingResult) throws -> ResultVerification {
    try ResultVerification(of: JSON(parsing: result.snapshot), expecting: [result.sha256])
  }

  /// What only the database can tell: whether its rows are what the log says of them, whether the version before is the one that it names, and its ranks are kept so.
  public func differences(of result: RankingResult, _ event: EventID, in snapshot: Snapshot) throws -> [Difference] {
    try audit.requireRecorded(of: event, in: snapshot)
    let stored = try JSON(parsing: result.snapshot)
    var differences: [Difference] = []
    if let previous = stored["previous"], previous != .null, let number = previous["edition"]?.integer {
      let actual = try store.result(number, of: event, in: snapshot)?.sha256
      if actual != previous["sha256"]?.text {
        differences.append(
          Difference(path: "previous.sha256", expected: actual, found: previous["sha256"]?.text))
      }
    }
    let kept = try facts.ranks(of: result.number, event, in: snapshot)
    for standing in result.standings where kept[standing.team] != standing.rank {
      differences.append(
        Difference(
          path: "the rank of \(standing.team) in the database", expected: String(standing.rank),
          found: kept[standing.team].map(String.init)))
    }
    return differences
  }
}
