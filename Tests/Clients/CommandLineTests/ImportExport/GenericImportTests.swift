import Foundation
import Postgres
import Testing

/// Spreadsheets of an organiser's own, with columns named as people name them; all people are made up.
@Suite(.serialized) struct GenericImportTests {
  private static let people = #"""
    Prénom;Nom;Courriel;Pays;Établissement;Équipe;Team captain;registered_at
    Zoé;Lefèvre;zoe@lac.example;Canada;"Collège; du lac";Étoile;oui;2026-03-01T10:00:00Z
    Noé;N’Doye;noe@lac.example;Côte d’Ivoire;COLLÈGE DU LAC;étoile;oui;2026-03-01T10:00:00-05:00
    Ana;"Ruiz
    Ibáñez";ana@lac.example;Atlantide;;Étoile filante;;
    Bo;Berg;bo@@lac.example;;;;;2026-03-01 10:00

    """#

  @Test func `people of a spreadsheet: each fault with its row, line and cell`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write(Self.people, to: "gens.csv")
      #expect(
        try await place.run("import", "gens.csv")
          == .saying(
            65, "gens.csv: Read as UTF-8 with semicolon between the cells.",
            "gens.csv: Times are read year first, each with the offset that it has.",
            #"  row 5 (line 6), cell C5 Courriel: "bo@@lac.example" is not an e-mail address."#,
            #"Error: 1 row of "gens.csv" cannot be taken, so nothing was imported."#,
            "Mend the rows that are named above and run the same command again, or take the good rows: --continue"))
      let mended = Self.people.replacing("Atlantide", with: "PE").replacing("@@", with: "@")
      let came = try await place.importing(mended, "--tz", "America/Toronto")
      #expect(came.code == 0)
      #expect(try came.counts == "4 rows, 4 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(came.records("team") == [2, 0, 0])
      #expect(
        came.remarks == [
          #"3/3 Team captain: Team "étoile" already has a captain, so this participant is a member of it."#
        ])
      #expect(
        try await place.lines(
          """
          SELECT format('%s|%s|%s|%s|%s|%s', p.display_name, p.country, p.affiliation, t.name, m.is_captain,
            registered_at AT TIME ZONE 'UTC')
          FROM participant AS p LEFT JOIN team_member AS m USING (event_id, participant_id) LEFT JOIN team AS t USING (team_id)
          ORDER BY participant_id
          """) == [
            "Zoé Lefèvre|CA|Collège; du lac|Étoile|t|2026-03-01 10:00:00",
            "Noé N’Doye|CI|COLLÈGE DU LAC|Étoile|f|2026-03-01 15:00:00", "Ana Ruiz\nIbáñez|PE||Étoile filante|f|",
            "Bo Berg||||| 2026-03-01 15:00:00".replacing(" 2026", with: "2026"),
          ])
      let before = try await place.dump()
      let again = try await place.importing(mended, "--tz", "America/Toronto")
      #expect(try again.counts == "4 rows, 0 created, 0 updated, 4 unchanged, 0 skipped, 0 rejected")
      #expect(try await place.dump() == before)
    }
  }

  @Test func `a name that is almost known is a slip, and two new ones that are almost alike are remarked`() async throws
  {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\n")
      let came = try await place.importing(
        """
        name,email,team
        Ada,a@solar.example,Aurorra
        Bo,b@solar.example,Polaris
        Cy,c@solar.example,Polariss
        Dee,d@solar.example,POLARIS
        Eve,e@solar.example,Team 1
        Fay,f@solar.example,Team 2

        """, "--continue")
      #expect(came.code == 3)
      #expect(
        came.problems == [
          #"2/2 team: There is no team "Aurorra". Did you mean "Aurora"? If it is new: datajam team add KEY --name NAME"#
        ])
      #expect(came.remarks == [#"4/4 team: The team "Polariss" is new, and its name is almost that of "Polaris"."#])
      #expect(
        try await place.lines("SELECT name FROM team ORDER BY name") == [
          "Aurora", "Polaris", "Polariss", "Team 1", "Team 2",
        ])
    }
  }

  @Test func `people exchange their addresses, and two rows never mean one person`() async throws {
    try await Workplace.withEvent { place async throws in
      let header = "key,name,email\n"
      try await place.fill("participant", header + "ada,Ada,one@solar.example\nbo,Bo,two@solar.example\n")
      let came = try await place.importing(header + "ada,Ada,two@solar.example\nbo,Bo,one@solar.example\n")
      #expect(try came.counts == "2 rows, 0 created, 2 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(
        try await place.lines("SELECT key || ' ' || email FROM participant ORDER BY key") == [
          "ada two@solar.example", "bo one@solar.example",
        ])
      let twice = try await place.importing(header + "ada,Ada,new@solar.example\n,Ada too,two@solar.example\n")
      #expect(twice.code == 65)
      #expect(
        twice.problems == [
          #"3/3 email: The address "two@solar.example" belongs to the participant of row 2: each participant takes one row."#
        ])
    }
  }

  @Test func `a spreadsheet of submissions names teams that are there`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\n")
      let file = "Équipe,Titre du projet,Lien\nAURORA,Carte,https://carte.example\nNowhere,X,https://x.example\n"
      let came = try await place.importing(file)
      #expect(came.code == 65)
      #expect(came.problems == [#"3/3 Équipe: There is no team "Nowhere". List them: datajam team list"#])
      let good = try await place.importing(file.replacing("Nowhere,X,https://x.example\n", with: ""))
      #expect(try good.counts == "1 rows, 1 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(try await place.ask("SELECT is_entered_by_organiser::text FROM submission") == "true")
    }
  }
}
