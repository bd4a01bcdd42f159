import Foundation
import Postgres
import Testing

/// Files of which some rows cannot be taken: all or nothing, a rehearsal, or the good rows with the others beside.
@Suite(.serialized) struct RejectsTests {
  private let people = """
    name,email,team,country
    Ada,ada@solar.example,Solar,CA
    Bo,bo@@solar.example,Solar,CA
    "Cy, of
    the lake",cy@@lake.example,Lake,PE
    Dee,ADA@solar.example,Lake,CA
    Eve,eve@lake.example,Lake,CA,too,many
    Fay,fay@lake.example
    Gus,gus@lake.example,Lake,PE

    """

  private func text(_ name: String, _ place: Workplace) throws -> String {
    try String(contentsOfFile: place.folder + "/" + name, encoding: .utf8)
  }

  @Test func `good rows are taken, and the others are written down with what is wrong`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write(people, to: "people.csv")
      let sentences = [
        #"  row 3, cell B3 email: "bo@@solar.example" is not an e-mail address."#,
        #"  row 4, cell B4 email: "cy@@lake.example" is not an e-mail address."#,
        #"  row 5 (line 6), cell B5 email: The address "ADA@solar.example" stands in row 2 as well: each participant has one of their own."#,
        "  row 6 (line 7): Row 6 (line 7) has 6 cells, but the header has 4.",
        "  row 7 (line 8): Row 7 (line 8) has 2 cells, but the header has 4.",
      ]
      let outcome = [
        "participant: 2 created, 0 updated, 0 unchanged, 5 rejected (7 rows of people.csv)",
        "member: 2 created, 0 updated, 0 unchanged", "team: 2 created, 0 updated, 0 unchanged",
      ]
      func said(_ code: Int32, _ lines: [String]) -> Program.Ended {
        Program.Ended(code: code, output: "", errors: lines.map { $0 + "\n" }.joined())
      }
      let before = try await place.dump()
      #expect(
        try await place.run("import", "people.csv")
          == said(
            65,
            sentences + [
              #"Error: 5 rows of "people.csv" cannot be taken, so nothing was imported."#,
              "Mend the rows that are named above and run the same command again, or take the good rows: --continue",
              "Or take the last of several rows about the same thing: --last",
            ]))
      #expect(try await place.dump() == before)
      let rehearsed = ["Nothing was written, because of --dry-run."]
      #expect(try await place.run("import", "people.csv", "-n") == said(3, sentences + outcome + rehearsed))
      #expect(
        try await place.run("import", "people.csv", "-n", "--continue") == said(3, sentences + outcome + rehearsed))
      #expect(try await place.dump() == before)
      #expect(!FileManager.default.fileExists(atPath: place.folder + "/people.rejects.csv"))
      #expect(
        try await place.run("import", "people.csv", "--continue")
          == said(
            3,
            sentences + outcome + [
              "The rejected rows are in people.rejects.csv.", "Next: datajam participant list",
            ]))
      #expect(
        try text("people.rejects.csv", place) == #"""
          name,email,team,country,_row,_line,_cell,_code,_message
          Bo,bo@@solar.example,Solar,CA,3,3,B3,cell,"""bo@@solar.example"" is not an e-mail address."
          "Cy, of
          the lake",cy@@lake.example,Lake,PE,4,4,B4,cell,"""cy@@lake.example"" is not an e-mail address."
          Dee,ADA@solar.example,Lake,CA,5,6,B5,same-email,"The address ""ADA@solar.example"" stands in row 2 as well: each participant has one of their own."
          Eve,eve@lake.example,Lake,CA,too,many,6,7,,cell,"Row 6 (line 7) has 6 cells, but the header has 4."
          Fay,fay@lake.example,7,8,,cell,"Row 7 (line 8) has 2 cells, but the header has 4."

          """#)
    }
  }

  @Test func `the rejects come in once they are mended, and not before`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write(people, to: "people.csv")
      #expect(try await place.run("import", "people.csv", "--continue").code == 3)
      let unmended = try await place.run("import", "people.rejects.csv", "--json")
      let told = try Imported(unmended)
      #expect(told.code == 65)
      #expect(try told.counts == "5 rows, 0 created, 0 updated, 0 unchanged, 0 skipped, 5 rejected")
      // An address that another row had is that of a participant now, who is in another team.
      #expect(
        told.problems[2]
          == #"4/5 team: The participant is already in team "solar", and nobody is in two: "Lake" was not joined."#)
      #expect((told.document["ignored_columns"] as? [String]) == [])
      let again = try await place.run("import", "people.csv", "--json")
      #expect(try Imported(again).counts == "7 rows, 0 created, 0 updated, 2 unchanged, 0 skipped, 5 rejected")

      let mended = try text("people.rejects.csv", place).replacing("bo@@", with: "bo@").replacing(
        "cy@@", with: "cy@"
      )
      .replacing("ADA@", with: "dee@").replacing(",too,many,", with: ",")
      .replacing("Fay,fay@lake.example,", with: "Fay,fay@lake.example,,,")
      let came = try await place.importing(mended)
      #expect(came.code == 0)
      #expect(try came.counts == "5 rows, 5 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(
        try await place.lines(
          "SELECT format('%s|%s', p.display_name, t.name) FROM participant AS p LEFT JOIN team_member AS m USING (event_id, participant_id) LEFT JOIN team AS t USING (team_id) ORDER BY participant_id"
        ) == [
          "Ada|Solar", "Gus|Lake", "Bo|Solar", "Cy, of\nthe lake|Lake", "Dee|Lake", "Eve|Lake", "Fay|",
        ])
    }
  }

  @Test(arguments: ["", ",Team Member 1 First Name,Team Member 1 Last Name,Team Member 1 Email", ",..."])
  func `rejected projects keep their members behind the header`(tail: String) async throws {
    try await Workplace.withEvent { place async throws in
      let header =
        "Project Title,Submission Url,Submitter First Name,Submitter Last Name,Submitter Email,Additional Team Member Count"
      try place.write(
        """
        \(header)\(tail)
        Cart,https://hack.example/cart,Ada,Lund,ada@solar.example,2,Bo,Berg,bo@solar.example,Cy,Cole,cy@solar.example
        Bus,ftp://hack.example/bus,Dee,Diaz,dee@bus.example,2,Eve,Eng,eve@bus.example,Fay,Fox,fay@bus.example
        Map,ftp://hack.example/map,Gus,Gray,gus@map.example,1,Hal,Hill,hal@map.example

        """, to: "projects.csv")
      #expect(try await place.run("import", "projects.csv", "--continue").code == 3)
      #expect(try await place.run("import", "projects.rejects.csv").code == 65)
      let mended = try text("projects.rejects.csv", place).replacing("ftp:", with: "https:")
      let came = try await place.importing(mended)
      #expect(came.code == 0)
      #expect(came.problems == [] && came.remarks == [])
      #expect(try came.counts == "2 rows, 2 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(
        try await place.lines(
          "SELECT t.name || ': ' || string_agg(p.display_name, ', ' ORDER BY p.participant_id) FROM team AS t JOIN team_member USING (team_id) JOIN participant AS p USING (participant_id) GROUP BY t.team_id, t.name ORDER BY t.team_id"
        ) == ["Cart: Ada Lund, Bo Berg, Cy Cole", "Bus: Dee Diaz, Eve Eng, Fay Fox", "Map: Gus Gray, Hal Hill"])
    }
  }

  @Test func `a rule that only the schema knows refuses exactly the rows that break it`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.database.session {
        try $0.run(script: "ALTER TABLE participant ADD CONSTRAINT city_is_no_lake CHECK (city <> 'Lake')")
      }
      let rows = (1...200).map { "P\($0),p\($0)@solar.example,\([7, 8, 150].contains($0) ? "Lake" : "Oslo")\n" }
      let file = "name,email,city\n" + rows.joined()
      let before = try await place.dump()
      let refused = try await place.importing(file)
      #expect(refused.code == 65)
      let sentence = #"The row breaks the rule "city_is_no_lake"."#
      #expect(refused.problems == [8, 9, 151].map { "\($0)/\($0): \(sentence)" })
      #expect(try refused.counts == "200 rows, 197 created, 0 updated, 0 unchanged, 0 skipped, 3 rejected")
      #expect(try await place.dump() == before)
      let taken = try await place.importing(file, "--continue")
      #expect(taken.code == 3)
      #expect(taken.problems == refused.problems)
      #expect(try await place.ask("SELECT count(*)::text FROM participant") == "197")
      #expect(try text("file.rejects.csv", place).contains("P150,p150@solar.example,Lake,151,151,,refused,"))
    }
  }

  @Test func `an import that is killed in its middle leaves nothing`() async throws {
    try await Workplace.withEvent { place async throws in
      let rows = (1...60_000).map { "Person \($0),p\($0)@solar.example,Team \($0 / 4)\n" }.joined()
      try place.write("name,email,team\n" + rows, to: "large.csv")
      let before = try await place.dump()
      let running = try place.program.start(["import", "large.csv"])
      // Under way: the turn that imports take is taken.
      while try await place.ask("SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory'") == "0" {
        try await Task.sleep(for: .milliseconds(20))
      }
      try await Task.sleep(for: .milliseconds(300))
      #expect(kill(running.number, SIGKILL) == 0)
      #expect(try await running.end().code == 128 + SIGKILL)
      while try await place.ask("SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory'") != "0" {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(try await place.dump() == before)
      #expect(try await place.importing("name,email\nAda,ada@solar.example\n").counts.contains("1 created"))
    }
  }
}
