import AgendaFormats
import Vocabulary

/// What is doubtful in a draft, and what mends it.
public struct AgendaFinding: Equatable, Sendable {
  /// A stable word, such as "speaker-twice".
  public let code: String
  /// The key of the session.
  public let session: String
  /// The key of the other session, where two cannot be at once.
  public var otherSession: String?
  public let message: String
  /// The command that mends it, without the program's name.
  public let command: String
  /// Whether nothing is published with it.
  public let isProblem: Bool
}

extension AgendaFinding {
  /// Everything that is doubtful in a draft; what was cancelled is left alone.
  static func all(in draft: [AgendaEntry], of event: AgendaEvent) -> [AgendaFinding] {
    let live = draft.filter { !$0.session.isCancelled }
    return clashes(in: live) + live.flatMap { gaps(in: $0, of: event) }
  }

  /// The same person or the same room twice at once.
  private static func clashes(in live: [AgendaEntry]) -> [AgendaFinding] {
    let pairs = live.indices.flatMap { one in
      // They stand by their start, so those that overlap follow at once.
      live[(one + 1)...].prefix { $0.start < live[one].end }.map { (live[one], $0) }
    }
    return pairs.flatMap { one, other in
      let keys = "\(quoted(one.session.key.text)) and \(quoted(other.session.key.text))"
      var findings = sharedNames(one, other).map { name in
        AgendaFinding(
          code: "speaker-twice", session: other.session.key.text, otherSession: one.session.key.text,
          message: "\(quoted(name)) speaks in \(keys) at once.",
          command: "session set \(other.session.key) --day DATE --hours HOURS", isProblem: true)
      }
      if let room = one.session.room, room == other.session.room {
        findings.append(
          AgendaFinding(
            code: "room-twice", session: other.session.key.text, otherSession: one.session.key.text,
            message: "Room \(quoted(room)) has \(keys) at once.",
            command: "session set \(other.session.key) --room ROOM", isProblem: true))
      }
      return findings
    }
  }

  private static func sharedNames(_ one: AgendaEntry, _ other: AgendaEntry) -> [String] {
    let known = Set(one.speakers.compactMap(\.name).map { FoldedName(keepingSymbols: $0) })
    return other.speakers.compactMap(\.name).filter { known.contains(FoldedName(keepingSymbols: $0)) }
  }

  private static func gaps(in entry: AgendaEntry, of event: AgendaEvent) -> [AgendaFinding] {
    let key = entry.session.key.text
    func warning(_ code: String, _ message: String, _ command: String) -> AgendaFinding {
      AgendaFinding(code: code, session: key, message: message, command: command, isProblem: false)
    }
    var findings: [AgendaFinding] = []
    if entry.session.audience == .public {
      let missing = event.languages.filter { entry.session.title[$0] == nil }
      if let first = missing.first {
        let codes = missing.map(\.code).joined(separator: ", ")
        findings.append(
          warning(
            "no-title", "Session \(quoted(key)) has no title in \(codes).",
            "session set \(key) --title-\(first.code) TEXT"))
      }
      if entry.session.registerURL == nil {
        findings.append(
          warning(
            "no-registration", "Session \(quoted(key)) is public and has no registration link.",
            "session set \(key) --register-url URL"))
      }
    }
    if entry.session.languages.isEmpty {
      findings.append(
        warning("no-language", "Session \(quoted(key)) has no language.", "session set \(key) --langs en,fr"))
    }
    let day = entry.start.local.day
    if day < event.startsOn || day > event.endsOn {
      findings.append(
        warning(
          "outside-event",
          "Session \(quoted(key)) is on \(day), and the event lasts from \(event.startsOn) to \(event.endsOn).",
          "session set \(key) --day DATE --hours HOURS"))
    }
    if let capacity = entry.session.capacity, let seats = entry.room?.capacity, capacity > seats, let room = entry.room
    {
      findings.append(
        warning(
          "room-too-small",
          "Session \(quoted(key)) is for \(capacity) people, and room \(quoted(room.key.text)) holds \(seats).",
          "session set \(key) --room ROOM"))
    }
    return findings
  }
}
