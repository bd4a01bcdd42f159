import Backend
import Judging
import Postgres
import Scores
import TestBackend
import Vocabulary

extension TestEvent {
  /// Teams "t1" …, judges "J-1" … and an open round "main" in which nobody has a team yet.
  @discardableResult
  func openEmptyRound(teams: Int, judges: Int) async throws -> ScoringForm {
    let form = try await openJudging(teams: max(1, teams), judges: max(1, judges))
    try await meddle("DELETE FROM assignment")
    if teams == 0 { try await meddle("DELETE FROM team") }
    if judges == 0 { try await meddle("DELETE FROM judge") }
    return form
  }

  func plan(_ perTeam: Int = 3, seed: UInt64 = 1, keepsAll: Bool = false) async throws -> AssignmentPlan {
    let (backend, id) = (backend, id)
    let request = JudgingService.PlanRequest(perTeam: perTeam, seed: seed, keepsAll: keepsAll)
    return try await database.read { snapshot in
      try backend.judging.plan(request, in: backend.judging.round("main", of: id, in: snapshot), of: id, snapshot)
    }
  }

  @discardableResult
  func applyPlan(_ perTeam: Int = 3, seed: UInt64 = 1, keepsAll: Bool = false) async throws -> AssignmentPlan {
    let backend = backend
    let request = JudgingService.PlanRequest(perTeam: perTeam, seed: seed, keepsAll: keepsAll)
    return try await change { id, unit in
      try backend.judging.applyPlan(request, in: backend.judging.round("main", of: id, in: unit), of: id, unit)
    }
  }

  func checkAssignments() async throws -> AssignmentCheck {
    let (backend, id) = (backend, id)
    return try await database.read { snapshot in
      try backend.judging.check(backend.judging.round("main", of: id, in: snapshot), of: id, in: snapshot)
    }
  }

  @discardableResult
  func setAssignment(_ judge: String, _ team: String) async throws -> [String] {
    let backend = backend
    return try await change { id, unit in
      try backend.judging.setAssignment(
        Assignment(judge: judge, team: team), in: backend.judging.round("main", of: id, in: unit), of: id, unit
      ).unread
    }
  }

  func removeAssignment(_ judge: String, _ team: String) async throws {
    let backend = backend
    try await change { id, unit in
      try backend.judging.removeAssignment(
        Assignment(judge: judge, team: team), in: backend.judging.round("main", of: id, in: unit), of: id, unit)
    }
  }

  func recuse(_ judge: String, _ team: String, by form: ScoringForm) async throws {
    let backend = backend
    try await change { id, unit in
      _ = try backend.scores.recuse(judge, team, reason: "a friend", by: form, of: id, in: unit)
    }
  }

  /// "J-1 t1", by judge and team.
  func assignments() async throws -> [String] {
    let (backend, id) = (backend, id)
    return try await database.read { snapshot in
      let round = try backend.judging.round("main", of: id, in: snapshot)
      return try backend.judging.assignments(in: round.id, of: id, in: snapshot).map { "\($0.judge) \($0.team)" }
    }
  }
}

extension AssignmentPlan {
  /// "J-1 t1", by judge and team.
  var pairs: [String] { pairs { _ in true } }

  func pairs(where isWanted: (Origin) -> Bool) -> [String] {
    entries.filter { isWanted($0.origin) }.map { "\($0.assignment.judge) \($0.assignment.team)" }.sorted()
  }

  func judges(of team: String) -> [String] {
    entries.filter { $0.assignment.team == team }.map(\.assignment.judge)
  }

  var problems: [String] { findings.filter(\.isProblem).map(\.sentence) }
}
