import Foundation
import Postgres
import Testing

/// Rooms, tracks, conflicts, hours and bookings from files.
@Suite struct OtherNounImportTests {
  @Test func `rooms and tracks are made with keys of their names, and again nothing changes`() async throws {
    try await Workplace.withEvent { place async throws in
      for (noun, text, keys) in [
        ("room", "Salle;Capacité\nAmphi A;120\nAmphi B;\n", "amphi-a amphi-b"),
        ("track", "track\nHealth & care\nCities\n", "cities health-care"),
      ] {
        let first = try await place.imports(noun, text)
        #expect(first.code == 0, "\(first)")
        #expect(first.errors.contains("2 created"))
        #expect(try await place.imports(noun, text).errors.contains("2 unchanged"))
        #expect(try await place.ask("SELECT string_agg(key, ' ' ORDER BY key) FROM \(identifier: noun)") == keys)
      }
    }
  }

  @Test func `conflicts are declared by code or name, and the unknown are named`() async throws {
    try await Workplace.withJudging { place async throws in
      let text = "Judge,Project,Reason\nAnn,Boréal,Taught them\nJ-02,aurora,Sister in the team\n"
      let ended = try await place.run(
        "judge", "conflict", "import", try place.writing(text, to: "conflicts.csv"))
      #expect(ended.code == 0, "\(ended)")
      #expect(ended.errors.contains("2 created"))
      #expect(
        try await place.ask("SELECT count(*)::text FROM judge_conflict WHERE kind = 'declared'") == "2")
      let unknown = try await place.run(
        "judge", "conflict", "import", try place.writing("judge,team,reason\nZed,aurora,x\n", to: "conflicts.csv"))
      #expect(unknown.code == 65)
      #expect(unknown.errors.contains("Zed"))
    }
  }

  @Test func `hours and bookings are taken in human words, and again nothing changes`() async throws {
    try await Workplace.withJudging { place async throws in
      try await place.fill("mentor", "key,name\nada,Ada Lovelace\n")
      let hours = """
        mentor,from,to,shifts,except
        Ada Lovelace,Saturday 1 p.m.,16:00,,
        ada,,,"Sunday 10:00-12:00, 14 h à 16 h",
        ada,2026-05-09 14:00,2026-05-09 14:30,,yes

        """
      let file = try place.writing(hours, to: "hours.csv")
      #expect(try await place.run("mentor", "hours", "import", file).errors.contains("3 created"))
      #expect(try await place.run("mentor", "hours", "import", file).errors.contains("3 unchanged"))
      #expect(
        try await place.ask(
          "SELECT string_agg(to_char(lower(during) AT TIME ZONE 'UTC', 'DD HH24:MI'), ', ' ORDER BY lower(during)) FROM mentor_availability"
        ) == "09 13:00, 09 14:00, 10 10:00, 10 14:00")
      let bookings = "mentor,team,from,minutes\nAda Lovelace,Aurora,samedi 13 h 30,30\n"
      let booking = try place.writing(bookings, to: "bookings.csv")
      let booked = try await place.run("mentor", "booking", "import", booking)
      #expect(booked.code == 0, "\(booked)")
      #expect(booked.errors.contains("1 created"))
      #expect(try await place.run("mentor", "booking", "import", booking).errors.contains("1 unchanged"))
      let outside = try place.writing("mentor,team,from\nada,boreal,Saturday 14:00\n", to: "bookings.csv")
      #expect(try await place.run("mentor", "booking", "import", outside).code == 65)
      try await place.expectUnaltered()
    }
  }

  @Test(arguments: ["Saturday 5", "Monday 17:00", "5 p.m.", "2026-02-30 10:00", "tomorrow 10:00", "08/05/2026 10:00"])
  func `a time that can be read in two ways, or not at all, is refused with its cell`(text: String) async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("mentor", "key,name\nada,Ada\n")
      let file = try place.writing("mentor,from,to\nada,\(text),18:00\n", to: "hours.csv")
      let ended = try await place.run("mentor", "hours", "import", file)
      #expect(ended.code == 65, "\(ended)")
      #expect(ended.errors.contains("row 2, cell B2 from: \"\(text)\" is no time with its day"))
      #expect(try await place.ask("SELECT count(*)::text FROM mentor_availability") == "0")
    }
  }

  /// A template's columns are those that its import reads.
  @Test func `every template is taken by its import once it has a row`() async throws {
    try await Workplace.withJudging { place async throws in
      try await place.fill("mentor", "key,name\nada,Ada\n")
      try await place.fill("track", "key,name_en\nhealth,Health\n")
      for (noun, words) in [
        "mentors": ["mentor", "import"], "rooms": ["room", "import"], "tracks": ["track", "import"],
        "judges": ["judge", "import"], "conflicts": ["judge", "conflict", "import"],
        "hours": ["mentor", "hours", "import"], "bookings": ["mentor", "booking", "import"],
        "rubric": ["rubric", "import"], "prizes": ["prize", "import"], "assignments": ["assignment", "import"],
        "votes": ["vote", "import", "--prize", "x", "--source", "y"], "ranks": ["result", "import"],
        "sessions": ["agenda", "import"],
      ] {
        let header = try await place.run("template", noun)
        #expect(header.code == 0, "\(header)")
        try place.write(header.output + "\n", to: "file.csv")
        let empty = try await place.program.start(words + ["file.csv"]).end()
        #expect(empty.errors.contains("has a header, but no rows below it"), "\(noun): \(empty)")
        #expect(!empty.errors.contains("Ignored columns"), "\(noun): \(empty)")
      }
    }
  }

  /// In the order in which each finds what it names.
  @Test func `the example of every template is taken as it is`() async throws {
    try await Workplace.withEvent { place async throws in
      for (noun, words) in [
        ("tracks", ["track", "import"]), ("organisations", ["organisation", "import"]), ("teams", ["team", "import"]),
        ("participants", ["participant", "import"]), ("submissions", ["submission", "import"]),
        ("rooms", ["room", "import"]), ("mentors", ["mentor", "import"]), ("hours", ["mentor", "hours", "import"]),
        ("bookings", ["mentor", "booking", "import"]), ("judges", ["judge", "import"]),
        ("rubric", ["rubric", "import"]), ("conflicts", ["judge", "conflict", "import", "-n"]),
        ("prizes", ["prize", "import"]), ("sessions", ["agenda", "import"]),
      ] {
        try place.write(try await place.run("template", noun, "--example").output, to: "file.csv")
        let taken = try await place.program.start(words + ["file.csv"]).end()
        #expect(taken.code == 0, "\(noun): \(taken)")
        #expect(!taken.errors.contains("left out"), "\(noun): \(taken)")
      }
      try #require(await place.run("judging", "open", "main").code == 0)
      for (noun, words) in [
        ("assignments", ["assignment", "import"]), ("scores", ["score", "import"]),
        ("ranks", ["result", "import", "-n"]),
      ] {
        try place.write(try await place.run("template", noun, "--example").output, to: "file.csv")
        let taken = try await place.program.start(words + ["file.csv"]).end()
        #expect(taken.code == 0, "\(noun): \(taken)")
      }
      try place.write(try await place.run("template", "sessions", "--example").output, to: "sessions.csv")
      try place.write(try await place.run("template", "speakers", "--example").output, to: "speakers.csv")
      let spoken = try await place.run("agenda", "import", "sessions.csv", "--speakers", "speakers.csv")
      #expect(spoken.code == 0, "\(spoken)")
    }
  }

  @Test func `a room of a name that two rooms have is not taken by chance`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("room", "key,name_en\nhall-a,Hall\nhall-b,Hall\n")
      let file =
        #"{"schedule":{"conference":{"days":[{"date":"2026-05-08","rooms":{"Hall":[{"id":1,"date":"2026-05-08T10:00:00Z","duration":"0:30","title":"Open","persons":[]}]}}]}}}"#
      let refused = try await place.run("agenda", "import", try place.writing(file, to: "schedule.json"))
      #expect(refused.code == 65, "\(refused)")
      #expect(refused.errors.contains(#""Hall" may mean the room hall-a or hall-b."#))
    }
  }
}
