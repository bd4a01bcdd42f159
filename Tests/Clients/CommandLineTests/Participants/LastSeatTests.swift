import Postgres
import Testing

/// I1 from outside: whole processes, not only connections, want the same seat.
@Suite(.serialized) struct LastSeatTests {
  @Test func `twenty programs that join the last seat by code leave nineteen outside`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("event", "set", "--team-size", "1").code == 0)
      try await place.fill("team", "key,name\naurora,Aurora\n")
      try await place.fill("participant", "key,display_name\n" + (1...20).map { "p\($0),P\n" }.joined())
      let code = String(try await place.run("team", "code", "aurora").output.dropLast())
      let running = try (1...20).map { try place.program.start(["team", "join", code, "p\($0)"]) }
      var (joined, refused) = (0, 0)
      for (number, run) in running.enumerated() {
        let ended = try await run.end()
        if ended == .saying(0, "participant \"p\(number + 1)\": joined team \"aurora\"") { joined += 1 }
        let full = Program.Ended.saying(
          1, #"Error: Team "aurora" is full: it has 1 member, the most that this event allows."#,
          "Choose another team, or raise the limit: datajam event set --team-size N")
        if ended == full { refused += 1 }
      }
      #expect(joined == 1 && refused == 19)
      #expect(try await place.ask("SELECT count(*)::text FROM team_member") == "1")
      try await place.expectUnaltered()
    }
  }
}
