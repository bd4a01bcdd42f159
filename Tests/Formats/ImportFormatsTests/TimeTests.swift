import ImportFormats
import Testing

/// Times without a zone, in orders that look alike.
@Suite struct TimeTests {
  private func reading(_ text: String, _ order: DateOrder?) throws -> RecordReading {
    let settings = ReadingSettings.with {
      $0.dateOrder = order
      $0.timeZone = "America/Toronto"
    }
    return try Sample("team;title;received_at\nA;A;\(text)\n", settings).readings[0]
  }

  @Test(arguments: [
    ("3/20/2026 19:10:37", DateOrder.monthFirst, "2026-03-20 19:10:37 America/Toronto"),
    ("20/03/2026 7:10", .dayFirst, "2026-03-20 07:10:00 America/Toronto"),
    ("20.3.2026, 19:10", .dayFirst, "2026-03-20 19:10:00 America/Toronto"),
    ("2026/03/20 7:10:37 PM", .monthFirst, "2026-03-20 19:10:37 America/Toronto"),
    ("2026/03/20 12:10:37 am", .dayFirst, "2026-03-20 00:10:37 America/Toronto"),
    ("2026-03-20 12:10 p.m.", .yearFirst, "2026-03-20 12:10:00 America/Toronto"),
    ("2026-03-20 7:10:37\u{202F}PM GMT-4", .yearFirst, "2026-03-20 19:10:37 -04:00"),
    ("2026-03-20T19:10:37Z", .yearFirst, "2026-03-20 19:10:37 +00:00"),
    ("2026-03-20 19:10:37.25 +05:30", .yearFirst, "2026-03-20 19:10:37 +05:30"),
    ("2026-03-20 19:10 -0400", .yearFirst, "2026-03-20 19:10:00 -04:00"),
  ])
  func aTimeIsReadInTheOrderThatWasSaid(_ text: String, _ order: DateOrder, _ instant: String) throws {
    let reading = try reading(text, order)
    #expect(reading.problems == [])
    #expect(reading.drafts[0][.receivedAt] == instant)
    #expect(reading.drafts[0][.receivedAsWritten] == text)
  }

  @Test(arguments: [
    "2026-02-30 10:00", "2026-13-01 10:00", "2026-03-20", "2026-03-20 24:00", "2026-03-20 10:60", "2026-03-20 13:00 PM",
    "2026-03-20 10:00 EST", "2026-03/20 10:00", "20/03/2026 10:00", "26-03-20 10:00", "now", "2026-03-20 10:00 +15:00",
    "2026-03-20 10:00 Z+", "٢٠٢٦-03-20 10:00",
  ])
  func whatIsNoTimeIsRefused(_ text: String) throws {
    #expect(
      try reading(text, .yearFirst).problems == [
        CellProblem(
          index: 2, column: "received_at", value: text,
          "\"\(text)\" is no time that can be read here: write it like 2021-10-16 13:04:40.")
      ])
  }

  @Test func aDateWhoseOrderNobodySaidIsNeverGuessed() throws {
    #expect(
      try reading("16/10/2021 13:04", nil).problems.map(\.message) == [
        "\"16/10/2021 13:04\" may be day first or month first: say which with --date-order dmy or --date-order mdy."
      ])
  }

  @Test func aTimeWithoutZoneIsAskedForAndNotReadInTheEventsOwn() throws {
    func read(_ text: String) throws -> RecordReading {
      try Sample("team;title;received_at\nA;A;\(text)\n", .with { _ in }).readings[0]
    }
    #expect(
      try read("2026-03-20 10:00").problems.map(\.message) == [
        "\"2026-03-20 10:00\" does not say its zone: add --tz ZONE, such as --tz America/Toronto."
      ])
    #expect(try read("2026-03-20T10:00:40Z").drafts[0][.receivedAt] == "2026-03-20 10:00:40 +00:00")
    #expect(try read("2026-03-20T10:00:40-04:00").drafts[0][.receivedAt] == "2026-03-20 10:00:40 -04:00")
  }
}
