import Postgres
import Testing

/// Answers that a person can do without, as people give them; all people are made up.
@Suite(.serialized) struct OptionalValueImportTests {
  private static let people = """
    name,email,language,consent_public,registered_at,country_of_nationality
    Ana,ana@example.org,Français (Canada),Oui,2026-03-01,Canadienne
    Bo,bo@example.org,English,"Yes, you may use my name",March 1,Québec
    Cy,cy@example.org,Klingon,n/a,,Kosovo
    Di,di@example.org,en,maybe,n/a,Québec
    Ed,ed@example.org,en,no,-,Prefer not to say

    """

  @Test func `a value that cannot be read is left out, and its rows are named once`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write(Self.people, to: "people.csv")
      #expect(
        try await place.run("import", "people.csv", "--tz", "America/Toronto")
          == .saying(
            0, "people.csv: Times are read year first, in America/Toronto.",
            #"  rows 3, 5, country_of_nationality: "Québec" is no country, so it was left out."#,
            #"  row 3, cell E3 registered_at: "March 1" is no time that can be read here, so it was left out."#,
            #"  row 4, cell C4 language: "Klingon" is no language, so it was left out."#,
            #"  row 5, cell D5 consent_public: "maybe" is no clear yes, so it was left out."#,
            "participant: 5 created, 0 updated, 0 unchanged (5 rows of people.csv)", "Next: datajam participant list"))
      #expect(
        try await place.lines(
          """
          SELECT format('%s|%s|%s|%s|%s', display_name, languages, country, may_be_named, registered_at AT TIME ZONE 'UTC')
          FROM participant ORDER BY participant_id
          """) == ["Ana|fr|CA|t|2026-03-01 05:00:00", "Bo|en||t|", "Cy||XK|f|", "Di|en||f|", "Ed|en||f|"])
      let before = try await place.dump()
      let again = try await place.importing(Self.people, "--tz", "America/Toronto")
      #expect(try again.counts == "5 rows, 0 created, 0 updated, 5 unchanged, 0 skipped, 0 rejected")
      #expect(
        again.remarks.filter { $0.contains("Québec") } == [
          #"3/3 country_of_nationality: "Québec" is no country, so it was left out."#,
          #"5/5 country_of_nationality: "Québec" is no country, so it was left out."#,
        ])
      #expect(try await place.dump() == before)
    }
  }

  @Test func `a list of names makes people with keys, and again nobody`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write("Name\nNils Abel\nSam van der Kool \nSam van der Kool\nGerard Olán \n", to: "names.csv")
      #expect(
        try await place.run("participant", "import", "names.csv")
          == .saying(
            0, "  row 4: The name is in row 3 as well. Both were taken; remove one if they are one person.",
            "participant: 4 created, 0 updated, 0 unchanged (4 rows of names.csv)", "Next: datajam participant list"))
      let before = try await place.dump()
      #expect(try await place.run("participant", "import", "names.csv").code == 0)
      #expect(try await place.dump() == before)
    }
  }

  @Test func `an answer that is no longer clear takes a consent back`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.importing("name,email,consent\nAna,ana@example.org,yes\n").code == 0)
      #expect(try await place.importing("name,email,consent\nAna,ana@example.org,I am not sure\n").code == 0)
      #expect(try await place.ask("SELECT may_be_named::text FROM participant") == "false")
    }
  }
}
