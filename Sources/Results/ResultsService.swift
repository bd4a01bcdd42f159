public import Audit
import CanonicalJSON
public import Competition
public import Postgres
public import RankingReports
import Scoring

/// Rankings, kept for ever once they were computed or stated.
public struct ResultsService: Sendable {
  let audit: AuditLog
  let store = ResultStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Ranks a round's ready sheets and keeps the result, unless the newest one is the same.
  ///
  /// A request without a method takes that of the round.
  public func compute(
    _ round: RoundID, _ request: RankingRequest = RankingRequest(), of event: EventID, in unit: UnitOfWork
  ) throws -> (result: RankingResult, outcome: Outcome) {
    let input = try store.input(of: round, event, in: unit)
    guard !input.sheets.isEmpty else { throw ResultError.noReadySheets(round: input.round) }
    var request = request
    if request.method == nil { request.method = try store.method(of: round, event, in: unit) }
    let report = try Self.report(of: input, by: request)
    let parts = report.ranking.components.count
    guard parts == 1 || request.across else { throw ResultError.separateParts(parts, round: input.round) }
    return try keep(
      RankingSnapshot.computed(input, report), .computed(report.ranking.method), of: event, round, in: unit)
  }

  /// Ranks what a kept result was computed from once more, by any method.
  /// - Throws: `ResultError.onlyStated` where places were decided elsewhere.
  public func report(of result: RankingResult, by request: RankingRequest) throws -> RankingReport {
    guard let input = try RankingInput(result) else { throw ResultError.onlyStated }
    return try Self.report(of: input, by: request)
  }

  private static func report(of input: RankingInput, by request: RankingRequest) throws -> RankingReport {
    do {
      return try request.report(of: try input.book(), input.names)
    } catch let error as ScoringError {
      throw ResultError.notRankable(error, method: request.method)
    }
  }

  /// Keeps places that a jury decided elsewhere.
  /// - Parameter places: In any order; places count from 1, and shared ones use up those behind them.
  public func state(
    _ places: [(team: String, place: Int)], of event: EventID, in unit: UnitOfWork
  ) throws -> (result: RankingResult, outcome: Outcome) {
    let teams = try store.teams(of: event, in: unit)
    var ranked: [(team: RankingInput.Team, place: Int)] = []
    for (key, place) in places {
      guard let team = teams.first(where: { $0.key == key }) else {
        throw ResultError.unknownTeam(key, nearest: nearest(to: key, among: teams.map(\.key)))
      }
      guard !ranked.contains(where: { $0.team == team }) else { throw ResultError.teamTwice(key) }
      guard place > 0 else { throw ResultError.unusablePlace(String(place), team: key) }
      ranked.append((team, place))
    }
    ranked.sort { ($0.place, $0.team.key) < ($1.place, $1.team.key) }
    for (position, entry) in ranked.enumerated() {
      let expected = position > 0 && ranked[position - 1].place == entry.place ? entry.place : position + 1
      guard entry.place == expected else { throw ResultError.placesDoNotFollow(found: entry.place, expected: expected) }
    }
    let slug = try store.slug(of: event, in: unit)
    return try keep(RankingSnapshot.stated(ranked, event: slug), .stated, of: event, nil, in: unit)
  }

  /// The newest result.
  public func newest(of event: EventID, in snapshot: Snapshot) throws -> RankingResult {
    guard let result = try store.newest(of: event, in: snapshot) else { throw ResultError.noResult }
    return result
  }

  private func keep(
    _ snapshot: JSON, _ method: RankingResult.Method, of event: EventID, _ round: RoundID?, in unit: UnitOfWork
  ) throws -> (RankingResult, Outcome) {
    try store.lockResults(of: event, in: unit)
    let text = snapshot.canonical
    let newest = try store.newest(of: event, in: unit)
    if let newest, newest.snapshot == text { return (newest, .unchanged) }
    let number = (newest?.number ?? 0) + 1
    try store.insert(text, method, number: number, of: event, round, in: unit)
    let result = try self.newest(of: event, in: unit)
    try store.insertPlaces(result.standings, number: number, event, in: unit)
    let fields = [AuditField("method", method.name), AuditField("sha256", result.sha256)]
    try audit.did("computed", "result", String(number), fields, of: event, in: unit)
    return (result, .created)
  }
}
