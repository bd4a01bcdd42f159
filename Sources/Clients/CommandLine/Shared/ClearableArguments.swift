import ArgumentParser
import Lookup
import Vocabulary

/// What was typed where a day is wanted that may be left open again by "none".
struct ClearableDay: ExpressibleByArgument {
  let text: String

  init(argument: String) { text = argument }

  func day() throws -> CalendarDate? { text == "none" ? nil : try TypedDay(argument: text).day() }
}

/// What was typed where a day with its hour is wanted that may be left open again by "none".
struct ClearableTime: ExpressibleByArgument {
  let text: String

  init(argument: String) { text = argument }

  func time(in setting: EventSetting) throws -> LocalTime? {
    text == "none" ? nil : try TypedTime(argument: text).time(in: setting)
  }
}

/// What was typed where a date may be as vague as a season.
struct TypedFuzzyDate: ExpressibleByArgument {
  let text: String

  init(argument: String) { text = argument }

  func date() throws -> FuzzyDate {
    guard let date = FuzzyDate(text) else { throw UnknownDate(text: text) }
    return date
  }

  private struct UnknownDate: ExplainedError {
    let text: String
    var explanation: Explanation {
      Explanation(
        .badData, code: "unknown-date", "\(quoted(text)) is no day, month, season or year.",
        hint: "Write it like 2021-10-05, 2021-10, \"fall 2021\" or 2021.")
    }
  }
}

/// What was typed where the address of a page or picture is wanted that may be taken away by "none".
struct ClearableAddress: ExpressibleByArgument {
  let text: String

  init(argument: String) { text = argument }

  var address: String? { text == "none" ? nil : text }
}

/// What was typed where a number of things is wanted that may be left open again by "none".
struct ClearableCount: ExpressibleByArgument {
  let count: Int?

  init?(argument: String) {
    count = Int(argument)
    guard count != nil || argument == "none" else { return nil }
  }
}
