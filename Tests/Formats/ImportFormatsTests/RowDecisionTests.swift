import CSV
import ImportFormats
import Testing

/// Columns that say who is in and who is not.
@Suite struct RowDecisionTests {
  private func choosing(only: [String] = [], skip: [String] = []) -> ReadingSettings {
    .with {
      $0.only = only.compactMap { ColumnChoice($0) }
      $0.skipped = skip.compactMap { ColumnChoice($0) }
    }
  }

  private let applications = """
    Name,Email,Application Status
    Ana,ana@example.org,Accepted
    Bo,bo@example.org,Rejected
    Cy,cy@example.org,Withdrawn
    Di,di@example.org,

    """

  @Test(arguments: [
    ("Application Status", "Rejected"), ("RSVP", "No"), ("Approval", "pending"), ("Décision", "Refusée"),
    ("Statut de la candidature", "En attente"), ("Estado de la solicitud", "Rechazada"), ("Estado", "lista de espera"),
    ("payment_status", "Refunded"), ("Are you attending", "no"), ("Guest status", "waitlisted"),
    ("Void status", "Voided"), ("Ticket Status", "Cancelled by buyer"), ("Confirmé", "Non"),
  ])
  func anUnknownColumnOfDecisionsIsAskedFor(_ column: String, _ value: String) throws {
    let sample = try Sample("Name,Email,\(column)\nAna,ana@example.org,Yes\nBo,bo@example.org,\(value)\n")
    let undecided = try #require(sample.interpreter.undecidedColumns.first)
    #expect(undecided.column == column)
    #expect(undecided.skipping.map(\.text) == ["\(column)=\(value)"])
    #expect(undecided.taking.map(\.text) == ["\(column)=Yes"])
  }

  @Test(arguments: [
    ("Application Status", "Accepted"), ("Diet", "no"), ("Marital status", "No"), ("Checked In", "No"), ("Status", ""),
    ("Notes", "Rejected the shirt"),
  ])
  func otherColumnsAreNot(_ column: String, _ value: String) throws {
    let sample = try Sample("Name,Email,\(column)\nAna,ana@example.org,\(value)\n")
    #expect(sample.interpreter.undecidedColumns == [])
  }

  @Test func theOrganiserSaysWhoIsIn() throws {
    let only = try Sample(applications, choosing(only: ["application status=ACCEPTED"]))
    #expect(
      only.readings.map(\.skipped) == [
        nil, #""Application Status" is "Rejected""#, #""Application Status" is "Withdrawn""#,
        #""Application Status" is blank"#,
      ])
    #expect(only.interpreter.undecidedColumns == [])
    #expect(only.interpreter.ignoredColumns == [])
    let blank = try Sample(applications, choosing(only: ["Application Status=Accepted", "Application Status="]))
    #expect(blank.drafts.count == 2)
  }

  @Test func theOrganiserSaysWhoIsNotIn() throws {
    let all = ["Application Status=Rejected", "Application Status=Withdrawn"]
    let skipping = try Sample(applications, choosing(skip: all))
    #expect(skipping.drafts.compactMap { $0[.displayName] } == ["Ana", "Di"])
    #expect(skipping.interpreter.undecidedColumns == [])
    // A slip in a value takes nobody in.
    let slip = try Sample(applications, choosing(skip: ["Application Status=Rejectd", all[1]]))
    #expect(slip.interpreter.undecidedColumns.first?.skipping.map(\.text) == ["Application Status=Rejected"])
  }

  @Test func aColumnThatTheMapLeavesOutDecidesNothing() throws {
    let settings = try ReadingSettings().mapped("column,field\nApplication Status,ignore\n")
    let sample = try Sample(applications, settings)
    #expect(sample.drafts.count == 4)
    #expect(sample.interpreter.undecidedColumns == [])
  }

  @Test func aColumnThatIsNotThereIsNamed() throws {
    #expect(
      try errorOfReading("Name,Email,Status", choosing(only: ["Statsu=a"]))
        == .unknownChoiceColumn("Statsu", header: ["Name", "Email", "Status"]))
    #expect(ColumnChoice("Status") == nil)
    let odd = try Sample("name,email,a=b\nAna,ana@example.org,c=d\n", choosing(skip: ["a=b=c=d"]))
    #expect(odd.readings.map(\.skipped) == [#""a=b" is "c=d""#])
  }

  @Test func guestsOfLumaWhoAreNotApprovedArePassedOver() throws {
    let sample = try Sample(
      """
      api_id,name,first_name,last_name,email,approval_status
      gst-1,Ana Lee,Ana,Lee,ana@example.org,approved
      gst-2,"Ray, Bo","Ray,",Bo,bo@example.org,declined
      gst-3,,,,anon@example.org,pending_approval
      gst-4,Dee Orr,Dee,Orr,dee@example.org,invited
      gst-5,Eli Poe,Eli,Poe,eli@example.org,waitlist
      """)
    #expect(sample.drafts.compactMap { $0[.displayName] } == ["Ana Lee"])
    #expect(sample.readings[2].skipped == #""approval_status" is "pending_approval""#)
    #expect(sample.interpreter.undecidedColumns == [])
  }

  @Test func voidedTicketsAndRefundedOrdersArePassedOver() throws {
    let tickets = try Sample(
      """
      Name,Email,Void Status,Ticket Reference
      Ana Lee,ana@example.org,,ABCD-1
      Bo Ray,bo@example.org,Voided,ABCD-2
      """)
    #expect(tickets.readings.map(\.skipped) == [nil, #""Void Status" is "Voided""#])
    let orders = try Sample(
      """
      Order #,First Name,Last Name,Email,Order Status
      1001,Ana,Guest,ana@example.com,Attending
      1002,Bo,Guest,bo@example.com,Refunded
      """)
    #expect(orders.readings.map(\.skipped) == [nil, #""Order Status" is "Refunded""#])
  }
}
