import Audit
import CanonicalJSON
import Lookup
public import Postgres
import RankingEngine
public import RankingReports
public import Vocabulary

/// What is to be ranked, read once: ranking takes a while, and no transaction has to wait for it.
public struct RankingDraft: Sendable {
  let round: RoundID
  let input: RankingInput
  let request: RankingRequest
}

/// A draft with its ranking.
public struct RankedDraft: Sendable {
  let draft: RankingDraft
  let report: RankingReport
}

/// Computing: read, rank, keep.
extension ResultsService {
  /// Ranks a round's ready sheets and keeps the result, unless the newest one is the same.
  ///
  /// A request without a method takes that of the round.
  /// - Parameter reason: Why another version follows; needed once one is public.
  public func compute(
    _ round: RoundID, _ request: RankingRequest = RankingRequest(), because reason: String? = nil, of event: EventID,
    in unit: UnitOfWork
  ) throws -> (result: RankingResult, outcome: Outcome) {
    try audit.requireRecorded(of: event, in: unit)
    let ranked = try ranked(draft(round, request, of: event, in: unit))
    return try keep(
      ranked.body, .computed(ranked.report.ranking.method), round, because: reason, of: event, in: unit)
  }

  /// Reads what a round's ranking is computed from.
  public func draft(
    _ round: RoundID, _ request: RankingRequest, of event: EventID, in snapshot: Snapshot
  ) throws -> RankingDraft {
    let input = try store.input(of: round, event, in: snapshot)
    guard !input.sheets.isEmpty else { throw ResultError.noReadySheets(round: input.round) }
    var request = request
    if request.method == nil { request.method = try store.method(of: round, event, in: snapshot) }
    return RankingDraft(round: round, input: input, request: request)
  }

  /// Ranks a draft, without a database.
  /// - Throws: `ResultError.separateParts` where no judge links some teams and the request does not rank across.
  public func ranked(_ draft: RankingDraft) throws -> RankedDraft {
    let report = try Self.report(of: draft.input, by: draft.request)
    let parts = report.ranking.components.count
    guard parts == 1 || draft.request.across else {
      throw ResultError.separateParts(parts, round: draft.input.round)
    }
    return RankedDraft(draft: draft, report: report)
  }

  /// Keeps a ranking unless the newest result is the same; nil where the scores changed since they were read.
  public func keep(
    _ ranked: RankedDraft, because reason: String? = nil, of event: EventID, in unit: UnitOfWork
  ) throws -> (result: RankingResult, outcome: Outcome)? {
    try EventLock.take(for: event, in: unit)
    guard try store.input(of: ranked.draft.round, event, in: unit) == ranked.draft.input else { return nil }
    try audit.requireRecorded(of: event, in: unit)
    return try keep(
      ranked.body, .computed(ranked.report.ranking.method), ranked.draft.round, because: reason, of: event, in: unit)
  }

  /// Appends a version, unless the newest one was made of the same and stands.
  func keep(
    _ body: JSON, _ method: RankingResult.Method, _ round: RoundID?, because reason: String? = nil, of event: EventID,
    in unit: UnitOfWork
  ) throws -> (RankingResult, Outcome) {
    try EventLock.take(for: event, in: unit)
    guard let newest = try store.newest(of: event, in: unit) else {
      return (try append(body, method, round, after: nil, [], of: event, in: unit), .created)
    }
    let retracted = try versions.retraction(of: newest.number, event, in: unit)
    let isSame = try RankingSnapshot.body(of: JSON(parsing: newest.snapshot)).canonical == body.canonical
    // An accepted objection asks for another version, also where the scores turn out to be right.
    let hasObjection = try ObjectionStore().hasAccepted(to: newest.number, of: event, in: unit)
    if isSame, retracted == nil, !hasObjection { return (newest, .unchanged) }
    let published = try versions.versions(of: event, in: unit).first(where: \.isPublic)
    if let published, method != .stated, reason == nil {
      throw ResultVersionError.reasonOfChange(public: published.number)
    }
    let why =
      reason ?? retracted.map { "retracted: \($0.reason)" } ?? (method == .stated ? "stated again" : "computed again")
    return (try append(body, method, round, after: (newest, why), [], of: event, in: unit), .created)
  }

  /// Appends a version with its ranks; the event's results are locked before.
  func append(
    _ body: JSON, _ method: RankingResult.Method, _ round: RoundID?,
    after predecessor: (result: RankingResult, reason: String)?, _ decisions: [Decision], of event: EventID,
    in unit: UnitOfWork
  ) throws -> RankingResult {
    let number = (predecessor?.result.number ?? 0) + 1
    let previous = predecessor.map {
      RankingSnapshot.Predecessor(number: $0.result.number, sha256: $0.result.sha256, reason: $0.reason)
    }
    let version = try RankingSnapshot.version(number, of: body, after: previous, decisions)
    try store.insert(version.canonical, method, number: number, of: event, round, in: unit)
    let result = try self.newest(of: event, in: unit)
    try store.insertRanks(result.standings, number: number, event, in: unit)
    let fields = [AuditField("method", method.name), AuditField("sha256", result.sha256)]
    try audit.did("computed", "result", String(number), fields, of: event, in: unit)
    return result
  }
}

extension RankedDraft {
  var body: JSON { RankingSnapshot.body(draft.input, report, draws: draft.request.draws) }
}
