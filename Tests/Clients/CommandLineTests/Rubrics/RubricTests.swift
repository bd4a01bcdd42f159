import Foundation
import Postgres
import Testing

/// Rubrics as files, as an organiser types it.
@Suite struct RubricTests {
  private static let example = Repository.file("docs/example/rubric.yaml").path

  @Test func `the example imports without a doubt, and its export imports again unchanged`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("event", "set", "--name-fr", "Jam", "--languages", "en,fr").code == 0)
      #expect(
        try await place.run("rubric", "import", Self.example)
          == .saying(
            0, #"rubric "main": created, version 1 with 4 criteria. Next: datajam rubric check --rubric main"#))
      #expect(
        try await place.run("rubric", "check")
          == .saying(0, "Nothing prevents it. Next: datajam judging open main"))
      #expect(try await place.run("rubric", "export", "-o", "main.yml").code == 0)
      #expect(
        try await place.run("rubric", "import", "main.yml")
          == .saying(
            0, #"rubric "main": unchanged, version 1 with 4 criteria. Next: datajam rubric check --rubric main"#))
    }
  }

  @Test func `a fault in a file is told with its place, and nothing is imported`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write("criteria:\n  - key: impact\n    wieght: 3\n", to: "r.yaml")
      #expect(
        try await place.run("rubric", "import", "r.yaml")
          == .saying(
            65, #"Error: "r.yaml", line 3, column 5: "wieght" is no field of a criterion."#,
            #"Did you mean "weight"?"#))
      #expect(try await place.ask("SELECT count(*)::text FROM rubric") == "0")
    }
  }

  @Test func `a rubric of another event is copied, and a missing language is named`() async throws {
    try await Workplace.withJudging { place async throws in
      let added = try await place.run(
        "event", "add", "two", "--name-fr", "Deux", "--from", "2027-05-08", "--to", "2027-05-10", "--tz", "UTC")
      try #require(added.code == 0)
      #expect(
        try await place.run("rubric", "copy-from", "jam", "--as", "final", "-E", "two")
          == .saying(
            0,
            #"rubric "final": created, version 1 with 2 criteria. Next: datajam rubric check --rubric final -E two"#))
      let checked = try await place.run("rubric", "check", "-E", "two")
      #expect(checked.code == 3)
      #expect(checked.output.contains(#"FAIL  "impact" lacks the title (fr)."#))
    }
  }
}
