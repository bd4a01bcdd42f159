import Foundation
import Postgres
import Testing

/// A closed event is changed by nothing but what an event needs after its end.
@Suite struct ClosedEventTests {
  /// What a command that changes nothing is called, at its end.
  private static let reading: Set = [
    "list", "show", "export", "check", "verify", "stats", "facts", "render", "explain", "compare", "versions",
    "history",
    "schedule", "relations", "doctor", "awards", "plan", "remind",
  ]

  /// What is done about an event after its end, and what is refused for another reason before the phase is looked at.
  private static let needed: Set = [
    "announcement approve", "announcement correct", "assignment top-up", "event add", "event clone", "event import",
    "event phase next", "event phase set", "event relate", "event remove", "event unrelate", "feedback policy",
    "judge erase", "log seal", "mentor erase", "organiser add", "organiser remove", "person erase",
    "person retention", "prize accept", "prize confirm", "prize decline", "prize fulfil", "prize rules",
    "result announce", "result approve", "result compute", "result retract", "score reopen", "token add",
    "token revoke",
  ]

  @Test func `each command is refused in a closed event unless it is known to be needed`() async throws {
    try await Workplace.withJudging { place async throws in
      try place.write("key,name\naurora,Aurora\n", to: "teams.csv")
      let token = try await ResultTests.token("bea", place)
      try #require(await place.run("judging", "close", "--force", "--reason", "test").code == 0)
      for phase in ["registration", "running", "judging", "review", "announced", "closed"] {
        try await place.database.session { try $0.run(script: "UPDATE event SET phase = '\(phase)'") }
      }
      let dump = try await place.run("--experimental-dump-help")
      let program = try JSONDecoder().decode(PermissionTests.Dump.self, from: Data(dump.output.utf8)).command
      var open: Set<String> = []
      for leaf in PermissionTests.leaves(program, []) where !PermissionTests.open.contains(leaf[0]) {
        let words = leaf[0].split(separator: " ").map(String.init) + leaf.dropFirst()
        let ended = try await place.program.start(words + token).end()
        if !ended.errors.contains(#"is in phase "closed""#) { open.insert(leaf[0]) }
      }
      #expect(
        open.filter { !Self.reading.contains($0.split(separator: " ").last.map(String.init) ?? "") } == Self.needed)
    }
  }
}
