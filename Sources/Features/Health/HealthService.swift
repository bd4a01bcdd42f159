public import Postgres
public import Vocabulary

/// What is missing or contradictory in an event and in the database below it; it reads only.
public struct HealthService: Sendable {
  public init() {}

  /// Runs every check on one consistent view.
  public func findings(in event: EventID, _ snapshot: Snapshot) throws -> [Finding] {
    guard let store = try HealthStore(event, snapshot) else { return [] }
    return try HealthCheck.all.flatMap { check in
      let findings = try check.question(store)
      return (findings.isEmpty ? [Finding(.ok, check.fine)] : findings).map { finding in
        var finding = finding
        finding.code = check.name
        return finding
      }
    }
  }
}
