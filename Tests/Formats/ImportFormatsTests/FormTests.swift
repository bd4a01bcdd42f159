import ImportFormats
import Testing

/// The answers of a form, as Google keeps them.
@Suite struct FormTests {
  private let said = ReadingSettings.with {
    $0.dateOrder = .monthFirst
    $0.timeZone = "America/Vancouver"
  }

  @Test func answersWithPlainQuestionsAreRead() throws {
    let sample = try Sample(
      """
      Timestamp,Email address,First name,Last name,"What do you hope
      to learn?"
      3/4/2026 19:10:37,ana@example.org,Ana,Ruiz,"Maps, data"
      """, said)
    #expect(sample.interpreter.profile == .googleForms)
    #expect(sample.interpreter.remarks == ["Times are read month first, in America/Vancouver."])
    #expect(sample.interpreter.ignoredColumns == ["What do you hope\nto learn?"])
    #expect(
      sample.readings == [
        RecordReading([
          Draft(
            .participant,
            [
              .givenName: "Ana", .familyName: "Ruiz", .email: "ana@example.org",
              .receivedAt: "2026-03-04 19:10:37 America/Vancouver", .receivedAsWritten: "3/4/2026 19:10:37",
            ])
        ])
      ])
  }

  @Test func theMapSaysWhatQuestionsOfSeveralLinesAskFor() throws {
    let settings = try said.mapped(
      "column,field\n\"Quel est votre nom?\nWhat is your name?\",name\nVotre école,affiliation\nPays,ignore\n")
    let sample = try Sample(
      """
      Horodateur,Adresse e-mail,"Quel est votre nom?
      What is your name?",Votre école,Pays
      3/4/2026 19:10:37,ana@example.org,Ana Ruiz,Uni,Canada
      """, settings)
    #expect(sample.interpreter.ignoredColumns == ["Pays"])
    #expect(
      sample.drafts == [
        Draft(
          .participant,
          [
            .displayName: "Ana Ruiz", .email: "ana@example.org", .affiliation: "Uni",
            .receivedAt: "2026-03-04 19:10:37 America/Vancouver", .receivedAsWritten: "3/4/2026 19:10:37",
          ])
      ])
  }

  @Test func theOrderOfDatesAndTheZoneHaveToBeSaid() throws {
    let header = "Timestamp,Email,Name"
    #expect(try errorOfReading(header) == .timesUnclear(column: "Timestamp", zone: "UTC"))
    #expect(
      try errorOfReading(header, .with { $0.timeZone = "America/Toronto" }) == .dateOrderNeeded(column: "Timestamp"))
    for order in [\ReadingSettings.dateOrder, \.provedDateOrder] {
      #expect(
        try errorOfReading(header, .with { $0[keyPath: order] = .yearFirst })
          == .timeZoneNeeded(column: "Timestamp", zone: "America/Toronto"))
    }
    #expect(try errorOfReading(header, .with { _ in }.mapped("column,field\nTimestamp,ignore\n")) == nil)
  }

  @Test(arguments: ["Timestamp,Who are you?,Where can we write?", "Timestamp,Email,Who are you?"])
  func questionsThatTellNothingNeedAMap(header: String) throws {
    #expect(try errorOfReading(header, said) == .mapNeeded(.googleForms))
  }
}
