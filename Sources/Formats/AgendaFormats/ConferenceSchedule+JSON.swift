public import CanonicalJSON
import Vocabulary

extension ConferenceSchedule {
  /// Reads the JSON of pretalx and frab.
  /// - Throws: `ScheduleError` when it is no such document.
  public init(_ json: JSON) throws(ScheduleError) {
    guard let conference = json["schedule"]?["conference"], let days = conference["days"]?.elements else {
      throw .noSchedule
    }
    self.init(.json)
    timeZone = conference["time_zone_name"]?.filled
    for room in conference["rooms"]?.elements ?? [] {
      guard let name = room["name"]?.filled, let seats = room["capacity"]?.integer, seats > 0 else { continue }
      capacities[name] = seats
    }
    var number = 0
    let acronym = conference["acronym"]?.filled ?? ""
    for day in days {
      for room in day["rooms"]?.members ?? [] {
        for talk in room.value.elements ?? [] {
          number += 1
          take(number) { () throws(ScheduleError) in try Talk(talk, room: room.key, of: acronym, number: number) }
        }
      }
    }
  }
}

extension ConferenceSchedule.Talk {
  fileprivate init(_ json: JSON, room: String, of event: String, number: Int) throws(ScheduleError) {
    let id = json["id"]?.integer.map { String($0) }
    guard let code = json["code"]?.filled ?? json["slug"]?.filled ?? id else { throw .noCode(number) }
    guard let start = json["date"]?.filled.flatMap(Self.time),
      let minutes = json["duration"]?.filled.flatMap(Self.minutes)
    else { throw .noTime(code) }
    self.init(number: number, code: code, start: start, end: .after(minutes: minutes))
    title = json["title"]?.filled ?? ""
    abstract = json["abstract"]?.filled ?? json["description"]?.filled ?? ""
    kind = json["type"]?.filled.flatMap(PublishedSession.Kind.init(word:))
    let name = room.trimmed
    self.room = name.isEmpty ? nil : name
    // A session in several languages leaves the field empty and says them below the title.
    spoken = json["language"]?.filled ?? ExportedWords.languages(below: json["subtitle"]?.filled) ?? ""
    let address = json["url"]?.filled
    let export = SessionExport(event: event, key: code)
    guard json["guid"]?.text == export.identity else {
      registerURL = address
      persons = json["persons"]?.elements?.compactMap { person in
        (person["public_name"]?.filled ?? person["name"]?.filled).map {
          ConferenceSchedule.Person(name: $0, affiliation: person["biography"]?.filled ?? "")
        }
      }
      return
    }
    let registers = json["links"]?.elements?.isEmpty == false
    (url, registerURL) = registers ? (nil, address) : (address, nil)
    persons = json["persons"]?.elements?.compactMap { person in
      guard let name = person["name"]?.text, person["name"]?.filled != nil else { return nil }
      return export.isUnnamed(person["guid"]?.text ?? "")
        ? ConferenceSchedule.Person(name: nil, affiliation: name)
        : ConferenceSchedule.Person(name: name, affiliation: person["biography"]?.filled ?? "")
    }
    withoutMadeWords(key: code)
  }
}

extension JSON {
  /// The text of a string in which something stands, without white space at its ends.
  fileprivate var filled: String? {
    guard let text = text?.trimmed, !text.isEmpty else { return nil }
    return text
  }
}
