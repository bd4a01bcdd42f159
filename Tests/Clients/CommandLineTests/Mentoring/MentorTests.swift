import Foundation
import Postgres
import Testing

/// Mentors and their sessions through the program.
@Suite(.serialized) struct MentorTests {
  @Test func `a mentor is booked, and reads it in a zone of their own`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\nboreal,Boréal\n")
      #expect(
        try await place.run(
          "mentor", "add", "ada", "--name", "Ada", "--expertise", "maps, law", "--tz", "America/Vancouver")
          == .saying(0, #"mentor "ada": created. Next: datajam mentor available ada --from TIME --to TIME"#))
      #expect(
        try await place.run("mentor", "available", "ada", "--from", "2026-05-08T13:00", "--to", "2026-05-08T15:00")
          == .saying(
            0,
            #"mentor "ada": hours noted, by the clocks of the event's zone. "#
              + "Next: datajam mentor booking list --free --mentor ada"))
      #expect(
        try await place.run("mentor", "booking", "add", "ada", "aurora", "--at", "2026-05-08T14:00")
          == .saying(0, #"session 1: "aurora" with "Ada", 2026-05-08 14:00–14:30: booked"#))
      #expect(
        try await place.run("mentor", "booking", "add", "ada", "boreal", "--at", "2026-05-08T14:00")
          == .saying(
            1, #"Error: The 14:00 slot with "Ada" is taken."#,
            "Choose another (datajam mentor booking list --free), or wait for it: --wait"))
      #expect(
        try await place.run("mentor", "schedule", "ada")
          == Program.Ended(
            code: 0,
            output: """
              when                    team    room  session  state
              2026-05-08 07:00–07:30  aurora        1

              """, errors: "Times are those of America/Vancouver.\n"))
      #expect(
        try await place.run("mentor", "booking", "add", "ada", "boreal", "--at", "2026-05-08T14:00", "--wait")
          == .saying(0, #"session 2: "boreal" with "Ada", 2026-05-08 14:00–14:30: waiting"#))
      #expect(
        try await place.run("mentor", "booking", "cancel", "1")
          == .saying(
            0, #"session 1: "aurora" with "Ada", 2026-05-08 14:00–14:30: cancelled"#,
            #"Moved up from the waiting list: session 2: "boreal" with "Ada", 2026-05-08 14:00–14:30: booked"#))
      let agenda = try document(try await place.run("team", "schedule", "boreal", "--json").output)
      let items = try #require(agenda["items"] as? [[String: Any]])
      #expect(items.map { $0["starts_at"] as? String } == ["2026-05-08T14:00:00+00:00"])
      try await place.expectUnaltered()
    }
  }

  @Test func `a file of mentors is taken whole or not at all`() async throws {
    try await Workplace.withEvent { place async throws in
      let file =
        "key,name,email,expertise,languages,tz,slot_minutes\nada,Ada,ada@example.org,\"maps,law\",\"en,fr\",UTC,20\n"
      #expect(try await place.imports("mentor", file).errors.hasPrefix("mentor: 1 created, 0 updated, 0 unchanged"))
      #expect(try await place.imports("mentor", file).errors.hasPrefix("mentor: 0 created, 0 updated, 1 unchanged"))
      let bad = try await place.imports("mentor", "key,name,tz\nbob,Bob,EST\neve,Eve,UTC\n")
      #expect(bad.code == 65 && bad.errors.contains(#""EST" is no time zone: abbreviations"#))
      #expect(try await place.ask("SELECT string_agg(key || ' ' || slot_minutes, ',') FROM mentor") == "ada 20")
    }
  }

  @Test func `the doctor finds who speaks and mentors at once, and a room that is used twice`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\nboreal,Boréal\n")
      try await place.database.session { session in
        try session.run(
          script: """
            INSERT INTO room (event_id, key, name) SELECT event_id, 'blue', '{"en": "Blue"}' FROM event;
            INSERT INTO agenda_session (event_id, key, during, time_zone, room_id)
              SELECT event_id, 'opening', '[2026-05-08 14:00Z,2026-05-08 15:00Z)', 'UTC', room_id FROM room;
            INSERT INTO agenda_speaker (event_id, session_id, position, name)
              SELECT event_id, session_id, 1, 'Ada Ño' FROM agenda_session;
            """)
      }
      for mentor in ["ada", "bob"] {
        try #require(await place.run("mentor", "add", mentor, "--name", mentor == "ada" ? "ADA NO" : "Bob").code == 0)
        try #require(
          await place.run("mentor", "available", mentor, "--from", "2026-05-08T13:00", "--to", "2026-05-08T16:00").code
            == 0)
      }
      try #require(await place.run("mentor", "booking", "add", "ada", "aurora", "--at", "2026-05-08T14:30").code == 0)
      try #require(
        await place.run("mentor", "booking", "add", "bob", "boreal", "--at", "2026-05-08T14:30", "--room", "blue").code
          == 0)
      try #require(await place.run("mentor", "booking", "add", "ada", "aurora", "--at", "2026-05-08T15:00").code == 0)
      let report = try await place.run("doctor")
      let clashes = report.output.split(separator: "\n").filter {
        $0.contains("mentor session") && $0.hasPrefix("FAIL")
      }
      #expect(
        clashes == [
          #"FAIL  mentor session 1 is while its mentor speaks in the programme's "opening""#,
          #"FAIL  mentor session 2 is in the room "blue" during the programme's "opening""#,
        ])
    }
  }

  @Test func `forty programs that want one slot get it once in each of twenty rounds`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\n" + (1...40).map { "t\($0),T\n" }.joined())
      #expect(try await place.run("event", "set", "--mentor-sessions-per-day", "20").code == 0)
      try #require(await place.run("mentor", "add", "ada", "--name", "Ada", "--slot", "15").code == 0)
      try #require(
        await place.run("mentor", "available", "ada", "--from", "2026-05-08T10:00", "--to", "2026-05-08T15:00").code
          == 0
      )
      for round in 0..<20 {
        let clock = "\(10 + round / 4):" + ["00", "15", "30", "45"][round % 4]
        let running = try (1...40).map {
          try place.program.start(["mentor", "booking", "add", "ada", "t\($0)", "--at", "2026-05-08T\(clock)"])
        }
        let refusal = Program.Ended.saying(
          1, #"Error: The \#(clock) slot with "Ada" is taken."#,
          "Choose another (datajam mentor booking list --free), or wait for it: --wait")
        var (booked, taken) = (0, 0)
        for run in running {
          let ended = try await run.end()
          if ended.code == 0 { booked += 1 }
          if ended == refusal { taken += 1 }
        }
        #expect(booked == 1 && taken == 39, "round \(round)")
      }
      #expect(try await place.ask("SELECT count(*)::text FROM mentor_session WHERE state = 'booked'") == "20")
    }
  }
}
