public import CanonicalJSON
public import Vocabulary

/// An agenda as a conference schedule in JSON, as pretalx and frab write it.
public struct ScheduleJSON {
  private let agenda: PublishedAgenda
  private let language: Language
  private let wording: any AgendaWording

  public init(_ agenda: PublishedAgenda, in language: Language) {
    self.agenda = agenda
    self.language = language
    wording = AgendaWordings.wording(of: language)
  }

  public var json: JSON {
    let days = ScheduleDays(agenda, in: language).days
    return [
      "$schema": "https://c3voc.de/schedule/schema.json",
      "schedule": [
        "version": .string(String(agenda.version)), "base_url": .null,
        "conference": [
          "acronym": .string(agenda.event), "title": .string(agenda.name(in: language)),
          "start": .string(agenda.startsOn.description), "end": .string(agenda.endsOn.description),
          "daysCount": .integer(days.count), "timeslot_duration": "00:05",
          "time_zone_name": .string(agenda.timeZone), "rooms": .array(rooms(of: days)),
          "tracks": [], "days": .array(days.enumerated().map(day)),
        ],
      ],
    ]
  }

  private func rooms(of days: [ScheduleDays.Day]) -> [JSON] {
    var known: [JSON] = []
    var names: Set<String> = []
    for room in days.flatMap(\.rooms) where names.insert(room.name).inserted {
      let capacity = room.sessions.first?.room?.capacity
      known.append([
        "name": .string(room.name), "guid": .string(stableUUID(of: "datajam", "room", agenda.event, room.name)),
        "description": .null, "capacity": capacity.map { .integer($0) } ?? .null,
      ])
    }
    return known
  }

  private func day(_ position: Int, _ day: ScheduleDays.Day) -> JSON {
    [
      "index": .integer(position + 1), "date": .string(day.day.description),
      "day_start": (day.bounds?.start.description).json, "day_end": (day.bounds?.end.description).json,
      "rooms": .object(
        day.rooms.map { room in JSON.Member(room.name, .array(room.sessions.map { event($0, in: room.name) })) }),
    ]
  }

  private func event(_ session: PublishedSession, in room: String) -> JSON {
    let spoken = session.languages.count > 1 ? wording.spoken(session.languages) : ""
    let links: [JSON] = [session.registerURL].compactMap(\.self).map {
      ["title": .string(wording.label(.registration)), "url": .string($0)]
    }
    return [
      "id": .integer(session.number), "guid": .string(agenda.identity(of: session)), "code": .string(session.key),
      "logo": .null, "date": .string(session.start.description), "start": .string(session.start.local.clock),
      "end": .string(session.end.local.clock), "duration": .string(session.duration), "room": .string(room),
      "slug": .string("\(agenda.event)-\(session.number)-\(session.key)"),
      "url": (session.registerURL ?? session.url).json,
      "title": .string(wording.title(of: session, in: language)), "subtitle": .string(spoken), "track": .null,
      "type": .string(session.kind.rawValue), "language": .string(session.onlyLanguage),
      "abstract": .string(session.objective[language] ?? ""), "description": "", "recording_license": "",
      "do_not_record": false,
      "persons": .array(session.speakers.enumerated().compactMap { person($1, $0, of: session) }),
      "links": .array(links), "attachments": [], "answers": [],
    ]
  }

  /// Somebody who is not named stands there with the role alone.
  private func person(_ speaker: PublishedSpeaker, _ position: Int, of session: PublishedSession) -> JSON? {
    guard !speaker.text(in: language).isEmpty else { return nil }
    let affiliation = speaker.affiliation(in: language)
    let name = speaker.name ?? affiliation
    let biography = speaker.name == nil ? "" : affiliation
    return [
      "guid": .string(SessionExport(event: agenda.event, key: session.key).speaker(speaker.name, at: position)),
      "name": .string(name), "public_name": .string(name), "biography": .string(biography), "avatar": .null,
    ]
  }
}
