public import Competition

/// Why an event or an organisation cannot be set as asked.
public enum EventError: ExplainedError, Equatable {
  case unknownEvent(String, nearest: String?)
  case noEvent
  case severalEvents([String])
  case alreadyThere(Slug)
  case unknownTimeZone(String)
  case endsBeforeStart(CalendarDate, CalendarDate)
  case announcedBeforeEnd(CalendarDate, CalendarDate)
  case organisationWithoutName(Slug)

  public var explanation: Explanation {
    switch self {
    case .unknownEvent(let slug, let nearest):
      .unknown("event", slug, nearest: nearest, otherwise: "List them: datajam event list")
    case .noEvent:
      Explanation(
        .notFound, code: "no-event", "There is no event yet.",
        hint: "Add one: datajam event add SLUG --name-en NAME --from DATE --to DATE --tz ZONE")
    case .severalEvents(let slugs):
      Explanation(
        .usage, code: "which-event", "There are several events: \(slugs.joined(separator: ", ")).",
        hint: "Say which one with -E SLUG, or set DATAJAM_EVENT.")
    case .alreadyThere(let slug):
      Explanation(
        .refused, code: "event-exists", "An event \(quoted(slug.text)) already exists.",
        hint: "To change it: datajam event set \(slug.text) …")
    case .unknownTimeZone(let zone):
      Explanation(
        .badData, code: "unknown-time-zone",
        "\(quoted(zone)) is no time zone: abbreviations such as EST are not taken.",
        hint: "Write the IANA name, such as America/Toronto.")
    case .endsBeforeStart(let start, let end):
      Explanation(.badData, code: "ends-before-start", "The event would end on \(end), before it starts on \(start).")
    case .announcedBeforeEnd(let end, let announced):
      Explanation(
        .badData, code: "announced-before-end",
        "The winners would be announced on \(announced), before the event ends on \(end).")
    case .organisationWithoutName(let key):
      Explanation(
        .badData, code: "blank-name", "The organisation \(quoted(key.text)) has no name in any language.",
        hint: "Give it one: --name-en NAME, or --name-fr or --name-es.")
    }
  }
}
