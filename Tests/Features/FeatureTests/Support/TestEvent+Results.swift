import Access
import Backend
import Events
import Judging
import Postgres
import RankingEngine
import RankingReports
import Results
import Scores
import TestBackend
import UseCases
import Vocabulary

extension TestEvent {
  /// A round in which two judges gave each team the same points throughout: t1 the first number, t2 the second, …
  @discardableResult
  func judged(_ points: [Int64]) async throws -> ScoringForm {
    let form = try await openJudging(teams: points.count)
    for (index, points) in points.enumerated() {
      for judge in 1...2 {
        try await save("J-\(judge)", "t\(index + 1)", impact: points, data: points, by: form)
      }
    }
    return form
  }

  /// The same, closed and frozen.
  func frozen(_ points: [Int64]) async throws {
    try await judged(points)
    try await close()
    try await freeze()
  }

  func close() async throws {
    let backend = backend
    try await change { id, unit in
      _ = try backend.judging.close(try backend.judging.round(nil, of: id, in: unit), of: id, in: unit)
    }
  }

  @discardableResult
  func freeze(despite reason: String? = nil) async throws -> Outcome {
    let backend = backend
    return try await change { id, unit in
      try backend.judging.freeze(
        try backend.judging.round(nil, of: id, in: unit), despite: reason, of: id, in: unit)
    }
  }

  func reopen() async throws {
    let backend = backend
    try await change { id, unit in
      _ = try backend.judging.reopen(
        try backend.judging.round(nil, of: id, in: unit), because: "a sheet came", of: id, in: unit)
    }
  }

  @discardableResult
  func compute(_ method: RankingMethodChoice = .raw) async throws -> RankingResult {
    let backend = backend
    return try await change { id, unit in
      try backend.results.compute(
        try backend.judging.round(nil, of: id, in: unit).id, method.request, of: id, in: unit
      ).result
    }
  }

  enum RankingMethodChoice: Sendable {
    case raw
    case standard

    var request: RankingRequest {
      switch self {
      case .raw: RankingRequest(method: .raw, draws: 0)
      case .standard: RankingRequest(draws: 200)
      }
    }
  }

  @discardableResult
  func decide(_ choice: ResultsService.TieChoice, _ teams: String..., order: [String]? = nil) async throws
    -> RankingResult
  {
    let backend = backend
    return try await change { id, unit in
      try backend.results.decideTie(teams, choice, order: order, because: "so agreed", of: id, in: unit)
    }
  }

  @discardableResult
  func move(_ team: String, to rank: Int) async throws -> RankingResult {
    let backend = backend
    return try await change { try backend.results.move(team, to: rank, because: "so agreed", of: $0, in: $1) }
  }

  /// Approves a result as an organiser who holds a token.
  @discardableResult
  func approve(_ number: Int, as organiser: String) async throws -> Outcome {
    try await approve(number, by: try await token(organiser))
  }

  @discardableResult
  func approve(_ number: Int, by token: AccessToken) async throws -> Outcome {
    let backend = try await admitted(by: token)
    let holder = try backend.authenticated()
    return try await backend.change { id, unit in
      let version = try backend.results.version(number, of: id, in: unit)
      let verification = try backend.results.verification(
        of: try backend.results.result(version, of: id, in: unit))
      return try backend.results.approve(
        number, verified: verification.differences, by: holder, of: id, in: unit
      ).outcome
    }
  }

  func approveByTwo(_ number: Int) async throws {
    try await approve(number, as: "bea")
    try await approve(number, as: "cyd")
  }

  /// Announces a result, so many seconds from now.
  @discardableResult
  func announce(_ number: Int, in seconds: Int64 = 0) async throws -> ResultVersion {
    let backend = backend
    return try await change { id, unit in
      let now = try unit.value("SELECT clock_timestamp()", as: Timestamp.self) ?? Timestamp(microseconds: 0)
      let hour = Timestamp(microseconds: now.microseconds + seconds * 1_000_000)
      return try backend.announcing.announce(
        number, at: seconds == 0 ? nil : hour, isUnusual: seconds < 0, of: id, in: unit)
    }
  }

  @discardableResult
  func retract(_ number: Int) async throws -> ResultRetraction.Change {
    let backend = backend
    return try await change { _, unit in
      let event = try backend.events.find(nil, in: unit)
      return try backend.retraction.retract(number, because: "a wrong sheet", in: event, unit)
    }
  }

  func version(_ number: Int) async throws -> ResultVersion {
    let (backend, id) = (backend, id)
    return try await database.read { try backend.results.version(number, of: id, in: $0) }
  }

  /// The codes of what keeps a result from being approved, apart from recomputing it.
  func blockers(_ number: Int) async throws -> [String] {
    let (backend, id) = (backend, id)
    return try await database.read { snapshot in
      let version = try backend.results.version(number, of: id, in: snapshot)
      let result = try backend.results.result(version, of: id, in: snapshot)
      return try backend.results.blockers(of: version, result, event: id, in: snapshot).map(\.code)
    }
  }

  /// "1 t2 (2)": the ranks of the newest result, with those of the scores where they differ.
  func ranks() async throws -> [String] {
    let (backend, id) = (backend, id)
    return try await database.read { snapshot in
      try backend.results.newest(of: id, in: snapshot).standings.map {
        "\($0.rank) \($0.team)" + ($0.rank == $0.computedRank ? "" : " (\($0.computedRank))")
      }
    }
  }
}
