import ImportFormats
import Testing

/// Eventbrite's list of attendees, in the forms that it has had.
@Suite struct AttendeeTests {
  @Test func anAttendeeIsAParticipant() throws {
    let sample = try Sample(
      """
      Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Group,Order Type,Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,Attendee Status,Home Address 1,Home Address 2,Home City,Home State,Home Zip,Home Country,Diet?,Job Title,Company
      500,2021-05-07 09:30:00,Ana,Ruiz,ana@example.org,1,,Student,900,,Free,CAD,0,0,0,0,Attending,,,Ottawa,ON,,CA,none,Analyst,Tideline
      500,2021-05-07 09:30:00,Bo,Berg,ana@example.org,1,,Student,901,,Free,CAD,0,0,0,0,Checked In,,,,,,Atlantis,,Analyst,
      501,2021-05-07 09:30:00,Cy,Cole,cy@example.org,1,,Student,902,,Free,CAD,0,0,0,0,Not Attending,,,,,,,,,
      """, .with { $0.timeZone = "America/Toronto" })
    #expect(sample.interpreter.profile == .eventbrite)
    #expect(sample.interpreter.noun == .participant)
    let times: [DraftField: String] = [
      .receivedAt: "2021-05-07 09:30:00 America/Toronto", .receivedAsWritten: "2021-05-07 09:30:00",
      .email: "ana@example.org", .registrationSource: "Student",
    ]
    #expect(
      sample.readings == [
        RecordReading([
          Draft(
            .participant,
            times.merging([
              .sourceKey: "900", .givenName: "Ana", .familyName: "Ruiz", .city: "Ottawa", .country: "CA",
              .affiliation: "Tideline",
            ]) { $1 })
        ]),
        RecordReading(
          [Draft(.participant, times.merging([.sourceKey: "901", .givenName: "Bo", .familyName: "Berg"]) { $1 })],
          remarks: [
            CellProblem(
              index: 22, column: "Home Country", value: "Atlantis",
              "\"Atlantis\" is no country, so it was left out.")
          ]),
        RecordReading([], skipped: "marked \"Not Attending\""),
      ])
  }

  @Test func theOlderAndTheBritishFormAreRead() throws {
    let older = try Sample(
      "Attendee #,Date,Last Name,First Name,Email,QTY,Ticket Type,Order #,Attendee Status\n9,,Ruiz,Ana,a@example.org,1,Free,5,Attending\n"
    )
    let british = try Sample(
      "Order no.,First Name,Surname,Email,Quantity,Ticket Type,Attendee no.\n5,Ana,Ruiz,a@example.org,1,Free,9\n")
    let ana = Draft(
      .participant,
      [.sourceKey: "9", .givenName: "Ana", .familyName: "Ruiz", .email: "a@example.org", .registrationSource: "Free"])
    #expect(older.readings == [RecordReading([ana])])
    #expect(british.readings == [RecordReading([ana])])
  }

  @Test func withoutNumbersTheOrderAndThePlaceInItStandForATicket() throws {
    let sample = try Sample(
      "Order #,First Name,Email,Ticket Type\n5,Ana,a@example.org,Free\n5,Bo,a@example.org,Free\n6,Cy,,Free\n")
    #expect(sample.drafts.map { $0[.sourceKey] } == ["5/1", "5/2", "6/1"])
    #expect(sample.problems == [])
  }

  @Test func aRowOfSeveralTicketsIsRemarked() throws {
    let sample = try Sample("Order #,First Name,Email,Quantity,Ticket Type\n5,Ana,a@example.org,3,Free\n")
    #expect(
      sample.readings[0].remarks == [
        CellProblem(
          index: 3, column: "Quantity", value: "3", "The row stands for 3 tickets, but names one person at most.")
      ])
  }

  @Test func aDateWhoseOrderOrZoneNobodySaidIsLeftOutAndThatIsSaidOnce() throws {
    let file = "Order #,Order Date,First Name,Email,Ticket Type\n5,05/07/2021 10:00,Ana,a@example.org,Free\n"
    let sample = try Sample(file)
    #expect(sample.problems == [])
    #expect(sample.drafts[0][.receivedAt] == nil)
    #expect(sample.remarks == [])
    #expect(
      sample.interpreter.remarks == [
        "Times in \"Order Date\" that leave their zone or the order of their dates open are left out; to keep them, "
          + "add --tz ZONE and --date-order dmy, mdy or ymd."
      ])
    let isoFile = file.replacing("05/07/2021 10:00", with: "2021-05-07T10:00:00Z")
    #expect(try Sample(isoFile, .with { _ in }).drafts[0][.receivedAt] == "2021-05-07 10:00:00 +00:00")
    let said = try Sample(
      file,
      .with {
        $0.dateOrder = .dayFirst
        $0.timeZone = "America/Toronto"
      })
    #expect(said.drafts[0][.receivedAt] == "2021-07-05 10:00:00 America/Toronto")
  }

  @Test func aTicketWithoutANameIsRefused() throws {
    #expect(
      try Sample("Order #,First Name,Email,Ticket Type\n5,,a@example.org,Free\n").problems == [
        "The participant has no name."
      ])
  }

  @Test func aQuestionIsReadWhenTheMapSaysWhatItAsks() throws {
    let settings = try ReadingSettings().mapped("column,field\nYour team?,team\n")
    let sample = try Sample(
      "Order #,First Name,Email,Ticket Type,Your team?\n5,Ana,a@example.org,Free,Aurora\n", settings)
    #expect(sample.drafts.map { $0[.team] } == ["Aurora"])
    #expect(sample.interpreter.ignoredColumns == [])
  }
}
