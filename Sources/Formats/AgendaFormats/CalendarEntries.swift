import Vocabulary

/// The entries of a calendar file, before they are taken for talks.
struct CalendarEntries {
  /// A VEVENT: its lines by name.
  struct Entry {
    var lines: [String: [CalendarLine]] = [:]

    func first(_ name: String) -> CalendarLine? { lines[name]?.first }

    /// The text of a line in which something stands.
    func text(_ name: String) -> String? {
      guard let text = first(name)?.text, !text.isEmpty else { return nil }
      return text
    }
  }

  private(set) var entries: [Entry] = []
  /// The lines of the calendar itself.
  private(set) var calendar = Entry()
  /// Where the clocks of a zone are those of an IANA zone, by the calendar's name for it.
  private(set) var zones: [String: String] = [:]
  private var open: [String] = []
  private var zoneName = ""

  /// Components lie at most this deep within each other; deeper ones are no calendar.
  private static let deepest = 8
  /// What of an entry is looked at; the rest is passed over.
  private static let taken: Set = [
    "UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "CONFERENCE", "CATEGORIES",
    "STATUS", "RRULE", "RDATE", "RECURRENCE-ID", "ATTENDEE", "ORGANIZER", "X-DATAJAM-KEY", "X-DATAJAM-SPEAKER",
  ]

  /// - Throws: `ScheduleError` when components do not end where they should.
  init(_ bytes: [UInt8]) throws(ScheduleError) {
    var hasCalendar = false
    try CalendarLines.read(bytes) { (line, number) throws(ScheduleError) in
      switch line.name {
      case "BEGIN":
        let name = line.value.trimmed.uppercased()
        guard open.isEmpty == (name == "VCALENDAR"), open.count < Self.deepest else {
          throw .brokenCalendar(line: number)
        }
        hasCalendar = true
        open.append(name)
        if open == ["VCALENDAR", "VEVENT"] { entries.append(Entry()) }
        guard entries.count <= ConferenceSchedule.most else { throw .tooLong(limit: ConferenceSchedule.most) }
      case "END":
        guard open.last == line.value.trimmed.uppercased() else { throw .brokenCalendar(line: number) }
        open.removeLast()
      default: take(line)
      }
    }
    guard hasCalendar else { throw .noCalendar }
    guard open.isEmpty else { throw .cutCalendar }
  }

  private mutating func take(_ line: CalendarLine) {
    switch open {
    case ["VCALENDAR"]: calendar.lines[line.name, default: []].append(line)
    case ["VCALENDAR", "VEVENT"] where Self.taken.contains(line.name):
      entries[entries.count - 1].lines[line.name, default: []].append(line)
    case ["VCALENDAR", "VTIMEZONE"]:
      if line.name == "TZID" { zoneName = line.text }
      if line.name == "X-LIC-LOCATION" { zones[zoneName] = line.text }
    default: break
    }
  }
}
