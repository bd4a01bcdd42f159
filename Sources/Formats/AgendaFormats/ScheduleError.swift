public import Vocabulary

/// Why a document is not taken for a schedule.
public enum ScheduleError: ExplainedError, Equatable {
  case noSchedule
  case noCode(Int)
  case noTime(String)
  /// An entry of a calendar that has no end.
  case noTimes(String)
  case twoZones(String)
  case noScheduleXML
  case damagedXML(line: Int)
  case declaredXML
  case tooDeepXML
  case brokenCalendar(line: Int)
  case cutCalendar
  case noCalendar
  case tooLong(limit: Int)
  case tooLarge(limit: Int)

  public var explanation: Explanation {
    switch self {
    case .noSchedule:
      Explanation(
        .badData, code: "no-schedule", "The file is JSON, but no conference schedule with days and rooms.",
        hint: "Export it again as schedule.json.")
    case .noCode(let number):
      Explanation(.badData, code: "no-code", "Talk \(number) of the file has neither code, slug nor id.")
    case .noTime(let code):
      Explanation(
        .badData, code: "no-time", "Talk \(quoted(code)) has no date or no duration such as 00:45.",
        hint: "Give it a place in the schedule and export it again.")
    case .noTimes(let title):
      Explanation(
        .badData, code: "no-time", "Entry \(quoted(title)) of the calendar has no start, or no end behind it.",
        hint: "Give it both in the calendar and export it again.")
    case .twoZones(let title):
      Explanation(
        .badData, code: "two-zones",
        "Entry \(quoted(title)) of the calendar starts in one time zone and ends in another one.",
        hint: "Give both in one zone and export it again.")
    case .noScheduleXML:
      Explanation(
        .badData, code: "no-schedule", "The file is XML, but no conference schedule with days and rooms.",
        hint: "Export it again as schedule.xml, schedule.json, iCalendar or CSV.")
    case .damagedXML(let line):
      Explanation(
        .badData, code: "xml-damaged", "The file is no whole XML document: line \(line) cannot be read.",
        hint: "Export it again.")
    case .declaredXML:
      Explanation(
        .badData, code: "xml-declares-type",
        "The file declares a document type (DOCTYPE), which no schedule has and which is not read.",
        hint: "Export it again without one, or as schedule.json, iCalendar or CSV.")
    case .tooDeepXML:
      Explanation(
        .badData, code: "xml-too-deep",
        "The elements of the file lie deeper within each other than those of a schedule.",
        hint: "Export it again as schedule.xml.")
    case .brokenCalendar(let line):
      Explanation(
        .badData, code: "calendar-damaged",
        "The file is no whole iCalendar: line \(line) ends or begins what is not open there.",
        hint: "Export it again.")
    case .cutCalendar:
      Explanation(
        .badData, code: "calendar-cut", "The calendar ends before its line END:VCALENDAR, so a part of it is missing.",
        hint: "Export it again.")
    case .noCalendar:
      Explanation(
        .badData, code: "no-schedule", "The file is no iCalendar, or has no entry of the kind VEVENT.",
        hint: "Export the calendar again.")
    case .tooLarge(let limit):
      Explanation(
        .badData, code: "schedule-too-large",
        "The schedule has more than \(limit >> 20) MB, which is more than an agenda takes.",
        hint: "Export fewer days, or import a CSV table.")
    case .tooLong(let limit):
      Explanation(
        .badData, code: "schedule-too-long",
        "The schedule has more than \(limit) entries, which is more than an agenda takes.",
        hint: "Export fewer days, or import a CSV table.")
    }
  }
}
