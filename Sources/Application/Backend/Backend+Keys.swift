public import Access
import LocalPostgres
public import Lookup
import Postgres
import Vocabulary

extension Backend {
  /// The keys of some nouns, for the completion of a command line. It starts no server, takes no longer than a second, and
  /// returns nothing where it fails.
  /// - Parameter token: With a judge's token only what judges may list is returned.
  public static func keys(
    of nouns: [KeyNoun], _ configuration: Configuration, token: AccessToken?
  ) async -> [String] {
    let (answers, continuation) = AsyncStream.makeStream(of: [String].self)
    // A thread that waits for a server cannot be cancelled, so nobody waits for it longer than that.
    Task { continuation.yield((try? await lookUp(nouns, configuration, token)) ?? []) }
    Task {
      try? await Task.sleep(for: .seconds(1))
      continuation.yield([])
    }
    for await keys in answers { return keys }
    return []
  }

  private static func lookUp(
    _ nouns: [KeyNoun], _ configuration: Configuration, _ token: AccessToken?
  ) async throws -> [String] {
    var timeouts = Timeouts()
    (timeouts.connect, timeouts.statement, timeouts.lock, timeouts.pool) = (2, 1000, 500, 1000)
    let target =
      try configuration.databaseAddress.map { try ConnectionTarget($0) }
      ?? LocalCluster(environment: configuration.environment).expectedTarget()
    guard let target else { return [] }
    let backend = Backend(configuration, on: Database(target, limit: 1, timeouts: timeouts))
    return try await backend.database.read { snapshot in
      let holder = try token.map { try backend.tokens.holder(of: $0, in: snapshot) }
      let event = holder?.slug ?? configuration.event
      let open = holder?.principal.role == .judge ? nouns.filter(judgesNouns.contains) : nouns
      return try open.flatMap { try KeyStore.keys(of: $0, in: event, snapshot: snapshot) }
    }
  }

  private static let judgesNouns: Set<KeyNoun> = [.team, .round, .rubric]
}
