import Vocabulary
import XML

extension ConferenceSchedule {
  /// Reads the XML of pretalx and frab (schedule.xml).
  /// - Throws: `ScheduleError` when it is no such document.
  /// - Complexity: linear in the bytes.
  public init(xml bytes: [UInt8]) throws(ScheduleError) {
    guard bytes.count <= Self.mostBytes else { throw .tooLarge(limit: Self.mostBytes) }
    let listener = ScheduleListener()
    do {
      try XMLScanner.read(bytes, telling: listener)
    } catch {
      switch error {
      case .damaged(let line): throw .damagedXML(line: line)
      case .declaresType: throw .declaredXML
      case .tooDeep: throw .tooDeepXML
      }
    }
    guard listener.isSchedule else { throw .noScheduleXML }
    guard listener.count <= Self.most else { throw .tooLong(limit: Self.most) }
    self.init(.xml)
    timeZone = listener.conference["time_zone_name"]
    for (index, written) in listener.talks.enumerated() {
      take(index + 1) { () throws(ScheduleError) in
        try Talk(written, of: listener.conference["acronym"] ?? "", number: index + 1)
      }
    }
  }
}

/// An event of the document, by the names of its elements.
private struct WrittenTalk {
  var attributes: [String: String]
  /// The attributes of the day and the room that hold it.
  let date: String
  let dayStart: String
  let roomName: String
  var texts: [String: String] = [:]
  var persons: [(text: String, number: Int?)] = []
  var links: [(label: String, address: String)] = []

  /// The text of an element in which something stands.
  func filled(_ element: String) -> String? {
    guard let text = texts[element]?.trimmed, !text.isEmpty else { return nil }
    return text
  }
}

/// Gathers the events of a schedule.xml.
private final class ScheduleListener: XMLListener {
  private(set) var isSchedule = false
  private(set) var conference: [String: String] = [:]
  private(set) var talks: [WrittenTalk] = []
  /// How many events there are, those above the limit among them.
  private(set) var count = 0
  private var path: [String] = []
  private var day: [String: String] = [:]
  private var room = ""
  private var talk: WrittenTalk?
  private var attributes: [String: String] = [:]
  private var text = ""

  func begin(_ element: String, _ attributes: [String: String]) {
    path.append(element)
    self.attributes = attributes
    if !isInText { text = "" }
    switch element {
    case "schedule" where path.count == 1: isSchedule = true
    case "day" where path.count == 2: day = attributes
    case "room" where path.count == 3: room = attributes["name"] ?? ""
    case "event" where path.count == 4 && path[2] == "room":
      talk = WrittenTalk(
        attributes: attributes, date: day["date"] ?? "", dayStart: day["start"] ?? "", roomName: room)
    default: break
    }
  }

  /// Whether the element is a mark, such as <b>, within the text of an event's element.
  private var isInText: Bool { path.count > 5 && !["persons", "links"].contains(path[4]) }

  func text(_ text: String) { self.text += text }

  func end(_ element: String) {
    defer {
      if !isInText { text = "" }
      path.removeLast()
    }
    switch path.count {
    case 3 where path[1] == "conference": conference[element] = text.trimmed
    case 4 where element == "event":
      count += 1
      if let talk, count <= ConferenceSchedule.most { talks.append(talk) }
      talk = nil
    case 5: talk?.texts[element] = text
    case 6 where path[4] == "persons" && text.contains { !$0.isWhitespace }:
      talk?.persons.append((text, attributes["id"].flatMap { Int($0) }))
    case 6 where path[4] == "links": talk?.links.append((text.trimmed, attributes["href"] ?? ""))
    default: break
    }
  }
}

extension ConferenceSchedule.Talk {
  fileprivate init(_ written: WrittenTalk, of event: String, number: Int) throws(ScheduleError) {
    let id = written.attributes["id"]
    let slug = written.filled("slug")
    // An export of ours has the key at the end of the slug.
    let key = slug.flatMap { Self.key(of: $0, behind: "\(event)-\(id ?? "")-") }
    let export = key.map { SessionExport(event: event, key: $0) }
    let ownKey = export.flatMap { $0.identity == written.attributes["guid"] ? $0.key : nil }
    guard let code = ownKey ?? written.attributes["code"] ?? slug ?? id else { throw .noCode(number) }
    guard let start = Self.start(of: written), let minutes = written.filled("duration").flatMap(Self.minutes) else {
      throw .noTime(code)
    }
    self.init(number: number, code: code, start: start, end: .after(minutes: minutes))
    title = written.filled("title") ?? ""
    abstract = written.filled("abstract") ?? written.filled("description") ?? ""
    kind = written.filled("type").flatMap(PublishedSession.Kind.init(word:))
    let room = written.roomName.trimmed
    self.room = room.isEmpty ? written.filled("room") : room
    spoken = written.filled("language") ?? ExportedWords.languages(below: written.filled("subtitle")) ?? ""
    registerURL = written.links.first { ExportedWords.isRegistration($0.label) }?.address ?? written.filled("url")
    if let export, ownKey != nil {
      persons = written.persons.map { export.person($0.text, number: $0.number) }
      withoutMadeWords(key: code)
    } else {
      guard written.texts["persons"] != nil else { return }
      persons = written.persons.map { ConferenceSchedule.Person(name: $0.text.trimmed, affiliation: "") }
    }
  }

  private static func key(of slug: String, behind prefix: String) -> String? {
    slug.hasPrefix(prefix) ? String(slug.dropFirst(prefix.count)) : nil
  }

  /// The date of a talk, or else its start on its day; before the hour at which the day starts it is the night behind it.
  private static func start(of written: WrittenTalk) -> ConferenceSchedule.Time? {
    if let start = written.filled("date").flatMap(time) { return start }
    let clock = (written.filled("start") ?? "").prefix(5)
    guard let day = CalendarDate(written.date), let start = LocalTime("\(day)T\(clock)") else { return nil }
    guard let opening = LocalTime(String(written.dayStart.prefix(16))), opening.day == day,
      start.minuteOfDay < opening.minuteOfDay
    else { return .local(start) }
    return LocalTime(day, minutes: 1440 + start.minuteOfDay).map { .local($0) }
  }
}
