import Foundation
import Postgres
import Testing

/// Answers of Google's forms in three languages; all people are made up.
@Suite(.serialized) struct FormImportTests {
  private static let english = #"""
    Timestamp,Email Address,First name,Last name,Team name,"What do you hope
    to learn?",Skills [Maps]
    3/4/2026 19:10:37,ada@solar.example,Ada,Lund,Solar,"Maps, data
    and more",Good
    3/5/2026 7:10:37,bo@solar.example,Bo,Berg,solar,,

    """#
  private static let french = #"""
    Horodateur;Adresse e-mail;Prénom;Nom de famille;Équipe;Établissement;Langue préférée
    04/03/2026 19:10:37;zoe@soleil.example;Zoé;Lefèvre;Étoile;"Collège; du lac";français
    05/03/2026 07:10:37;noe@soleil.example;Noé;Küçük;étoile;COLLÈGE DU LAC;"anglais, français"

    """#
  private static let spanish =
    "Marca temporal\tDirección de correo electrónico\tNombre\tApellidos\tPaís\n"
    + "04/03/2026 19:10:37\tana@sol.example\tAna\tIbáñez Ruiz\tEspaña\n"

  @Test func `the order of dates and the zone are asked for at once, and nothing is guessed`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write(Self.english, to: "form.csv")
      #expect(
        try await place.run("import", "form.csv")
          == .saying(
            64,
            #"Error: "form.csv": The dates in "Timestamp" may be day first or month first, and the times do not say their zone."#,
            "Add --date-order dmy or --date-order mdy, and --tz ZONE: the event's is --tz UTC."))
      #expect(
        try await place.run("import", "form.csv", "--date-order", "mdy")
          == .saying(
            64, #"Error: "form.csv": The times in "Timestamp" do not say their zone."#,
            "Add --tz ZONE: the event's is --tz UTC."))
      #expect(
        try await place.run("import", "form.csv", "--date-order", "mdy", "--tz", "Mars/Olympus").code != 0)
      #expect(try await place.ask("SELECT count(*)::text FROM participant") == "0")
    }
  }

  @Test func `answers in English`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write(Self.english, to: "form.csv")
      let how = ["--date-order", "mdy", "--tz", "America/Vancouver"]
      #expect(
        try await place.program.start(["import", "form.csv"] + how).end()
          == .saying(
            0, "Profile: google-forms", "form.csv: Times are read month first, in America/Vancouver.",
            "Ignored columns: \"What do you hope\u{FFFD}to learn?\", \"Skills [Maps]\"",
            "participant: 2 created, 0 updated, 0 unchanged (2 rows of form.csv)",
            "member: 2 created, 0 updated, 0 unchanged", "team: 1 created, 0 updated, 0 unchanged",
            "Next: datajam participant list"))
      try await expect(
        place,
        [
          "Ada|Lund||||Solar|2026-03-05 03:10:37|3/4/2026 19:10:37",
          "Bo|Berg||||Solar|2026-03-05 15:10:37|3/5/2026 7:10:37",
        ])
      try await expectUnchanged(Self.english, place, "--date-order", "mdy", "--tz", "America/Vancouver")
    }
  }

  @Test(arguments: ["UTF-8", "Windows-1252", "Mac Roman", "UTF-16 LE"]) func `answers in French, in every encoding`(
    encoding: String
  ) async throws {
    try await Workplace.withEvent { place async throws in
      try place.write(try Self.bytes(of: Self.french, in: encoding), to: "form.csv")
      let came = try Imported(
        await place.run(
          "import", "form.csv", "--json", "--date-order", "dmy", "--tz", "Europe/Paris"))
      #expect(came.code == 0)
      #expect(
        came.notes == [
          "Read as \(encoding) with semicolon between the cells.", "Times are read day first, in Europe/Paris.",
        ])
      try await expect(
        place,
        [
          "Zoé|Lefèvre|fr|Collège; du lac||Étoile|2026-03-04 18:10:37|04/03/2026 19:10:37",
          "Noé|Küçük|en fr|COLLÈGE DU LAC||Étoile|2026-03-05 06:10:37|05/03/2026 07:10:37",
        ])
      try await expectUnchanged(Self.french, place, "--date-order", "dmy", "--tz", "Europe/Paris")
    }
  }

  private static func bytes(of text: String, in encoding: String) throws -> [UInt8] {
    switch encoding {
    case "UTF-16 LE": return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    // The letters from U+0080 on stand in Windows-1252 where they stand in Unicode.
    case "Windows-1252": return try text.unicodeScalars.map { try #require(UInt8(exactly: $0.value)) }
    case "Mac Roman":
      let places: [Unicode.Scalar: UInt8] = ["é": 0x8E, "è": 0x8F, "É": 0x83, "È": 0xE9, "ç": 0x8D, "ü": 0x9F]
      return try text.unicodeScalars.map { try #require(places[$0] ?? ($0.isASCII ? UInt8($0.value) : nil)) }
    default: return Array(text.utf8)
    }
  }

  @Test func `answers in Spanish, between tabs`() async throws {
    try await Workplace.withEvent { place async throws in
      let came = try await place.importing(Self.spanish, "--date-order", "dmy", "--tz", "Europe/Madrid")
      #expect(try came.counts == "1 rows, 1 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(
        came.notes == [
          "Read as UTF-8 with tab between the cells.", "Times are read day first, in Europe/Madrid.",
        ])
      try await expect(place, ["Ana|Ibáñez Ruiz|||ES||2026-03-04 18:10:37|04/03/2026 19:10:37"])
      try await expectUnchanged(Self.spanish, place, "--date-order", "dmy", "--tz", "Europe/Madrid")
    }
  }

  private func expect(_ place: Workplace, _ people: [String]) async throws {
    #expect(
      try await place.lines(
        """
        SELECT format('%s|%s|%s|%s|%s|%s|%s|%s', given_name, family_name, languages, p.affiliation, p.country, t.name,
          registered_at AT TIME ZONE 'UTC', registered_as_written)
        FROM participant AS p LEFT JOIN team_member AS m USING (event_id, participant_id) LEFT JOIN team AS t USING (team_id)
        ORDER BY participant_id
        """) == people)
  }

  private func expectUnchanged(_ text: String, _ place: Workplace, _ options: String...) async throws {
    let before = try await place.dump()
    try place.write(text, to: "again.csv")
    let again = try Imported(await place.program.start(["import", "again.csv", "--json"] + options).end())
    #expect(again.records("participant").prefix(2) == [0, 0])
    #expect(again.code == 0)
    #expect(try await place.dump() == before)
  }
}
