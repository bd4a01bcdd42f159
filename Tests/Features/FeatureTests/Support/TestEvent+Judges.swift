import Access
import Backend
import Judging
import Postgres
import Scores
import TestBackend
import UseCases
import Vocabulary

extension TestEvent {
  /// A backend in which somebody acts by a token, as a door opens it.
  func admitted(by token: AccessToken) async throws -> Backend {
    let backend = backend
    let holder = try await database.read { try backend.tokens.holder(of: token, in: $0) }
    return Backend(try backend.configuration.acting(as: holder), on: database)
  }

  /// A token of an organiser, who is added first.
  func token(_ organiser: String, _ scope: TokenScope = .full) async throws -> AccessToken {
    let backend = backend
    return try await change { event, unit in
      _ = try backend.organisers.add(organiser, to: event, in: unit)
      return try backend.tokens.add(for: organiser, scope, of: event, in: unit).token
    }
  }

  /// Invites a judge and comes in as that judge.
  func comeIn(_ judge: String) async throws -> AccessToken {
    let backend = backend
    let code = try await change { try backend.judging.invite(judge, days: 7, of: $0, in: $1).code }
    return try await comeIn(by: code.description)
  }

  func comeIn(by text: String) async throws -> AccessToken {
    let backend = backend
    let (judge, code) = try await database.read { try backend.judging.invited(by: text, in: $0) }
    let principal = Principal(name: judge.code, role: .judge)
    return try await database.transaction(as: principal, through: .commandLine) { unit in
      try backend.admission.accept(code, judge, in: unit).token
    }
  }

  /// "J-1 t1 mentored", by judge and team; with "off" where two organisers overrode it.
  func conflicts() async throws -> [String] {
    let (backend, id) = (backend, id)
    return try await database.read { snapshot in
      try backend.judging.conflicts(of: id, in: snapshot).map {
        "\($0.judge) \($0.team) \($0.kind.rawValue)" + ($0.isOpen ? "" : " off")
      }
    }
  }

  /// "5 found, 0 lost".
  func findConflicts() async throws -> String {
    let backend = backend
    let search = try await change { try backend.judging.findConflicts(of: $0, in: $1) }
    return "\(search.found) found, \(search.lost) lost"
  }

  @discardableResult
  func declare(_ judge: String, _ team: String) async throws -> Outcome {
    let backend = backend
    return try await change { try backend.judging.declareConflict(judge, team, because: "said so", of: $0, in: $1) }
  }

  /// Adds judges with their details.
  func add(judge code: String, _ describe: @Sendable (inout Judge) throws -> Void = { _ in }) async throws {
    let backend = backend
    try await change { event, unit in
      try backend.judging.add(code, of: event, in: unit) { judge in
        judge.name = "Judge \(code)"
        try describe(&judge)
      }
    }
  }
}
