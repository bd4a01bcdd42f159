import Foundation
import Postgres
import Testing

/// Eventbrite's list of attendees; all of them are made up.
@Suite(.serialized) struct EventbriteImportTests {
  /// Several tickets of one order under the buyer's address, a cancelled one, one row of three tickets.
  private let attendees = #"""
    Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Group,Order Type,Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,Attendee Status,Home Address 1,Home Address 2,Home City,Home State,Home Zip,Home Country,"Diet, if ""any""?",Job Title,Company
    500,2021-05-07 09:30:00,Ada,Lund,ada@solar.example,1,,Student,900,,Free,CAD,0,0,0,0,Attending,,,Ottawa,ON,,CA,none,Analyst,"Tideline, Inc."
    500,2021-05-07 09:30:00,Bo,Berg,ADA@solar.example,1,,Student,901,,Free,CAD,0,0,0,0,Checked In,,,,,,Canada,,,TIDELINE INC
    501,2021-05-08 10:00:00,Cy,Cole,cy@solar.example,1,,Student,902,,Free,CAD,0,0,0,0,Not Attending,,,,,,,"Nuts,
    fish",,
    502,2021-05-09 10:00:00,Dee,Diaz,dee@solar.example,3,,Group,903,,Free,CAD,0,0,0,0,Attending,,,,,,,,,

    """#
  private let left =
    #"Times in "Order Date" that leave their zone or the order of their dates open are left out; "#
    + "to keep them, add --tz ZONE and --date-order dmy, mdy or ymd."

  @Test func `tickets become people, and the file again changes nothing`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write(attendees, to: "tickets.csv")
      let ignored =
        #"Ignored columns: "Price Tier", "Group", "Order Type", "Currency", "Total Paid", "Fees Paid", "#
        + #""Eventbrite Fees", "Eventbrite Payment Processing", "Home Address 1", "Home Address 2", "Home State", "#
        + #""Home Zip", "Diet, if "any"?", "Job Title""#
      #expect(
        try await place.run("import", "tickets.csv")
          == .saying(
            0, "Profile: eventbrite", "tickets.csv: \(left)", ignored,
            #"  1 row skipped: marked "Not Attending" (row 4 "Cy Cole")"#,
            #"  row 3, cell E3 Email: The address "ADA@solar.example" belongs to somebody else as well, so this participant is kept without one."#,
            "  row 5 (line 6), cell F5 Quantity: The row stands for 3 tickets, but names one person at most.",
            "participant: 3 created, 0 updated, 0 unchanged, 1 skipped (4 rows of tickets.csv)",
            "Next: datajam participant list"))
      let people: SQL = """
        SELECT format('%s|%s|%s|%s|%s|%s|%s|%s', display_name, email, registration_source, city, country, affiliation,
          registered_at AT TIME ZONE 'UTC', registered_as_written)
        FROM participant ORDER BY participant_id
        """
      #expect(
        try await place.lines(people) == [
          "Ada Lund|ada@solar.example|Student|Ottawa|CA|Tideline, Inc.||", "Bo Berg||Student||CA|TIDELINE INC||",
          "Dee Diaz|dee@solar.example|Group|||||",
        ])
      let before = try await place.dump()
      let again = try await place.importing(attendees)
      #expect(try again.counts == "4 rows, 0 created, 0 updated, 3 unchanged, 1 skipped, 0 rejected")
      #expect(try await place.dump() == before)

      let timed = try await place.importing(attendees, "--tz", "America/Toronto", "--date-order", "ymd")
      #expect(timed.notes == ["Times are read year first, in America/Toronto."])
      #expect(try timed.counts == "4 rows, 0 created, 3 updated, 0 unchanged, 1 skipped, 0 rejected")
      #expect(
        try await place.lines(people).first
          == "Ada Lund|ada@solar.example|Student|Ottawa|CA|Tideline, Inc.|2021-05-07 13:30:00|2021-05-07 09:30:00")
    }
  }

  @Test func `a ticket that changed hands stays the same participant`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.importing(attendees).code == 0)
      let handed = attendees.replacing("Ada,Lund,ada@solar.example", with: "Eve,Eng,eve@solar.example")
      let came = try await place.importing(handed)
      #expect(came.code == 0)
      #expect(
        try await place.lines(
          "SELECT display_name || '|' || COALESCE(email, '') FROM participant ORDER BY participant_id")
          == ["Eve Eng|eve@solar.example", "Bo Berg|ADA@solar.example", "Dee Diaz|dee@solar.example"])
    }
  }
}
