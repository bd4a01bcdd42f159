import Agenda
import AgendaFormats
import CanonicalJSON
import Vocabulary

/// The draft as a list, in the event's zone and a reader's.
struct SessionList: Sendable {
  let entries: [AgendaEntry]
  let eventHours: [String: SessionHours]
  let readerHours: [String: SessionHours]?
  let readerZone: String?
  /// The languages of the event, whose first leads.
  let languages: [Language]

  var table: TextTable {
    let header = ["key", "day", "hours"] + (readerZone.map { [$0] } ?? []) + ["langs", "audience", "room", "title"]
    return TextTable(header: header, rows: entries.map(row), expendable: ["langs", "audience"])
  }

  var items: [JSON] {
    entries.map { entry in
      let key = entry.session.key.text
      var members = entry.json.members ?? []
      if let hours = eventHours[key] {
        members += [
          JSON.Member("event_start", .string(hours.start.description)),
          JSON.Member("event_end", .string(hours.end.description)),
        ]
      }
      if let hours = readerHours?[key] {
        members += [
          JSON.Member("reader_start", .string(hours.start.description)),
          JSON.Member("reader_end", .string(hours.end.description)),
        ]
      }
      return .object(members)
    }
  }

  private func row(_ entry: AgendaEntry) -> [String] {
    let key = entry.session.key.text
    let here = eventHours[key]
    let day = here?.start.local.day ?? entry.start.local.day
    let there = readerHours.map { $0[key].map { hours($0, on: day) } ?? "" }
    return [key, "\(Self.weekdays[day.weekday - 1]) \(day)", here.map { hours($0, on: day) } ?? ""]
      + (there.map { [$0] } ?? []) + [
        entry.session.languages.map(\.code).joined(separator: ","), entry.session.audience.rawValue,
        entry.session.room ?? "",
        (entry.session.isCancelled ? "(cancelled) " : "") + entry.title(preferring: languages),
      ]
  }

  /// "10:30–11:15 EDT"; with the day before it where that is another one.
  private func hours(_ hours: SessionHours, on day: CalendarDate) -> String {
    let (start, end) = (hours.start.local, hours.end.local)
    let before = start.day == day ? "" : "\(start.day) "
    let behind = end.day == start.day ? "" : "\(end.day) "
    return "\(before)\(start.hourAndMinute)–\(behind)\(end.hourAndMinute) \(hours.zoneWord)"
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}

extension LocalTime {
  /// "10:30".
  fileprivate var hourAndMinute: String { String(description.suffix(5)) }
}

extension AgendaEntry {
  /// Everything that is known, a line each; what is not known is left out.
  var table: TextTable {
    let texts = [("title", session.title), ("objective", session.objective)].flatMap { field, text in
      text.languages.map { ("\(field) (\($0.code))", text[$0]) }
    }
    let rows: [(String, String?)] =
      [
        ("kind", session.kind.rawValue), ("audience", session.audience.rawValue), ("start", start.description),
        ("end", end.description), ("time zone", "\(session.timeZone) (\(zoneWord))"),
      ] + texts + [
        ("languages", session.languages.isEmpty ? nil : session.languages.map(\.code).joined(separator: ", ")),
        ("room", room.map { "\($0.key): \($0.name.anyText)" }), ("link", session.url),
        ("registration", session.registerURL), ("capacity", session.capacity.map { String($0) }),
        ("state", session.isCancelled ? "cancelled" : nil),
      ] + speakers.enumerated().map { ("speaker \($0 + 1)", $1.words) }
    return TextTable(
      header: ["key", session.key.text], rows: rows.compactMap { field, text in text.map { [field, $0] } })
  }

  var json: JSON {
    [
      "key": .string(session.key.text), "kind": .string(session.kind.rawValue), "title": session.title.json,
      "objective": session.objective.json, "languages": .array(session.languages.map { .string($0.code) }),
      "audience": .string(session.audience.rawValue), "start": .string(start.description),
      "end": .string(end.description), "time_zone": .string(session.timeZone), "zone_word": .string(zoneWord),
      "room": session.room.json, "url": session.url.json, "register_url": session.registerURL.json,
      "capacity": session.capacity.map { .integer($0) } ?? .null, "cancelled": .bool(session.isCancelled),
      "speakers": .array(speakers.enumerated().map { $1.json(position: $0 + 1) }),
    ]
  }
}

extension Speaker {
  /// Who it is, for organisers, and whether that may be told.
  var words: String {
    let name = fullName ?? "(unnamed)"
    let texts = [role, organisation, secondRole, secondOrganisation].map(\.anyText)
    let parts = [name] + texts.filter { !$0.isEmpty }
    return parts.joined(separator: ", ") + (isPublic || self.name == nil ? "" : " (not to be named)")
  }

  func json(position: Int) -> JSON {
    [
      "position": .integer(position), "honorific": honorific.json, "name": name.json, "role": role.json,
      "organisation": organisation.json, "second_role": secondRole.json,
      "second_organisation": secondOrganisation.json, "public": .bool(isPublic),
    ]
  }
}
