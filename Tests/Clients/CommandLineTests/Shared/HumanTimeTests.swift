import Foundation
import Postgres
import Testing

/// Hours as people type them.
@Suite struct HumanTimeTests {
  @Test func `a day of the event with an hour is taken and said in full`() async throws {
    try await Workplace.withEvent { place async throws in
      let set = try await place.run("event", "set", "--deadline", "Sunday 5 p.m.")
      #expect(set.code == 0, "\(set)")
      #expect(set.errors.contains(#""Sunday 5 p.m." is Sunday, 2026-05-10T17:00, by the clocks of UTC."#))
      #expect(
        try await place.ask("SELECT submissions_due_at AT TIME ZONE 'UTC' || '' FROM event") == "2026-05-10 17:00:00")
      try await place.fill("mentor", "key,name\nada,Ada\n")
      let hours = try await place.run(
        "mentor", "available", "ada", "--from", "samedi 14 h", "--to", "2026-05-09T16:00", "--tz", "America/Toronto")
      #expect(hours.code == 0, "\(hours)")
      #expect(hours.errors.contains("Saturday, 2026-05-09T14:00, by the clocks of America/Toronto."))
    }
  }

  @Test(arguments: ["17:00", "Monday 17:00", "Sunday 5", "none of these", "08/05/2026 17:00"])
  func `what can be read in two ways is refused with an example`(text: String) async throws {
    try await Workplace.withEvent { place async throws in
      let refused = try await place.run("event", "set", "--deadline", text)
      #expect(refused.code == 65)
      #expect(refused.errors.contains("is no day with a time that can be read in one way only."))
      #expect(try await place.ask("SELECT submissions_due_at::text FROM event") == nil)
    }
  }

  @Test(arguments: [
    ("Vancouver", "America/Vancouver"), ("new york", "America/New_York"), ("America/Torono", "America/Toronto"),
    ("Bogotá", "America/Bogota"),
  ])
  func `a city is answered with its zone`(word: String, zone: String) async throws {
    try await Workplace.withEvent { place async throws in
      let refused = try await place.run("event", "set", "--tz", word)
      #expect(refused.code == 65)
      #expect(refused.errors.contains(#"Did you mean "\#(zone)"?"#), "\(refused)")
    }
  }
}
