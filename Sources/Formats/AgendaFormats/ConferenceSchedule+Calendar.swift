import Vocabulary

extension ConferenceSchedule {
  /// Reads iCalendar (RFC 5545): each VEVENT with an hour is a talk.
  ///
  /// Entries that last whole days, and changed occurrences of repeated entries, are left out with a remark.
  /// - Throws: `ScheduleError` when it is no whole calendar.
  /// - Complexity: linear in the bytes.
  public init(calendar bytes: [UInt8]) throws(ScheduleError) {
    guard bytes.count <= Self.mostBytes else { throw .tooLarge(limit: Self.mostBytes) }
    let file = try CalendarEntries(bytes)
    guard !file.entries.isEmpty else { throw .noCalendar }
    self.init(.calendar)
    timeZone = (file.calendar.text("X-WR-TIMEZONE")).map { CalendarZones.zone($0, file.zones) }
    for (index, entry) in file.entries.enumerated() {
      let number = index + 1
      if let reason = Self.reasonToSkip(entry) {
        skipped += 1
        remarks.append(Remark(talk: number, message: reason))
        continue
      }
      take(number) { () throws(ScheduleError) in try Talk(entry, in: file, number: number) }
      if entry.first("RRULE") != nil || entry.first("RDATE") != nil {
        remarks.append(
          Remark(talk: number, message: "the entry repeats (RRULE): its first time is taken, and no other one"))
      }
      if entry.first("ATTENDEE") != nil || entry.first("ORGANIZER") != nil {
        remarks.append(
          Remark(
            talk: number,
            message:
              "people who are invited (ATTENDEE, ORGANIZER) are not taken; a table of speakers is: --speakers FILE"))
      }
    }
  }

  private static func reasonToSkip(_ entry: CalendarEntries.Entry) -> String? {
    if entry.first("RECURRENCE-ID") != nil {
      return "the entry is one changed time of an entry that repeats, and is left out"
    }
    guard let start = entry.first("DTSTART"), CalendarTime.isDay(start) else { return nil }
    let title = quoted(entry.text("SUMMARY") ?? "")
    return "\(title) lasts whole days and has no hours, so it is left out; give it hours in the calendar to take it"
  }
}

extension ConferenceSchedule.Talk {
  fileprivate init(
    _ entry: CalendarEntries.Entry, in file: CalendarEntries, number: Int
  ) throws(ScheduleError) {
    let ownKey = entry.text("X-DATAJAM-KEY")
    guard let code = ownKey ?? entry.text("UID").map({ Self.code(ofUID: $0) }) ?? entry.text("SUMMARY") else {
      throw .noCode(number)
    }
    guard let written = entry.first("DTSTART"), let start = CalendarTime.time(written),
      let end = CalendarTime.end(entry, of: start)
    else { throw .noTimes(entry.text("SUMMARY") ?? code) }
    self.init(number: number, code: code, start: start, end: end)
    let zone = written.parameters["TZID"]
    if let other = entry.first("DTEND")?.parameters["TZID"], other != zone {
      throw .twoZones(entry.text("SUMMARY") ?? code)
    }
    timeZone = zone.map { CalendarZones.zone($0, file.zones) }
    title = entry.text("SUMMARY") ?? ""
    textLanguage = (entry.first("SUMMARY")?.parameters["LANGUAGE"]).flatMap {
      Language(rawValue: String($0.prefix { $0 != "-" }).lowercased())
    }
    room = entry.text("LOCATION")
    isCancelled = entry.text("STATUS")?.uppercased() == "CANCELLED"
    kind = (entry.lines["CATEGORIES"] ?? []).flatMap(\.texts).lazy.compactMap(PublishedSession.Kind.init(word:)).first
    (url, registerURL) = (entry.text("CONFERENCE"), entry.text("URL"))
    if url == registerURL { registerURL = nil }
    abstract = entry.text("DESCRIPTION") ?? ""
    if ownKey != nil { readOwnDescription(entry) }
  }

  /// Takes an export of ours apart.
  private mutating func readOwnDescription(_ entry: CalendarEntries.Entry) {
    let parts = ExportedWords.parts(ofDescription: abstract)
    (abstract, spoken) = (parts.objective, parts.languages)
    let names = (entry.lines["X-DATAJAM-SPEAKER"] ?? []).map(\.text)
    persons = parts.speakers.enumerated().map { index, text in
      guard names.indices.contains(index) else { return ConferenceSchedule.Person(text) }
      return ConferenceSchedule.Person(text, named: names[index])
    }
    withoutMadeWords(key: code)
  }

  /// A UID without the host behind it, which names the program; a long one, of which a key would keep the beginning
  /// only, by its hash.
  private static func code(ofUID uid: String) -> String {
    let local = String(uid.prefix { $0 != "@" })
    let code = local.isEmpty ? uid : local
    return code.utf8.count <= Slug.longest ? code : "entry-\(stableUUID(of: uid).prefix(18))"
  }
}

/// Days, times and durations of iCalendar (RFC 5545, 3.3).
enum CalendarTime {
  static func isDay(_ line: CalendarLine) -> Bool {
    line.parameters["VALUE"]?.uppercased() == "DATE" || line.value.trimmed.utf8.count == 8
  }

  /// "20210508T103000", or with Z behind it for UTC; seconds are left out.
  static func time(_ line: CalendarLine) -> ConferenceSchedule.Time? {
    let text = line.value.trimmed
    let isUTC = text.hasSuffix("Z")
    let digits = Array((isUTC ? text.dropLast() : text[...]).utf8)
    guard digits.count == 15 || digits.count == 13, digits[8] == UInt8(ascii: "T") else { return nil }
    func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
    guard
      let local = LocalTime("\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13))")
    else { return nil }
    guard isUTC else { return .local(local) }
    return .moment(Moment(local: local, instant: Timestamp(microseconds: Int64(local.minutes) * 60_000_000)))
  }

  /// When an entry ends: DTEND, or DURATION behind its start.
  static func end(_ entry: CalendarEntries.Entry, of start: ConferenceSchedule.Time) -> ConferenceSchedule.End? {
    if let end = entry.first("DTEND") { return time(end).map { .time($0) } }
    return entry.first("DURATION").flatMap { minutes($0.value.trimmed) }.map { .after(minutes: $0) }
  }

  /// The minutes of "P1DT2H30M", "PT45M" or "P1W"; nil for nothing, and for what counts backwards.
  static func minutes(_ text: String) -> Int? {
    let units: [Character: Int] = ["W": 10_080 * 60, "D": 1440 * 60, "H": 3600, "M": 60, "S": 1]
    var rest = text.uppercased()[...]
    if rest.hasPrefix("+") { rest = rest.dropFirst() }
    guard rest.hasPrefix("P") else { return nil }
    var (seconds, number) = (0, "")
    for character in rest.dropFirst() where character != "T" {
      if character.isASCII, character.isNumber {
        number.append(character)
        continue
      }
      guard let unit = units[character], let count = Int(number), count < 100_000 else { return nil }
      seconds += count * unit
      number = ""
    }
    return number.isEmpty && seconds >= 60 ? seconds / 60 : nil
  }
}
