import ImportFormats
import Testing
import Vocabulary

/// Values that a row can do without: one that cannot be read is left out and named, and the row is taken.
@Suite struct OptionalValueTests {
  private func person(_ column: String, _ text: String, _ settings: ReadingSettings = .init()) throws -> Sample {
    try Sample("name,email,\(column)\nAna,ana@example.org,\"\(text)\"\n", settings)
  }

  @Test(arguments: [
    ("country", "Atlantis", "\"Atlantis\" is no country, so it was left out."),
    ("country", "Canada, France", "\"Canada, France\" is no country, so it was left out."),
    ("language", "Klingon", "\"Klingon\" is no language, so it was left out."),
    ("language", "Old Klingon", "\"Old\", \"Klingon\" are no languages, so they were left out."),
    ("captain", "perhaps", "\"perhaps\" is neither \"yes\" nor \"no\", so it was left out."),
    ("consent_public", "maybe", "\"maybe\" is no clear yes, so it was left out."),
    ("registered_at", "soon", "\"soon\" is no time that can be read here, so it was left out."),
    (
      "registered_at", "2026-03-01 10:00",
      "The time does not say its zone, so it was left out: add --tz ZONE, such as --tz UTC."
    ),
    (
      "registered_at", "03/01/2026 10:00",
      "The date may be day first or month first, so it was left out: say which with --date-order dmy or --date-order mdy."
    ),
  ])
  func aValueThatCannotBeReadIsLeftOut(_ column: String, _ text: String, _ remark: String) throws {
    let sample = try person(column, text)
    #expect(sample.problems == [])
    #expect(sample.remarks == [remark])
    #expect(sample.readings[0].remarks.map(\.value) == [text])
    var ana = Draft(.participant, [.displayName: "Ana", .email: "ana@example.org"])
    if column == "consent_public" { ana[.mayBeNamed] = "false" }
    #expect(sample.drafts == [ana])
  }

  @Test(arguments: [
    "N/A", "n/a", "-", "—", "--", "?", "none", "Prefer not to say", "I prefer not to answer", "aucune", "S/O",
    "Je préfère ne pas répondre", "Ninguno", "prefiero no decirlo",
  ])
  func wordsForNothingAreBlank(_ text: String) throws {
    let columns = ["country", "language", "captain", "consent_public", "registered_at", "affiliation", "city", "team"]
    for column in columns {
      let sample = try person(column, text)
      #expect(sample.drafts == [Draft(.participant, [.displayName: "Ana", .email: "ana@example.org"])], "\(column)")
      #expect(sample.remarks == [])
    }
  }

  @Test func wordsForNothingAreNoAddressAndNoCountry() throws {
    #expect(
      try Sample("name,email,key\nAna,n/a,\n").problems == [
        "The participant has neither an e-mail address nor a key."
      ])
    #expect(try person("country", "NA").drafts[0][.country] == "NA")
    #expect(try Sample("key,name\nx,None\n").drafts[0][.name] == "None")
  }

  @Test func aListOfNamesNeedsNeitherAddressesNorKeys() throws {
    let sample = try Sample("Name,Diet\nNils Abel,\nSam Kool ,\nsam kool,\n,none\n", .with { $0.noun = .participant })
    #expect(sample.drafts.prefix(3).map { $0[.sourceKey] } == ["name:nils abel", "name:sam kool", "name:sam kool/2"])
    #expect(
      sample.remarks == ["The name is in row 3 as well. Both were taken; remove one if they are one person."])
    #expect(sample.problems == ["The participant has no name."])
  }

  @Test(arguments: [
    ("Yes, you may use my name", "true"), ("Oui, bien volontiers", "true"), ("Sí, pueden usarlo", "true"),
    ("yes!", "true"), ("VRAI", "true"), ("No, thank you", "false"), ("Non.", "false"), ("Falso", "false"),
  ])
  func aPlainAnswerIsConsentOrNone(_ text: String, _ flag: String) throws {
    let sample = try person("consent_public", text)
    #expect(sample.drafts[0][.mayBeNamed] == flag)
    #expect(sample.remarks == [])
  }

  @Test(arguments: [
    "maybe", "Yes, but only my first name", "oui, sauf en ligne", "si possible", "sí, pero sin apellido", "ask me",
    "Yes if it is not online", "yesterday", "ouistiti", "sígueme",
  ])
  func consentIsNeverGuessed(_ text: String) throws {
    let sample = try person("consent_public", text)
    #expect(sample.drafts[0][.mayBeNamed] == "false")
    #expect(sample.remarks == ["\(quoted(text)) is no clear yes, so it was left out."])
  }

  @Test(arguments: [
    ("Français (Canada)", "fr"), ("Chinese (Simplified), English (US)", "zh en"), ("(en)", "en"),
    ("English, Klingon", "en"),
  ])
  func whatIsKnownOfLanguagesIsTaken(_ text: String, _ codes: String) throws {
    #expect(try person("language", text).drafts[0][.languages] == codes)
  }

  @Test(arguments: [
    ("2026-03-01", "2026-03-01 00:00:00"), ("March 1, 2026", "2026-03-01 00:00:00"),
    ("1er mars 2026", "2026-03-01 00:00:00"), ("Mar 1, 2026 7:05 PM", "2026-03-01 19:05:00"),
    ("03/01/2026", "2026-03-01 00:00:00"),
  ])
  func aDateWithoutAnHourIsThatDay(_ text: String, _ time: String) throws {
    let settings = ReadingSettings.with {
      $0.timeZone = "America/Toronto"
      $0.dateOrder = .monthFirst
    }
    let sample = try person("registered_at", text, settings)
    #expect(sample.drafts[0][.receivedAt] == time + " America/Toronto")
    #expect(sample.drafts[0][.receivedAsWritten] == text)
    #expect(sample.remarks == [])
  }

  @Test func aHandInTimeNeedsItsHour() throws {
    let settings = ReadingSettings.with { $0.timeZone = "America/Toronto" }
    #expect(
      try Sample("team,title,received_at\naurora,A,2026-03-01\n", settings).problems == [
        "\"2026-03-01\" is no time that can be read here: write it like 2021-10-16 13:04:40."
      ])
  }

  @Test func aTeamAndAnOrganisationKeepTheirRows() throws {
    #expect(
      try Sample("key,role,name,order\nun,partner,UN,0\n").remarks == [
        "\"0\" is no whole number from 1 to 1000000, so it was left out."
      ])
    #expect(try Sample("team,title,url,video_url\naurora,A,N/A,-\n").drafts[0][.url] == nil)
  }
}
