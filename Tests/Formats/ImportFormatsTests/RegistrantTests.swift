import ImportFormats
import Testing

/// Devpost's list of people.
@Suite struct RegistrantTests {
  private let header =
    "First Name,Last Name,Full Name,Email,Portfolio Url,Submitted Project?,Project URLs,City,State,Country,"
    + "Project Count,College/University Name,Job Specialty,Registered At,Do you have teammates?,"
    + "Who told you about this hackathon?"

  @Test func aRegistrantIsAParticipant() throws {
    let sample = try Sample(
      "\(header)\nAna,Ruiz,Ana Ruiz,ana@example.org,,No,,Ottawa,Ontario,Corée du Sud,0,Uni,Design,10/16/2021 13:04:40,Working solo,\n",
      .with { _ in })
    #expect(sample.interpreter.profile == .devpostRegistrants)
    #expect(sample.interpreter.noun == .participant)
    #expect(sample.interpreter.remarks == ["Times are read month first, in America/Toronto."])
    #expect(
      sample.interpreter.ignoredColumns == [
        "Portfolio Url", "Submitted Project?", "Project URLs", "State", "Project Count", "Job Specialty",
        "Do you have teammates?", "Who told you about this hackathon?",
      ])
    #expect(
      sample.readings == [
        RecordReading([
          Draft(
            .participant,
            [
              .givenName: "Ana", .familyName: "Ruiz", .email: "ana@example.org", .city: "Ottawa", .country: "KR",
              .affiliation: "Uni", .receivedAt: "2021-10-16 13:04:40 America/Toronto",
              .receivedAsWritten: "10/16/2021 13:04:40",
            ])
        ])
      ])
  }

  @Test func theFullNameStandsInForTheOthers() throws {
    let sample = try Sample("First Name,Last Name,Full Name,Email,Portfolio Url,Registered At\n,,Ana,a@example.org,,\n")
    #expect(sample.drafts == [Draft(.participant, [.displayName: "Ana", .email: "a@example.org"])])
  }

  @Test func cellsThatAShortRowLacksAreBlank() throws {
    let sample = try Sample("First Name,Email,Country,Portfolio Url,Registered At\nAna,a@example.org\nBo\n")
    #expect(sample.drafts.first == Draft(.participant, [.givenName: "Ana", .email: "a@example.org"]))
    #expect(sample.problems == ["The participant has neither an e-mail address nor a key."])
  }

  @Test func anUnknownCountryIsLeftOutAndRemarked() throws {
    let sample = try Sample("Full Name,Email,Country,Portfolio Url,Registered At\nAna,a@example.org,Atlantis,,\n")
    #expect(
      sample.readings == [
        RecordReading(
          [Draft(.participant, [.displayName: "Ana", .email: "a@example.org"])],
          remarks: [
            CellProblem(
              index: 2, column: "Country", value: "Atlantis",
              "\"Atlantis\" is no country, so it was left out.")
          ])
      ])
  }
}
