import Backend
import Health
import Postgres
import Teams
import TestBackend
import Testing
import Vocabulary

/// The doctor names a team that the result to announce gives a rank although it is not active.
@Suite struct ResultHealthRules {
  func problems(_ event: TestEvent) async throws -> [String] {
    let (backend, id) = (event.backend, event.id)
    return try await event.database.read { snapshot in
      try backend.health.findings(in: id, snapshot).filter { $0.code == "result-teams" && $0.level == .problem }
        .map { "\($0.message): \($0.nextStep?.description ?? "")" }
    }
  }

  @Test func aTeamThatIsNotActiveIsNamedBeforeAndAfterTheHour() async throws {
    try await TestEvent.with { event in
      try await event.frozen([9000, 7000])
      try await event.compute()
      #expect(try await problems(event) == [])
      try await event.put("t1", .disqualified, because: "Copied")
      let out = #"result 1 gives team "t1" rank 1, but it is disqualified: result "#
      #expect(try await problems(event) == [out + "compute"])
      try await event.put("t1", .active)
      try await event.approveByTwo(1)
      try await event.announce(1)
      try await event.put("t1", .disqualified, because: "Copied")
      #expect(try await problems(event) == [out + "retract 1 --reason TEXT"])
      try await event.retract(1)
      try await event.compute()
      #expect(try await problems(event) == [])
    }
  }
}
