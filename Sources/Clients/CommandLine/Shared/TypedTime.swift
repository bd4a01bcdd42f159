import ArgumentParser
import ImportFormats
import Lookup
import Vocabulary

/// What was typed where a day with its hour is wanted, such as 2021-05-08T13:00, "Friday 17:00" or "samedi 14 h".
struct TypedTime: ExpressibleByArgument {
  let text: String

  init(argument: String) { text = argument }

  /// The time by the clocks of the zone; a day in words is one of the event's days, and is said in full.
  func time(in setting: EventSetting, zone: String? = nil) throws -> LocalTime {
    if let time = LocalTime(text) { return time }
    guard let time = WrittenMoment(text, among: setting.days)?.time else { throw UnknownTime(text: text) }
    let day = WrittenDay.name(ofWeekday: time.day.weekday)
    Console.say("\(quoted(text)) is \(day), \(time), by the clocks of \(zone ?? setting.timeZone).")
    return time
  }

  private struct UnknownTime: ExplainedError {
    let text: String

    var explanation: Explanation {
      Explanation(
        .badData, code: "unknown-time", "\(quoted(text)) is no day with a time that can be read in one way only.",
        hint: "Write what the clocks show, such as 2021-05-08T13:00, or a day of the event such as \"Saturday 1 p.m.\"")
    }
  }
}
