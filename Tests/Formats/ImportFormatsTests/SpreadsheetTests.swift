import CSV
import ImportFormats
import Testing
import Vocabulary

/// Our own columns, and spreadsheets with columns named like them.
@Suite struct SpreadsheetTests {
  @Test func ourOwnColumnsOfParticipantsAreRead() throws {
    let sample = try Sample(
      """
      key,given_name,family_name,display_name,email,languages,country_of_nationality,city,affiliation,alias,consent_public,registration_source,team,captain,registered_at
      p-1,Zoé,Roy,Zo,zoe@example.org,"en, fr",CAN,Montréal,École fictive,Zed,yes,form,aurora,oui,2021-05-07 09:30
      """, .with { $0.timeZone = "America/Toronto" })
    #expect(sample.interpreter.profile == .generic)
    #expect(sample.interpreter.noun == .participant)
    #expect(sample.interpreter.ignoredColumns == [])
    #expect(sample.interpreter.remarks == ["Times are read year first, in America/Toronto."])
    #expect(
      sample.readings == [
        RecordReading([
          Draft(
            .participant,
            [
              .key: "p-1", .givenName: "Zoé", .familyName: "Roy", .displayName: "Zo", .email: "zoe@example.org",
              .languages: "en fr", .country: "CA", .city: "Montréal", .affiliation: "École fictive", .alias: "Zed",
              .mayBeNamed: "true", .registrationSource: "form", .team: "aurora", .isCaptain: "true",
              .receivedAt: "2021-05-07 09:30:00 America/Toronto", .receivedAsWritten: "2021-05-07 09:30",
            ])
        ])
      ])
  }

  @Test(arguments: [
    "First name,Last name,E-mail,Country,City,Team", "Prénom,Nom,Courriel,Pays,Ville,Équipe",
    "Nombre,Apellido,Correo electrónico,País,Ciudad,Equipo", "GIVEN NAME,surname,Email Address,country,Town,team name",
  ])
  func spreadsheetsOfThreeLanguagesAreKnownByTheirColumns(header: String) throws {
    let sample = try Sample(header + "\nAna,Ruiz,ana@example.org,Canada,Ottawa,Aurora\n")
    #expect(
      sample.readings == [
        RecordReading([
          Draft(
            .participant,
            [
              .givenName: "Ana", .familyName: "Ruiz", .email: "ana@example.org", .country: "CA", .city: "Ottawa",
              .team: "Aurora",
            ])
        ])
      ])
  }

  @Test func teamsAreReadWithPlainTextsInTheLanguageOfTheEvent() throws {
    let sample = try Sample(
      "key,name,country,city,city_en,affiliation,track,about_en\naurora,Aurora,fra,Québec,Quebec,Mila,health,Five\n",
      .with { $0.eventLanguage = .french })
    #expect(sample.interpreter.noun == .team)
    #expect(
      sample.readings == [
        RecordReading([
          Draft(
            .team,
            [
              .key: "aurora", .name: "Aurora", .country: "FR", .cityFr: "Québec", .cityEn: "Quebec",
              .affiliation: "Mila", .track: "health", .aboutEn: "Five",
            ])
        ])
      ])
  }

  @Test func aTeamWithoutAColumnOfKeysHasNoKey() throws {
    #expect(
      try Sample("Équipe,Ville\nAurore,Laval\n").readings == [
        RecordReading([Draft(.team, [.name: "Aurore", .cityEn: "Laval"])])
      ])
  }

  @Test func submissionsAreRead() throws {
    let sample = try Sample(
      """
      team,title,summary_fr,url,video_url,links,built_with,received_at
      aurora,Aurora,"Une carte.
      Deux lignes.",https://example.org/a,https://example.org/v,"https://example.org/1, https://example.org/2",swift,2021-05-08T17:59:59.5Z
      """)
    #expect(sample.interpreter.noun == .submission)
    #expect(
      sample.readings == [
        RecordReading([
          Draft(
            .submission,
            [
              .team: "aurora", .titleEn: "Aurora", .summaryFr: "Une carte.\nDeux lignes.",
              .url: "https://example.org/a", .videoUrl: "https://example.org/v",
              .links: "https://example.org/1\nhttps://example.org/2", .builtWith: "swift",
              .receivedAt: "2021-05-08 17:59:59 +00:00", .receivedAsWritten: "2021-05-08T17:59:59.5Z",
            ])
        ])
      ])
  }

  @Test func organisationsAreRead() throws {
    let sample = try Sample("key,role,order,name_en,name_fr,acronym\nun,Partner,2,Nations,Nations,UN\n")
    #expect(sample.interpreter.noun == .organisation)
    #expect(
      sample.readings == [
        RecordReading([
          Draft(
            .organisation,
            [.key: "un", .role: "partner", .order: "2", .nameEn: "Nations", .nameFr: "Nations", .acronymEn: "UN"])
        ])
      ])
  }

  @Test func columnsThatMeanNothingAreListed() throws {
    let sample = try Sample("email,Shirt,name,,Diet \na@example.org,M,Ann,,none\n")
    #expect(sample.interpreter.ignoredColumns == ["Shirt", "Diet"])
  }

  @Test func theProblemNamesTheCellAsTheFileHasIt() throws {
    let sample = try Sample("Prénom,Courriel\nAnn,ann@@x\n")
    #expect(
      sample.readings[0].problems == [
        CellProblem(index: 1, column: "Courriel", value: "ann@@x", "\"ann@@x\" is not an e-mail address.")
      ])
  }

  @Test func everyCellThatCannotBeTakenIsNamed() throws {
    let sample = try Sample(
      """
      key,display_name,email,team
      P 1,Ann,ann@x,aurora
      """)
    #expect(
      sample.problems == [
        "\"P 1\" cannot be a key: a key is 1 to 60 of a-z and 0-9, with single dashes between words.",
        "\"ann@x\" is not an e-mail address.",
      ])
  }

  @Test func aParticipantNeedsAContactAndAName() throws {
    let sample = try Sample("key,display_name,email\n,Ann,\np-2,,\n")
    #expect(
      sample.readings.map(\.problems) == [
        [CellProblem(index: 2, column: "email", "The participant has neither an e-mail address nor a key.")],
        [CellProblem(index: 1, column: "display_name", "The participant has no name.")],
      ])
  }

  @Test func emptyCellsThatAreNeededAreNamed() throws {
    let needed = "The cell is empty, but it is needed."
    #expect(try Sample("key,name,city\n,,x\n").problems == [needed])
    #expect(try Sample("team,title\n,x\n").problems == [needed])
    #expect(
      try Sample("key,role,name_en,order\n,,,0\n").problems == [
        needed, needed, "The organisation has no name in any language.",
      ])
  }

  @Test(arguments: [
    ("yes", "true"), ("Y", "true"), ("TRUE", "true"), ("1", "true"), ("Oui", "true"), ("Sí", "true"), ("x", "true"),
    ("no", "false"), ("N", "false"), ("false", "false"), ("0", "false"), ("non", "false"),
  ])
  func yesAndNoAreReadInThreeLanguages(_ text: String, _ flag: String) throws {
    #expect(try Sample("key,name,email,captain\na,A,,\(text)\n").drafts[0][.isCaptain] == flag)
  }

  @Test(arguments: [
    ("English / français", "en fr"), ("EN", "en"), ("fr-CA; es", "fr es"), ("anglais et espagnol", "en es"),
    ("Español, Spanish", "es"), ("moh, FRA fre Eng", "moh fr en"), ("Deutsch; zh", "de zh"),
  ])
  func languagesAreReadByCodeOrName(_ text: String, _ codes: String) throws {
    #expect(try Sample("name;email;language\nA;a@example.org;\"\(text)\"\n").drafts[0][.languages] == codes)
  }

  @Test func textsAreTrimmedAndComposed() throws {
    let sample = try Sample("name,email\n\u{A0} Zoe\u{301} ,a@example.org \n")
    #expect(sample.drafts[0][.displayName].map { Array($0.utf8) } == Array("Zo\u{E9}".utf8))
    #expect(sample.drafts[0][.email] == "a@example.org")
  }

  @Test func aRowOfAnotherWidthIsAProblemOfTheRow() throws {
    #expect(
      try Sample("name,email\nAnn\n").readings == [
        RecordReading([], problems: [CellProblem("Row 2 (line 2) has 1 cell, but the header has 2.")])
      ])
  }

  @Test func aRowOfBlankCellsIsPassedOver() throws {
    #expect(try Sample("name,email\n , \n").readings == [RecordReading([], skipped: "blank")])
  }
}
