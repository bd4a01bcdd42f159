import AgendaFormats
import Vocabulary

/// The checks of a draft of the agenda.
enum AgendaChecks {
  /// What the checks found; cancelled sessions are left out.
  static func findings(
    in draft: [AgendaEntry], of event: AgendaEvent, allowed: [AllowedOverlap]
  ) -> [Finding] {
    let live = draft.filter { !$0.session.isCancelled }
    return clashes(in: live).map { $0.finding(allowed: allowed) } + missingTexts(in: live, of: event)
      + live.flatMap { gaps(in: $0, of: event) }
  }

  /// What keeps the agenda from being given out in a language of the event.
  private static func missingTexts(in live: [AgendaEntry], of event: AgendaEvent) -> [Finding] {
    event.languages.flatMap { language in
      live.flatMap { $0.published.gaps(in: language) }.map { gap in
        Finding(.problem, code: gap.code, of: [gap.session], in: language, gap.sentence, gap.nextStep)
      }
    }
  }

  /// The same person or the same room twice at once.
  static func clashes(in live: [AgendaEntry]) -> [AgendaClash] {
    let live = live.sorted { ($0.start, $0.end, $0.session.key) < ($1.start, $1.end, $1.session.key) }
    let pairs = live.indices.flatMap { one in
      // Sorted by start, overlapping sessions follow each other.
      live[(one + 1)...].prefix { $0.start < live[one].end }.map { (live[one], $0) }
    }
    return pairs.flatMap { one, other in
      let keys = [one, other].map(\.session.key.text)
      let people = sharedNames(one, other).map { AgendaClash(sessions: keys, shared: .speaker, name: $0) }
      guard let room = one.session.room, room == other.session.room else { return people }
      return people + [AgendaClash(sessions: keys, shared: .room, name: room)]
    }
  }

  private static func sharedNames(_ one: AgendaEntry, _ other: AgendaEntry) -> [String] {
    let known = Set(one.speakers.compactMap(\.name).map { FoldedName(keepingSymbols: $0) })
    return other.speakers.compactMap(\.name).filter { known.contains(FoldedName(keepingSymbols: $0)) }
  }

  private static func gaps(in entry: AgendaEntry, of event: AgendaEvent) -> [Finding] {
    let key = entry.session.key.text
    func warning(_ code: String, _ message: String, _ nextStep: NextStep) -> Finding {
      Finding(.warning, code: code, of: [key], message, nextStep)
    }
    var findings: [Finding] = []
    if entry.session.audience == .public {
      if entry.session.title.isEmpty, let first = event.languages.first {
        let codes = event.languages.map(\.code).joined(separator: ", ")
        findings.append(
          warning(
            "no-title", "Session \(quoted(key)) has no title in \(codes).",
            "agenda set \(key) --title-\(first.code) TEXT"))
      }
      if entry.session.registerURL == nil {
        findings.append(
          warning(
            "no-registration", "Session \(quoted(key)) is public and has no registration link.",
            "agenda set \(key) --register-url URL"))
      }
    }
    if entry.session.languages.isEmpty {
      findings.append(
        warning("no-language", "Session \(quoted(key)) has no language.", "agenda set \(key) --languages en,fr"))
    }
    let day = entry.start.local.day
    if day < event.startsOn || day > event.endsOn {
      findings.append(
        warning(
          "outside-event",
          "Session \(quoted(key)) is on \(day), and the event lasts from \(event.startsOn) to \(event.endsOn).",
          "agenda set \(key) --day DATE --hours HOURS"))
    }
    if let capacity = entry.session.capacity, let seats = entry.room?.capacity, capacity > seats, let room = entry.room
    {
      findings.append(
        warning(
          "room-too-small",
          "Session \(quoted(key)) is for \(capacity) people, and room \(quoted(room.key.text)) holds \(seats).",
          "agenda set \(key) --room ROOM"))
    }
    return findings
  }
}
