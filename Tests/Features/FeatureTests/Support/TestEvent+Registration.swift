import Backend
import Participants
import Postgres
import Teams
import TestBackend
import TestDatabase
import Vocabulary

extension TestEvent {
  /// Adds the teams "t1", "t2" … and the participants "p1", "p2" ….
  func register(teams: Int = 0, people: Int = 0) async throws {
    let backend = backend
    try await change { id, unit in
      for number in 0..<teams {
        _ = try backend.teams.set(Team(key: try Slug("t\(number + 1)"), name: "Team \(number + 1)"), of: id, in: unit)
      }
      for number in 0..<people {
        let person = Participant(key: try Slug("p\(number + 1)"), displayName: "Person \(number + 1)")
        _ = try backend.participants.set(person, of: id, in: unit)
      }
    }
  }

  @discardableResult
  func join(_ person: String, _ team: String, asCaptain: Bool = false) async throws -> Outcome {
    let backend = backend
    return try await change { try backend.teams.add(person, to: team, asCaptain: asCaptain, of: $0, in: $1) }
  }

  @discardableResult
  func join(by code: JoinCode, _ person: String) async throws -> Outcome {
    let backend = backend
    return try await change { try backend.teams.join(code.description, person, of: $0, in: $1).outcome }
  }

  func makeCode(_ team: String) async throws -> JoinCode {
    let backend = backend
    return try await change { try backend.teams.makeCode(for: team, of: $0, in: $1) }
  }

  func invite(_ person: String, to team: String) async throws -> JoinCode {
    let backend = backend
    return try await change { try backend.teams.invite(person, to: team, days: 7, of: $0, in: $1).code }
  }

  @discardableResult
  func withdraw(_ person: String) async throws -> String? {
    let backend = backend
    return try await change { try backend.participants.withdraw(person, of: $0, in: $1).team }
  }

  @discardableResult
  func merge(_ from: String, into: String) async throws -> Int {
    let backend = backend
    return try await change { try backend.teams.merge(from, into: into, of: $0, in: $1) }
  }

  @discardableResult
  func put(_ team: String, _ status: TeamStatus, because reason: String? = nil) async throws -> Outcome {
    let backend = backend
    return try await change { try backend.teams.put(team, status, because: reason, of: $0, in: $1) }
  }

  /// "t1: p1* p2", where the star marks the captain.
  func roster(_ team: String) async throws -> String {
    let backend = backend
    let whole = try await database.read { try backend.teams.team(team, of: id, in: $0) }
    return team + ":" + whole.members.map { " " + $0.key + ($0.isCaptain ? "*" : "") }.joined()
  }

  /// Returns when a connection waits for another's lock, or after five seconds.
  func somebodyWaits() async throws {
    for _ in 0..<500 {
      let waiting = try await value(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        as: Int.self)
      if waiting != 0 { return }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}

/// Runs the same so often at once, and counts how often it succeeded; only errors of the kind that is named are let pass.
func countSuccesses<Refusal: Error & Equatable>(
  of times: Int, letting refusal: Refusal, _ attempt: @escaping @Sendable (Int) async throws -> Void
) async -> (successes: Int, refusals: Int, others: [String]) {
  await withTaskGroup(of: Result<Void, any Error>.self) { group in
    for number in 1...times {
      group.addTask {
        do {
          return .success(try await attempt(number))
        } catch {
          return .failure(error)
        }
      }
    }
    var (successes, refusals, others) = (0, 0, [String]())
    for await result in group {
      switch result {
      case .success: successes += 1
      case .failure(let error as Refusal) where error == refusal: refusals += 1
      case .failure(let error): others.append("\(error)")
      }
    }
    return (successes, refusals, others)
  }
}
