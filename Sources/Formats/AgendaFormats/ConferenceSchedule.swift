public import CanonicalJSON
public import Vocabulary

/// A conference schedule in JSON, as pretalx and frab write it, in our terms.
public struct ConferenceSchedule: Equatable, Sendable {
  /// The IANA name of the conference's zone, where the file has one.
  public let timeZone: String?
  /// In the order of the file.
  public let talks: [Talk]

  public struct Talk: Equatable, Sendable {
    public let code: String
    public let title: String
    public let abstract: String
    public let type: String
    /// A day and a time, mostly with its distance from UTC (RFC 3339).
    public let date: String
    public let minutes: Int
    public let room: String?
    public let languages: [Language]
    public let url: String?
    public let persons: [Person]
  }

  public struct Person: Equatable, Sendable {
    public let name: String
    public let biography: String?
  }

  /// - Throws: `ScheduleError` when it is no such document, or a talk of it has no time.
  public init(_ json: JSON) throws(ScheduleError) {
    guard let conference = json["schedule"]?["conference"], let days = conference["days"]?.elements else {
      throw .noSchedule
    }
    timeZone = conference["time_zone_name"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    var talks: [Talk] = []
    for day in days {
      for room in day["rooms"]?.members ?? [] {
        for talk in room.value.elements ?? [] {
          talks.append(try Talk(talk, room: room.key, number: talks.count + 1))
        }
      }
    }
    self.talks = talks
  }
}

extension ConferenceSchedule.Talk {
  fileprivate init(_ json: JSON, room: String, number: Int) throws(ScheduleError) {
    let id = json["id"]?.integer.map { String($0) }
    guard let code = json["code"]?.filled ?? json["slug"]?.filled ?? id else { throw .noCode(number) }
    guard let date = json["date"]?.filled, let minutes = json["duration"]?.filled.flatMap(Self.minutes) else {
      throw .noTime(code)
    }
    self.code = code
    self.date = date
    self.minutes = minutes
    self.room = room.isEmpty ? nil : room
    title = json["title"]?.filled ?? ""
    abstract = json["abstract"]?.filled ?? json["description"]?.filled ?? ""
    type = json["type"]?.filled ?? ""
    url = json["url"]?.filled
    // A session in several languages leaves the field empty and says them below the title.
    let spoken = json["language"]?.filled ?? json["subtitle"]?.filled ?? ""
    languages = (try? WrittenLanguages(spoken))?.languages ?? []
    persons = (json["persons"]?.elements ?? []).compactMap { person in
      (person["public_name"]?.filled ?? person["name"]?.filled).map {
        ConferenceSchedule.Person(name: $0, biography: person["biography"]?.filled)
      }
    }
  }

  /// "00:45", or with days before it "1:00:45".
  private static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), !parts.contains(where: { !(0...99).contains($0 ?? -1) }) else { return nil }
    let numbers = parts.compactMap(\.self)
    let days = numbers.count == 3 ? numbers[0] : 0
    let minutes = days * 1440 + numbers[numbers.count - 2] * 60 + numbers[numbers.count - 1]
    return minutes > 0 ? minutes : nil
  }
}

extension JSON {
  /// The text of a string in which something stands.
  fileprivate var filled: String? {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return text
  }
}

/// Why a document is not taken for a conference schedule.
public enum ScheduleError: ExplainedError, Equatable {
  case noSchedule
  case noCode(Int)
  case noTime(String)

  public var explanation: Explanation {
    switch self {
    case .noSchedule:
      Explanation(
        .badData, code: "no-schedule", "The file is JSON, but no conference schedule with days and rooms.",
        hint: "Export it again as schedule.json.")
    case .noCode(let number):
      Explanation(.badData, code: "no-code", "Talk \(number) of the file has neither code, slug nor id.")
    case .noTime(let code):
      Explanation(
        .badData, code: "no-time", "Talk \(quoted(code)) has no date or no duration such as 00:45.",
        hint: "Give it a place in the schedule and export it again.")
    }
  }
}
