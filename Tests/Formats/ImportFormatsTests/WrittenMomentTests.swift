import Testing
import Vocabulary

@testable import ImportFormats

/// Days and hours as people write them.
@Suite struct WrittenMomentTests {
  /// Friday to Sunday.
  private static let days = days(from: 8)

  /// Days of May 2026, up to the 10th.
  private static func days(from first: Int) -> ClosedRange<CalendarDate> {
    guard let first = CalendarDate(year: 2026, month: 5, day: first),
      let last = CalendarDate(year: 2026, month: 5, day: 10)
    else { fatalError("These days exist.") }
    return first...last
  }

  @Test(arguments: [
    ("2026-05-08 13:00", "2026-05-08T13:00"), ("Saturday 5 p.m.", "2026-05-09T17:00"),
    ("vendredi 17 h", "2026-05-08T17:00"), ("Sunday at noon", "2026-05-10T12:00"),
    ("8 mai à 17 h 30", "2026-05-08T17:30"), ("domingo a las 10:00", "2026-05-10T10:00"),
    ("Sat 9 May 9:15 am", "2026-05-09T09:15"), ("20/03/2026 8:30", "2026-03-20T08:30"),
    ("May 9, 2026 17:00", "2026-05-09T17:00"),
  ])
  func `one day with one hour`(text: String, time: String) {
    #expect(WrittenMoment(text, among: Self.days)?.time.description == time)
  }

  @Test(arguments: [
    "", "Saturday", "17:00", "Saturday 5", "Monday 17:00", "08/05/2026 10:00", "Friday 9 May 10:00", "Saturday 25:00",
    "Saturday 10:00 10:00", "2026-02-30 10:00", "soon",
  ])
  func `anything else is nothing`(text: String) {
    #expect(WrittenMoment(text, among: Self.days) == nil)
  }

  @Test func `a day of the week that comes twice is none`() {
    let week = Self.days(from: 1)
    #expect(WrittenDay("Saturday", among: week) == nil)
    #expect(WrittenDay("Saturday 9", among: week)?.day.description == "2026-05-09")
    #expect(WrittenDay("9 May", among: week)?.day.description == "2026-05-09")
  }

  @Test(arguments: [
    (["1/2/2020", "2/1/2020"], nil), (["1/2/2020", "13/1/2020"], DateOrder.dayFirst),
    (["1/13/2020", "2/1/2020"], .monthFirst), (["1/13/2020", "13/1/2020"], nil), (["2020-01-13"], nil), ([], nil),
  ])
  func `a part above twelve proves the order of a column`(texts: [String], order: DateOrder?) {
    #expect(DateOrder.proved(by: texts) == order)
  }

  @Test func `shifts have days and hours, and the rest is named`() {
    let list = ShiftList(
      "Saturday - 4-6pm, 6-8pm; dimanche 14 h à 16 h\nFriday 10pm-1am, Friday - 10-12pm, whenever, 9-11am Monday, 9-11 am Sunday, 14:00",
      among: Self.days)
    #expect(
      list.shifts.map { "\($0.start) \($0.end)" } == [
        "2026-05-09T16:00 2026-05-09T18:00", "2026-05-09T18:00 2026-05-09T20:00",
        "2026-05-10T14:00 2026-05-10T16:00", "2026-05-08T22:00 2026-05-09T01:00", "2026-05-10T09:00 2026-05-10T11:00",
      ])
    #expect(list.unread.map(\.text) == ["Friday - 10-12pm", "whenever", "9-11am Monday", "14:00"])
  }

  @Test func `a cell without an end is not searched`() {
    let list = ShiftList(String(repeating: "1", count: 100_000), among: Self.days)
    #expect(list.shifts.isEmpty)
    #expect(list.unread.count == 1)
  }

  @Test(arguments: [
    ("Ana Lee (UdeM)", ["Ana Lee|UdeM"]), ("Ana Lee; Bo Chen", ["Ana Lee|", "Bo Chen|"]),
    ("Ana Lee & Bo Chen (Arts and Science)", ["Ana Lee|", "Bo Chen|Arts and Science"]),
    ("Chen, Jr., Wei", ["Chen, Jr., Wei|"]), ("Ana Lee, Bo Chen et Cy Day", ["Ana Lee|", "Bo Chen|", "Cy Day|"]),
    (" ; ", []), ("(UdeM)", ["(UdeM)|"]),
  ])
  func `a cell of speakers`(text: String, speakers: [String]) {
    #expect(SpeakerNames(text).all.map { "\($0.name)|\($0.organisation ?? "")" } == speakers)
  }
}
