public import Vocabulary

/// Why an event cannot be found, or set as asked.
public enum EventError: ExplainedError, Equatable {
  case unknownEvent(String, nearest: String?)
  case noEvent
  case severalEvents([String])
  case alreadyThere(Slug)
  case outOfOrder(Milestone, CalendarDate, before: Milestone, CalendarDate)
  case timeSkipped(LocalTime, zone: String)
  case timeTwice(LocalTime, zone: String)
  case teamSizes(fewest: Int, most: Int)
  case badGrace(Int)

  public var explanation: Explanation {
    switch self {
    case .unknownEvent(let slug, let nearest):
      .unknown("event", slug, nearest: nearest, otherwise: "List them: \(run: "event list")")
    case .noEvent:
      Explanation(
        .notFound, code: "no-event", "There is no event yet.",
        hint: "Add one: \(run: "event add SLUG --name-en NAME --from DATE --to DATE --tz ZONE")")
    case .severalEvents(let slugs):
      Explanation(
        .usage, code: "which-event", "There are several events: \(slugs.joined(separator: ", ")).",
        hint: "Say which one with -E SLUG, or set DATAJAM_EVENT.")
    case .alreadyThere(let slug):
      Explanation(
        .refused, code: "event-exists", "An event \(quoted(slug.text)) already exists.",
        hint: "To change it: \(run: "event set \(slug) --name-en NAME")")
    case .outOfOrder(.end, let late, before: .start, let early):
      Explanation(
        .badData, code: "ends-before-start", "The event would end on \(late), before it starts on \(early).",
        hint: "Change one of the two: --from or --to.")
    case .outOfOrder(let later, let late, before: let earlier, let early):
      Explanation(
        .badData, code: later == .announcement && earlier == .end ? "announced-before-end" : "dates-contradict",
        "\(later.would) on \(late), before \(earlier.does) on \(early).",
        hint: "Change one of the two: \(earlier.option) or \(later.option).")
    case .timeSkipped(let time, let zone):
      Explanation(
        .badData, code: "time-skipped",
        "\(quoted(time.description)) does not exist in \(zone): the clocks are put forward past it that day.",
        hint: "Choose a time an hour earlier or later.")
    case .timeTwice(let time, let zone):
      Explanation(
        .badData, code: "time-twice",
        "\(quoted(time.description)) comes twice in \(zone): the clocks are put back past it that day.",
        hint: "Choose a time that comes once, an hour or two earlier or later.")
    case .teamSizes(let fewest, let most):
      Explanation(
        .badData, code: "team-sizes",
        "A team would need \(fewest) members at least, but may have \(most) at most.",
        hint: "Change one of the two: --team-minimum or --team-size.")
    case .badGrace(let minutes):
      Explanation(
        .badData, code: "bad-grace",
        "A grace period is \(Event.gracePeriods.lowerBound) to \(Event.gracePeriods.upperBound) minutes, but \(minutes) was given.",
        hint: "Give fewer minutes: a week has \(Event.gracePeriods.upperBound).")
    }
  }
}
