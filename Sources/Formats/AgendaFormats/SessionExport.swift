import Vocabulary

/// What the exports call a session and its speakers, by which an import knows them again.
struct SessionExport {
  let event: String
  let key: String

  /// What the session is called in calendars, for good.
  var identity: String { stableUUID(of: "datajam", "session", event, key) }

  /// What a speaker is called; somebody who is not named, by the position among the speakers, counted from 0.
  func speaker(_ name: String?, at position: Int) -> String {
    stableUUID(of: "datajam", "speaker", event, name ?? "\(key)/\(position)")
  }

  /// The same as a whole number, for XML.
  func speakerNumber(_ name: String?, at position: Int) -> Int {
    stableNumber(of: "datajam", "speaker", event, name ?? "\(key)/\(position)")
  }

  /// Whether somebody of this identity in JSON is not named.
  func isUnnamed(_ identity: String) -> Bool {
    (0..<Self.mostUnnamed).contains { speaker(nil, at: $0) == identity }
  }

  /// The name at the start of a speaker's text in XML, and what is behind it.
  func person(_ text: String, number: Int?) -> ConferenceSchedule.Person {
    let beginnings = Self.beginnings(of: text)
    if let name = beginnings.first(where: { speakerNumber($0, at: 0) == number }) {
      return ConferenceSchedule.Person(text, named: name)
    }
    let isUnnamed = (0..<Self.mostUnnamed).contains { speakerNumber(nil, at: $0) == number }
    return isUnnamed ? ConferenceSchedule.Person(name: nil, affiliation: text) : ConferenceSchedule.Person(text)
  }

  /// In as many positions somebody without a name is looked for.
  private static let mostUnnamed = 64

  /// "Ann", "Ann, Chair" and "Ann, Chair, ICPC" of the last one.
  private static func beginnings(of text: String) -> [String] {
    let parts = text.split(separator: ", ", omittingEmptySubsequences: false)
    // A name has a degree or two behind it; more commas belong to what somebody is.
    return (1...min(parts.count, 4)).map { parts.prefix($0).joined(separator: ", ") } + [text]
  }
}

extension ConferenceSchedule.Person {
  /// Takes the text before the first comma for the name.
  public init(_ text: String) {
    self.init(text, named: text.firstRange(of: ", ").map { String(text[..<$0.lowerBound]) } ?? text)
  }

  /// Takes the text behind the name for what somebody is; without a name, all of it.
  init(_ text: String, named name: String) {
    let isNamed = !name.isEmpty && text.hasPrefix(name)
    let rest = isNamed ? String(text.dropFirst(name.count)) : text
    self.init(name: isNamed ? name : nil, affiliation: rest.hasPrefix(", ") ? String(rest.dropFirst(2)) : rest)
  }
}

extension PublishedSession {
  /// The number of a session that is published for the first time: the same in every event and database, so that a
  /// file that was exported, imported and exported again is the same.
  public static func number(of key: String) -> Int { stableNumber(of: "datajam", "number", key) }
}
