public import Vocabulary

/// Why a session cannot be kept as asked.
public enum AgendaError: ExplainedError, Equatable {
  case noEvent
  case unknownSession(String, nearest: String?)
  case sessionThere(Slug)
  case withoutHours(Slug)
  case endsBeforeStart(Slug, LocalTime, LocalTime)
  case timeSkipped(LocalTime, zone: String)
  case timeTwice(LocalTime, zone: String)
  case unreadableClock(String)
  case badAddress(String)
  case badCapacity(Int)
  case publicWithoutName(session: String)
  case unknownSpeaker(String, session: String)

  public var explanation: Explanation {
    switch self {
    case .noEvent:
      Explanation(.notFound, code: "no-event", "There is no such event.", hint: "List them: \(run: "event list")")
    case .unknownSession(let key, let nearest):
      .unknown("session", key, nearest: nearest, otherwise: "List them: \(run: "agenda list")")
    case .sessionThere(let key):
      Explanation(
        .refused, code: "session-exists", "A session \(quoted(key.text)) already exists.",
        hint: "To change it: \(run: "agenda set \(key) --title-en TEXT")")
    case .withoutHours(let key):
      Explanation(
        .badData, code: "hours-needed", "Session \(quoted(key.text)) has no hours yet.",
        hint: "Say when: --day 2021-05-08 --hours \"10:30-11:15 a.m.\"")
    case .endsBeforeStart(let key, let start, let end):
      Explanation(
        .badData, code: "ends-before-start",
        "Session \(quoted(key.text)) would end at \(end), which is not after its start at \(start).",
        hint: "Give both anew: --day DATE --hours HOURS")
    case .badAddress(let text):
      Explanation(
        .badData, code: "bad-address", "\(quoted(text)) is no address of the web.",
        hint: "Write it with https:// and without spaces.")
    case .badCapacity(let count):
      Explanation(
        .badData, code: "bad-capacity", "\(quoted(String(count))) is no number of seats.",
        hint: "Write a whole number from 1 to 2147483647.")
    case .timeSkipped(let time, let zone):
      Explanation(
        .badData, code: "time-skipped",
        "\(quoted(time.description)) does not exist in \(zone): the clocks are put forward past it that day.",
        hint: "Choose a time an hour earlier or later.")
    case .timeTwice(let time, let zone):
      Explanation(
        .badData, code: "time-twice",
        "\(quoted(time.description)) comes twice in \(zone): the clocks are put back past it that day.",
        hint: "Choose a time that comes once, or give the session's hours in UTC: --tz UTC")
    case .unreadableClock(let text):
      Explanation(.badData, code: "unknown-time", "\(quoted(text)) is no day with a time of the years 1 to 9999.")
    case .publicWithoutName(let session):
      Explanation(
        .badData, code: "name-needed", "A speaker of session \(quoted(session)) is to be named, but has no name.",
        hint: "Give the name, or say that nobody is to be named: --unnamed, or \"no\" in the column public.")
    case .unknownSpeaker(let who, let session):
      Explanation(
        .notFound, code: "speaker-not-found", "Nobody called \(quoted(who)) speaks in session \(quoted(session)).",
        hint: "List them with their positions: \(run: "agenda speaker list \(session)")")
    }
  }
}
