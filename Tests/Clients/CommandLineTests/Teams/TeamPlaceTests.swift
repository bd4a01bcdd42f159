import Foundation
import Postgres
import Testing

/// Where judges find a team.
@Suite struct TeamPlaceTests {
  @Test func `a table and a room of a file are kept, shown to judges, and exported`() async throws {
    try await Workplace.withJudging { place async throws in
      let text = "name,Table Number,Room\nAurora,1,LAS 171 Atrium\nBoréal,Stand B,\n"
      let taken = try await place.imports("team", text)
      #expect(taken.code == 0, "\(taken)")
      #expect(!taken.errors.contains("Ignored columns"))
      #expect(try await place.imports("team", text).errors.contains("0 created, 0 updated, 2 unchanged"))
      #expect(try await place.run("team", "list").output.contains("table 1, LAS 171 Atrium"))
      #expect(try await place.run("assignment", "list").output.contains("Stand B"))
      let exported = try await place.run("export", "team")
      #expect(exported.output.contains("table,room"))
      #expect(exported.output.contains("1,LAS 171 Atrium"))
      #expect(try await place.run("judge", "remind", "-o", "letters").code == 0)
      #expect(try place.text("letters/reminder-J-01.txt").contains("Aurora (table 1, LAS 171 Atrium)"))
      #expect(try await place.run("score", "sheet", "export", "--all", "-o", "sheets").code == 0)
      #expect(try place.text("sheets/J-01.txt").contains("@   At table 1, LAS 171 Atrium"))
      try await place.expectUnaltered()
    }
  }

  @Test func `a place is set and removed by hand, and a later file does not bring it back`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name,table\naurora,Aurora,1\n")
      #expect(try await place.run("team", "set", "aurora", "--table", "9", "--room", "Hall").code == 0)
      #expect(try await place.run("team", "show", "aurora").output.contains("table 9, Hall"))
      try await place.fill("team", "key,name,table\naurora,Aurora,1\n")
      #expect(try await place.ask("SELECT table_label FROM team") == "9")
      #expect(try await place.run("team", "set", "aurora", "--table", "", "--room", "").code == 0)
      #expect(try await place.ask("SELECT count(*)::text FROM team WHERE table_label IS NULL AND room IS NULL") == "1")
    }
  }
}
