import Foundation
import Postgres
import Testing

/// What an organiser reads about phases.
@Suite(.serialized) struct PhaseTests {
  @Test func `the next phase says what stands in its way, and with which command it is mended`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("event", "set", "--languages", "en,fr").code == 0)
      let blocked = [
        "  The event has no name in French, in which it publishes.", "    datajam event set jam --name-fr NAME",
        "  The first and the last day of registration are not set.",
        "    datajam event set jam --registration-from DATE --registration-to DATE",
        "  The deadline for submissions is not set.", "    datajam event set jam --deadline TIME",
      ].joined(separator: "\n")
      #expect(
        try await place.run("event", "phase", "next")
          == .saying(
            1, blocked,
            #"Error: The event "jam" cannot move to "registration" yet: 3 things prevent it."#))
      #expect(
        try await place.run("event", "phase", "show")
          == Program.Ended(
            code: 0,
            output: """
              [draft] -> registration -> running -> judging -> review -> announced -> closed
              In the way of "registration":
              \(blocked)

              """, errors: ""))
      let found = try document(try await place.run("event", "phase", "next", "--json").output)
      #expect((found["error"] as? [String: Any])?["code"] as? String == "phase-blocked")
      let blockers = try #require(found["blockers"] as? [[String: String]])
      #expect(blockers.map { $0["code"] } == ["no-name", "no-registration-days", "no-deadline"])
      #expect(blockers.first?["command"] == "datajam event set jam --name-fr NAME")
      let shown = try document(try await place.run("event", "phase", "show", "jam", "--json").output)
      #expect(shown["phase"] as? String == "draft" && shown["next"] as? String == "registration")
      #expect((shown["blockers"] as? [Any])?.count == 3)

      let mended = try await place.run(
        "event", "set", "--name-fr", "Jam", "--registration-from", "2026-03-01", "--registration-to", "2026-05-01",
        "--deadline", "2026-05-10T17:00")
      #expect(mended.code == 0)
      #expect(
        try await place.run("event", "phase", "show").errors
          == "Nothing prevents \"registration\": datajam event phase next\n")
      let show = "What comes next: datajam event phase show"
      #expect(
        try await place.run("event", "phase", "next", "--from", "draft")
          == .saying(0, #"event "jam" is now in phase "registration". "# + show))
      #expect(
        try await place.run("event", "phase", "next", "--from", "draft")
          == .saying(
            75, #"Error: The event "jam" is in phase "registration", no longer in "draft": nothing was changed."#,
            "Look again: datajam event phase show"))
      #expect(
        try await place.run("event", "phase", "set", "judging")
          == .saying(
            1,
            #"Error: The event "jam" cannot move from "registration" to "judging": forward it goes one phase at a time."#,
            "Move it by one: datajam event phase next"))
      #expect(
        try await place.run("event", "phase", "set", "draft")
          == .saying(
            64, #"Error: Taking the event "jam" back from "registration" to "draft" needs a reason."#,
            "Add --reason TEXT; it is kept in the log."))
      #expect(
        try await place.run("event", "phase", "set", "draft", "--reason", "too early")
          == .saying(0, #"event "jam" is now in phase "draft". "# + show))
      #expect(
        try await place.run("event", "phase", "set", "draft")
          == .saying(0, #"event "jam" is in phase "draft" already. "# + show))
      #expect(try await place.run("event", "phase", "set", "nowhere").code == 64)
      #expect(
        try await place.run("event", "phase", "next", "--by", "mallory").errors.hasPrefix(
          #"Error: "mallory" is not an organiser of this event."#))
      #expect(try await place.ask("SELECT phase FROM event") == "draft")
      #expect(try await place.run("log", "list", "--last", "1").output.contains("phase: registration → draft"))
    }
  }

  @Test func `every other thing that prevents a phase`() async throws {
    try await Workplace.withJudging { place async throws in
      func stands(_ phase: String, _ lines: String...) async throws {
        try await place.database.session { session in
          try session.run(script: "SET session_replication_role = replica; UPDATE event SET phase = '\(phase)'")
        }
        let shown = try await place.run("event", "phase", "show").output
        #expect(shown.split(separator: "\n").dropFirst(2).map(String.init) == lines)
      }
      #expect(try await place.run("event", "set", "--team-minimum", "2").code == 0)
      try await place.fill("participant", "key,given_name,team\np-1,Ann,aurora\n")
      try await stands(
        "registration", #"  The team "aurora" has 1 member, but needs 2 at least."#,
        "    datajam team member add aurora PARTICIPANT -E jam",
        #"  The team "boreal" has no member, but needs 2 at least."#,
        "    datajam team member add boreal PARTICIPANT -E jam")
      try await place.fill("participant", "key,given_name,team\np-1,Ann,aurora\np-2,Bob,aurora\np-3,Cy,boreal\n")
      #expect(try await place.run("event", "set", "--team-minimum", "1", "--team-size", "1").code == 0)
      try await stands(
        "registration", #"  The team "aurora" has 2 members, but may have 1 at most."#,
        "    datajam team member remove aurora PARTICIPANT -E jam")
      try await stands("running", "  There is no submission.", "    datajam submission import FILE -E jam")
      try await stands("judging", #"  The round "main" is open."#, "    datajam judging close main -E jam")
      try await stands("review", "  There is no result.", "    datajam result compute -E jam")
      try await place.fill("prize", "key,rank,kind\ncash,1,money\n")
      try await stands(
        "announced", #"  The round "main" is open."#, "    datajam judging close main -E jam",
        #"  The amount of the prize "cash" is neither known nor marked as undisclosed."#,
        "    datajam prize set cash --amount NUMBER --currency CODE -E jam")
      try await stands("closed")
      #expect(
        try await place.run("event", "phase", "next")
          == .saying(
            1, #"Error: The event "jam" is closed: no phase follows."#,
            "To go back: datajam event phase set PHASE --reason TEXT"))
    }
    try await Workplace.withEvent { place async throws in
      try await place.database.session { session in
        try session.run(script: "SET session_replication_role = replica; UPDATE event SET phase = 'running'")
      }
      let shown = try document(try await place.run("event", "phase", "show", "--json").output)
      let blockers = try #require(shown["blockers"] as? [[String: String]])
      #expect(
        blockers.map { $0["message"] } == [
          "There is no rubric.", "There is no judge.", "There is no round of judging.", "There is no submission.",
        ])
      #expect(
        blockers.map { $0["command"] } == [
          "datajam rubric import FILE -E jam", "datajam judge import FILE -E jam", "datajam judging open main -E jam",
          "datajam submission import FILE -E jam",
        ])
    }
  }

  @Test func `of many equal things twenty are named, and all of them in JSON`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\n" + (1...23).map { "t-\($0),Team \($0)\n" }.joined())
      try await place.database.session { session in
        try session.run(script: "SET session_replication_role = replica; UPDATE event SET phase = 'registration'")
      }
      let lines = try await place.run("event", "phase", "next").errors.split(separator: "\n")
      #expect(lines.count == 42)
      #expect(
        lines.suffix(2) == [
          "  and 3 more", #"Error: The event "jam" cannot move to "running" yet: 23 things prevent it."#,
        ])
      let found = try document(try await place.run("event", "phase", "next", "--json").output)
      #expect((found["blockers"] as? [Any])?.count == 23)
    }
  }

  @Test func `of five organisers at once one moves the event`() async throws {
    try await Workplace.withEvent { place async throws in
      let ready = try await place.run(
        "event", "set", "--registration-from", "2026-03-01", "--registration-to", "2026-05-01", "--deadline",
        "2026-05-10T17:00")
      #expect(ready.code == 0)
      let running = try (1...5).map { _ in
        try place.program.start(["event", "phase", "next", "--from", "draft"])
      }
      var codes: [Int32] = []
      for run in running { codes.append(try await run.end().code) }
      #expect(codes.sorted() == [0, 75, 75, 75, 75])
      #expect(try await place.ask("SELECT phase FROM event") == "registration")
    }
  }
}
