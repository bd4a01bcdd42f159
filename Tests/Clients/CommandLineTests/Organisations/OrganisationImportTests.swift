import Postgres
import Testing

/// Organisations from files: a row for each role, and nothing that somebody wrote by hand is lost.
@Suite struct OrganisationImportTests {
  private static let file = """
    key,role,order,name_en,name_fr,acronym_en,url
    icpc,partner,2,International Centre for the Prevention of Crime,,ICPC,https://example.org/icpc
    icpc,co-organiser,,International Centre for the Prevention of Crime,,ICPC,
    ibm,sponsor,,IBM,IBM,,

    """

  private func said(_ created: Int, _ updated: Int, _ unchanged: Int, _ rows: Int = 3, _ remarks: String...)
    -> Program
    .Ended
  {
    let outcome = "\(created) created, \(updated) updated, \(unchanged) unchanged (\(rows) rows of file.csv)"
    let lines = remarks + ["organisation: \(outcome)", "Next: datajam organisation list"]
    return Program.Ended(code: 0, output: "", errors: lines.map { $0 + "\n" }.joined())
  }

  private func roles(_ place: Workplace) async throws -> String? {
    try await place.ask(
      """
      SELECT string_agg(o.key || ' ' || r.role || ' ' || r.print_order, ', ' ORDER BY o.key, r.role)
      FROM organisation AS o JOIN organisation_role AS r USING (event_id, organisation_id)
      """)
  }

  @Test func aRowForEachRoleAndThenNothingChanges() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.imports("organisation", Self.file) == said(2, 1, 0))
      #expect(try await roles(place) == "ibm sponsor 1, icpc co-organiser 1, icpc partner 2")
      #expect(try await place.imports("organisation", Self.file) == said(0, 0, 3))
      #expect(try await place.ask("SELECT url FROM organisation WHERE key = 'icpc'") == "https://example.org/icpc")
      try await place.expectUnaltered()
    }
  }

  @Test func whatWasEditedByHandStays() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("organisation", Self.file)
      try #require(await place.run("organisation", "set", "ibm", "--name-en", "IBM Canada").code == 0)
      try #require(await place.run("organisation", "role", "add", "icpc", "partner", "--order", "9").code == 0)
      let changed = Self.file.replacing("ibm,sponsor,,IBM,IBM,,", with: "ibm,sponsor,,I.B.M.,IBM,IBM,")
      let kept = [
        "  row 4, cell D4 name_en: \"IBM Canada\" was set by hand since the last import and stays; the file says "
          + "\"I.B.M.\". To take the file's: --overwrite",
        "  row 2, cell C2 order: \"9\" was set by hand since the last import and stays; the file says \"2\". "
          + "To take the file's: --overwrite",
      ]
      #expect(try await place.imports("organisation", changed) == said(0, 1, 2, 3, kept[1], kept[0]))
      #expect(
        try await place.ask("SELECT name ->> 'en' || acronym::text FROM organisation WHERE key = 'ibm'")
          == #"IBM Canada{"en": "IBM"}"#)
      #expect(try await place.imports("organisation", changed, "--overwrite") == said(0, 2, 1))
      #expect(try await place.ask("SELECT name ->> 'en' FROM organisation WHERE key = 'ibm'") == "I.B.M.")
      #expect(try await roles(place) == "ibm sponsor 1, icpc co-organiser 1, icpc partner 2")
    }
  }

  @Test func blankCellsChangeNothing() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("organisation", Self.file)
      #expect(
        try await place.imports("organisation", "key,role,name_en,name_fr\nicpc,partner,,CIPC\nibm,sponsor,IBM,\n")
          == said(0, 1, 1, 2))
      #expect(
        try await place.ask("SELECT name::text FROM organisation WHERE key = 'icpc'")
          == #"{"en": "International Centre for the Prevention of Crime", "fr": "CIPC"}"#)
    }
  }

  @Test func goodRowsAreTakenAndTheOthersComeBack() async throws {
    try await Workplace.withEvent { place async throws in
      let faulty = Self.file + "ibm,sponsor,3,IBM,,,\nx,friend,1,X,,,\ny,funder,1,Y,,,ftp://y\n"
      let ended = try await place.imports("organisation", faulty, "--continue")
      #expect(ended.code == 3)
      #expect(
        ended.errors == """
            row 5, cell B5 role: The organisation has the role "sponsor" in row 4 as well: once is enough.
            row 6, cell B6 role: "friend" is not known here: write one of funder, partner, co-organiser, sponsor, prize-giver, affiliation.
            row 7, cell G7 url: "ftp://y" is no link: it has to begin with http:// or https://.
          organisation: 2 created, 1 updated, 0 unchanged, 3 rejected (6 rows of file.csv)
          The rejected rows are in file.rejects.csv.
          Next: datajam organisation list

          """)
      #expect(try await roles(place) == "ibm sponsor 1, icpc co-organiser 1, icpc partner 2")
    }
  }

  @Test func anotherNameIsTheSameOrganisationAlsoTheSecondTime() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("organisation", Self.file)
      try #require(await place.run("organisation", "alias", "add", "icpc", "Crime Centre").code == 0)
      let rows = "key,role,name_en,name_fr\nccpc,sponsor,Crime Centre,CIPC\n"
      #expect(try await place.imports("organisation", rows) == said(0, 1, 0, 1).saying1Row)
      #expect(try await place.imports("organisation", rows) == said(0, 0, 1, 1).saying1Row)
      #expect(try await place.imports("organisation", Self.file) == said(0, 0, 3))
      #expect(
        try await roles(place)
          == "ibm sponsor 1, icpc co-organiser 1, icpc partner 2, icpc sponsor 2")
    }
  }
}

extension Program.Ended {
  fileprivate var saying1Row: Self {
    Program.Ended(code: code, output: output, errors: errors.replacing("1 rows", with: "1 row"))
  }
}
