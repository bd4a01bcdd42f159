import Postgres
import Testing

/// Rows of teams with their people; all of them are made up.
@Suite(.serialized) struct TeamRowImportTests {
  private func members(_ place: Workplace) async throws -> [String] {
    try await place.lines(
      """
      SELECT concat_ws(' ', t.name, p.display_name, p.email, CASE WHEN m.is_captain THEN 'captain' END)
      FROM team_member AS m JOIN team AS t USING (event_id, team_id) JOIN participant AS p USING (event_id, participant_id)
      ORDER BY t.team_id, p.participant_id
      """)
  }

  private func expectUnchanged(_ file: String, _ place: Workplace, _ options: String...) async throws {
    let before = try await place.dump()
    try place.write(file, to: "again.csv")
    let again = try Imported(await place.program.start(["import", "again.csv", "--json"] + options).end())
    #expect(again.code == 0)
    #expect(again.remarks == [])
    #expect(try await place.dump() == before)
  }

  @Test func `members in numbered columns become people of the team`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = """
        Team Name,Name,Email,Member 2 Name,Member 2 Email
        Tidal,Ana Lee,ana@example.org,Bo Ray,bo@example.org
        Kelp,Dee Orr,dee@example.org,Eli Poe,

        """
      let came = try await place.importing(file)
      #expect(came.records("participant") == [4, 0, 0] && came.records("team") == [2, 0, 0])
      #expect(
        try await members(place) == [
          "Tidal Ana Lee ana@example.org", "Tidal Bo Ray bo@example.org", "Kelp Dee Orr dee@example.org",
          "Kelp Eli Poe",
        ])
      try await expectUnchanged(file, place)
    }
  }

  @Test func `names in one cell become people of the team`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = "Team,Members\nTidal,\"Ana Lee, Bo Ray; Cy Fox\"\nKelp,\"Dee Orr & Ana Lee\"\n"
      #expect(try await place.importing(file).code == 0)
      #expect(
        try await members(place) == ["Tidal Ana Lee", "Tidal Bo Ray", "Tidal Cy Fox", "Kelp Dee Orr", "Kelp Ana Lee"])
      try await expectUnchanged(file, place)
    }
  }

  @Test func `who is named by a teammate and has a row is one person`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = """
        Name,Email,Team,Teammate 1,Teammate 1 Email,Members
        Ana Lee,ana@example.org,Tidal,Bo Ray,bo@example.org,"Ana Lee, Bo Ray, Cy Fox"
        Bo Ray,BO@example.org,,,,
        Cy Fox,cy@example.org,Tidal,Ana Lee,ana@example.org,Bo Ray

        """
      let came = try await place.importing(file)
      #expect(came.code == 0)
      #expect(came.records("participant") == [3, 0, 0])
      #expect(
        try await members(place) == [
          "Tidal Ana Lee ana@example.org", "Tidal Bo Ray BO@example.org", "Tidal Cy Fox cy@example.org",
        ])
      try await expectUnchanged(file, place)
    }
  }

  @Test func `people who were known by name alone are the members of that name`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = "Name,Email,Team\nAna Lee,ana@example.org,Tidal\n"
      #expect(try await place.importing(file).code == 0)
      let came = try await place.importing("Team,Members\ntidal,Ana Lée and Bo\n")
      #expect(came.records("participant").first == 1)
      #expect(try await members(place).count == 2)
    }
  }

  @Test func `a column with people that nothing is done with is a warning of its own`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = "name,email,diet,Parent's e-mail\nAna,ana@example.org,none,mum@example.org\n"
      try place.write(file, to: "people.csv")
      #expect(
        try await place.run("import", "people.csv")
          == .saying(
            0, #"Ignored columns: "diet""#,
            #"  warning: The column "Parent's e-mail" holds e-mail addresses (first in row 2), and nothing is done with it."#,
            #"  To take them, call the columns as "Member 2 name" and "Member 2 email" are called, or say with --map what they hold; "ignore" in the map ends the warning."#,
            "participant: 1 created, 0 updated, 0 unchanged (1 row of people.csv)", "Next: datajam participant list"))
      let document = try await place.importing(file).document
      #expect(document["ignored_columns"] as? [String] == ["diet"])
      let warnings = try #require(document["warnings"] as? [[String: Any]])
      #expect(warnings.map { $0["column"] as? String } == ["Parent's e-mail"])
    }
  }
}
