import Agenda
import ArgumentParser
import ImportFormats
import Lookup
import Vocabulary

/// What is known of a session, as options.
struct SessionFields: ParsableArguments {
  @Option(help: ArgumentHelp("The day, such as 2021-05-08 or \"Saturday, May 8, 2021\".", valueName: "date"))
  var day: String?
  @Option(
    help: ArgumentHelp("Start and end, such as \"10:30-11:15 a.m.\" or \"14 h 30 à 16 h\".", valueName: "hours"))
  var hours: String?
  @Option(
    name: .customLong("tz"),
    help: ArgumentHelp("The IANA time zone of the hours. Without it: the event's zone.", valueName: "zone")
  )
  var zone: String?
  @OptionGroup var title: LocalisedOptions<SessionTitleField>
  @OptionGroup var objective: LocalisedOptions<ObjectiveField>
  @Option(help: ArgumentHelp("The languages spoken, such as en,fr.", valueName: "codes"))
  var languages: TypedWords?
  @Option(help: "Who may come: public or participants.") var audience: AgendaSession.Audience?
  @Option(help: "The kind: talk, panel, workshop, ceremony, social or other.") var kind: AgendaSession.Kind?
  @Option(help: ArgumentHelp("The key of the room; none removes it.", valueName: "key"), completion: .keys(.room))
  var room: ClearableAddress?
  @Option(help: ArgumentHelp("The link to join the session; none removes it.", valueName: "https://…"))
  var url: ClearableAddress?
  @Option(help: ArgumentHelp("The link to register; none removes it.", valueName: "https://…"))
  var registerUrl: ClearableAddress?
  @Option(help: ArgumentHelp("The largest number of people; none removes it.", valueName: "n"))
  var capacity: ClearableCount?

  func apply(to session: inout AgendaSession) throws {
    try applyHours(to: &session)
    session.title = title.replacing(in: session.title)
    session.objective = objective.replacing(in: session.objective)
    if let languages { session.languages = try languages.languages() }
    if let audience { session.audience = audience }
    if let kind { session.kind = kind }
    if let room { session.room = room.address }
    if let url { session.url = url.address }
    if let registerUrl { session.registerURL = registerUrl.address }
    if let capacity { session.capacity = capacity.count }
  }

  /// What the hours call the zone, beside its IANA name.
  func zoneWord() throws -> String? {
    try hours.flatMap { hours in
      // Any day tells whether the end names one.
      CalendarDate("2000-01-01").flatMap { LongHours(hours, on: $0) } == nil ? try ClockRange(hours).zoneWord : nil
    }
  }

  /// A day alone moves the hours to it; hours alone stay on the day.
  private func applyHours(to session: inout AgendaSession) throws {
    if let zone { session.timeZone = zone }
    guard day != nil || hours != nil else { return }
    guard let date = try day.map(Self.date) ?? session.start?.day else {
      throw UsageError("The hours of session \(quoted(session.key.text)) need a day.", hint: "Add it: --day DATE")
    }
    if let hours, let long = LongHours(hours, on: date) {
      (session.start, session.end) = (long.start, long.end)
    } else if let hours {
      let range = try ClockRange(hours)
      session.start = LocalTime(date, minutes: range.start)
      session.end = LocalTime(date, minutes: range.end)
    } else if let start = session.start, let end = session.end {
      let days = end.day.daysSince1970 - start.day.daysSince1970
      session.start = LocalTime(date, minutes: start.minuteOfDay)
      session.end = LocalTime(date, minutes: days * 1440 + end.minuteOfDay)
    }
  }

  private static func date(_ text: String) throws -> CalendarDate {
    guard let written = WrittenDay(text) else { throw UnreadableDay(text: text, written: nil) }
    guard !written.contradictsItself else { throw UnreadableDay(text: text, written: written) }
    return written.day
  }

  private struct UnreadableDay: ExplainedError {
    let text: String
    let written: WrittenDay?

    var explanation: Explanation {
      guard let written else {
        return Explanation(
          .badData, code: "unknown-day", "\(quoted(text)) is no day that can be read in one way only.",
          hint: "Write it like 2021-05-08 or \"Saturday, May 8, 2021\".")
      }
      return Explanation(
        .badData, code: "weekday-mismatch",
        "\(quoted(text)) was a \(WrittenDay.name(ofWeekday: written.day.weekday)).",
        hint: "Give the day without its weekday: --day \(written.day) or --day \(written.byWeekday)")
    }
  }
}

enum SessionTitleField: LocalisedField {
  static let name = "title"
  static let help = "The session's title"
}

enum ObjectiveField: LocalisedField {
  static let name = "objective"
  static let help = "The purpose of the session"
}
