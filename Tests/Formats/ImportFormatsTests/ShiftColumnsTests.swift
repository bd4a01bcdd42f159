import Testing
import Vocabulary

@testable import ImportFormats

/// Forms with a column for each shift.
@Suite struct ShiftColumnsTests {
  /// Friday 8 to Sunday 10 May 2026, or the first of these days alone.
  private func days(_ count: Int = 3) throws -> ClosedRange<CalendarDate> {
    let first = try #require(CalendarDate(year: 2026, month: 5, day: 8))
    return first...(try #require(CalendarDate(year: 2026, month: 5, day: 7 + count)))
  }

  private func columns(_ titles: String..., days count: Int = 3) throws -> ShiftColumns {
    ShiftColumns(titles.enumerated().map { ($0.offset, $0.element) }, among: try days(count))
  }

  /// The shifts that a cell says, or why it says none.
  private func said(_ title: String, _ cell: String, days count: Int = 3) throws -> String {
    let (shifts, unclear) = try columns(title, days: count).shifts(of: cell, in: 0)
    return unclear ?? shifts.map { "\($0.start) \($0.end)" }.joined(separator: ", ")
  }

  @Test(arguments: [
    "Saturday 4-6pm", "Availability [Saturday 4-6pm]", "Sat, 4-6 pm", "Saturday (4-6pm)", "Saturday\n16:00-18:00",
    "Saturday, May 9, 4-6pm", "Are you free on Saturday 4-6pm?", "Shift 2: Saturday 4–6pm", "Samedi 16 h à 18 h",
    "Disponibilité [samedi 9 mai, 16 h à 18 h]", "sábado 16:00-18:00", "Turnos [Sábado de 16:00 a 18:00]",
    "2026-05-09 16:00-18:00", "Can you come (yes or no)? [Saturday 4-6pm]",
  ])
  func `a title says the shift`(title: String) throws {
    #expect(try said(title, "x") == "2026-05-09T16:00 2026-05-09T18:00")
  }

  @Test(arguments: [
    "Name", "Email", "Years of experience (5-10)", "Notes", "Saturday dinner?", "Rate us 1-5", "Age 18-25",
  ])
  func `other titles are no shifts, and are not said to be`(title: String) throws {
    #expect(try columns(title).indices.isEmpty)
    #expect(try columns(title).unread.isEmpty)
  }

  @Test(arguments: [
    ("Monday 4-6pm", "\"Monday\" is not one day of the event"), ("Friday 10-12pm", "it may end at noon or at midnight"),
    ("Availability [Saturday 4pm]", "it does not say from when to when"),
    ("When can you not come? [Saturday 4-6pm]", "it may ask when somebody has no time"),
    ("Indisponibilités [samedi 16 h à 18 h]", "it may ask when somebody has no time"),
  ])
  func `titles that look like shifts and cannot be read are said`(title: String, reason: String) throws {
    #expect(try columns(title).indices.isEmpty)
    #expect(try columns(title).unread == [.init(title: title, reason: reason)])
  }

  @Test(arguments: [
    "x", "X", "yes", "Oui", "sí", "Si", "TRUE", "✓", "✔️", "1", "Available", "disponible", "Saturday 4-6pm",
  ])
  func `a tick says yes`(tick: String) throws {
    #expect(try said("Saturday 4-6pm", tick) == "2026-05-09T16:00 2026-05-09T18:00")
  }

  @Test(arguments: ["", " ", "no", "Non", "FALSE", "0", "-", "N/A", "not available", "✗", "pas disponible"])
  func `a cross says no`(cross: String) throws { #expect(try said("Saturday 4-6pm", cross).isEmpty) }

  @Test(arguments: ["maybe", "2", "if needed", "4-5pm"])
  func `anything else is unclear`(cell: String) throws {
    #expect(try said("Saturday 4-6pm", cell) == "it says neither yes nor no")
  }

  @Test func `a grid has days and hours on its two sides`() throws {
    let both = "2026-05-09T16:00 2026-05-09T18:00, 2026-05-09T18:00 2026-05-09T20:00"
    #expect(try said("Availability [Saturday]", "4-6pm, 6-8pm") == both)
    #expect(try said("Saturday availability", "4-6pm; 6-8pm") == both)
    #expect(
      try said("Availability [4-6pm]", "Saturday, dimanche")
        == "2026-05-09T16:00 2026-05-09T18:00, 2026-05-10T16:00 2026-05-10T18:00")
    #expect(try said("Availability [Saturday]", "yes") == "the column does not say from when to when")
    #expect(try said("Availability [4-6pm]", "yes") == "the column does not say on which day")
    #expect(try said("4-6pm", "yes", days: 1) == "2026-05-08T16:00 2026-05-08T18:00")
  }

  @Test func `long titles and texts are not searched`() throws {
    let long = String(repeating: "Saturday 4-6pm ", count: 1000)
    #expect(try columns(long).indices.isEmpty)
    #expect(try said("Saturday 4-6pm", long) == "it says neither yes nor no")
  }
}
