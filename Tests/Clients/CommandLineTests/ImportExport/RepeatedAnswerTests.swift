import Foundation
import Postgres
import Testing

/// Forms that were answered twice, and dates that can be read in one way only.
@Suite struct RepeatedAnswerTests {
  private static let form = """
    Timestamp,First Name,Last Name,Email
    7/14/2020 19:49:44,Matt,Linn (new),mlinn@example.edu
    7/14/2020 19:13:29,Matt,Linn,MLinn@example.edu
    7/16/2020 0:15:57,Nhi,Nguy,nnguy@example.edu

    """

  @Test func `the latest answer of a person counts, and it is said which row it replaces`() async throws {
    try await Workplace.withEvent { place async throws in
      let taken = try await place.importing(Self.form, as: "form.csv", "--tz", "America/Los_Angeles")
      #expect(taken.code == 0)
      let rows = try #require(taken.document["skipped_rows"] as? [[String: Any]])
      #expect(rows.map { "\($0["row"] ?? "")" } == ["3"])
      #expect(rows.first?["reason"] as? String == "row 2 replaces it as the later answer")
      #expect(
        try await place.ask("SELECT string_agg(display_name, ', ' ORDER BY display_name) FROM participant")
          == "Matt Linn (new), Nhi Nguy")
      try await place.expectUnaltered()
    }
  }

  @Test func `without times rows are refused with the way out, and --last takes the last`() async throws {
    try await Workplace.withEvent { place async throws in
      let text = "name,email\nJo,jo@example.org\nJoanna,jo@example.org\n"
      let refused = try await place.imports("participant", text)
      #expect(refused.code == 65)
      #expect(refused.errors.contains("take the last of several rows about the same thing: --last"))
      #expect(try await place.imports("participant", text, "--last").code == 0)
      #expect(try await place.ask("SELECT string_agg(display_name, ', ') FROM participant") == "Joanna")
      #expect(try await place.imports("team", "name,about\nA,first\nA,last\n", "--last").code == 0)
      #expect(try await place.ask("SELECT about ->> 'en' FROM team") == "last")
    }
  }

  @Test func `a date above twelve proves the order of the column, and both options are asked for at once`() async throws
  {
    try await Workplace.withEvent { place async throws in
      let french = "Horodateur;Adresse e-mail;Prénom;Nom\n05/03/2026 19:10:37;zoe@example.org;Zoé;Côté\n"
      let unclear = try await place.imports("participant", french)
      #expect(unclear.code == 64)
      #expect(unclear.errors.contains("--date-order dmy or --date-order mdy, and --tz ZONE: the event's is --tz UTC."))
      let proof = french + "21/03/2026 08:01:00;luc@example.org;Luc;L’Heureux\n"
      #expect(try await place.imports("participant", proof).errors.contains("the event's is --tz UTC"))
      let taken = try await place.imports("participant", proof, "--tz", "UTC")
      #expect(taken.code == 0, "\(taken)")
      #expect(taken.errors.contains("Times are read day first (a date of the file proves it), in UTC."))
      #expect(
        try await place.ask("SELECT min(registered_at)::timestamptz(0) AT TIME ZONE 'UTC' || '' FROM participant")
          == "2026-03-05 19:10:37")
    }
  }
}
