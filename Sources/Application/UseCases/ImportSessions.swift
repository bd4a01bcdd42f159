public import Agenda
import AgendaFormats
import CSV
public import ImportFormats
import Lookup
public import Postgres
public import Vocabulary

extension RowImport {
  /// Imports sessions, one a row.
  /// - Parameter mismatch: What is believed where a day and its day of the week disagree; without it such rows are refused.
  public func sessions(
    _ bytes: [UInt8], file: String, believing mismatch: WeekdayMismatch?, of event: EventID, by service: AgendaService,
    in unit: UnitOfWork
  ) throws -> ImportReport {
    let importer = SessionImporter(service: service, mismatch: mismatch)
    return try run(importer, bytes, file: file, of: event, in: unit)
  }

  /// Imports who speaks in sessions that are there, in the order of the column `order`, or else of the file. Those who
  /// were there before make room.
  public func speakers(
    _ bytes: [UInt8], file: String, of event: EventID, by service: AgendaService, in unit: UnitOfWork
  ) throws -> ImportReport {
    let language = try service.languages(of: event, in: unit).first ?? .english
    return try run(SpeakerImporter(service: service, language: language), bytes, file: file, of: event, in: unit)
  }
}

/// What one row says of a session; what it does not speak of stays.
struct SessionRow {
  let key: Slug
  let source: ImportRow
  var edits: [(inout AgendaSession) -> Void] = []
  /// What the zone is called in the file, beside its IANA name.
  var zoneWord: String?
}

/// Takes sessions, one a row.
struct SessionImporter: Importer {
  static let noun = "session"
  static let requiredColumns = ["key"]
  static let references: [String: KeyNoun] = ["room": .room]
  static let optionalColumns =
    [
      "date", "start", "end", "tz", "languages", "audience", "kind", "title_en", "title_fr", "title_es", "objective_en",
      "objective_fr", "objective_es", "room", "url", "register_url", "capacity", "cancelled",
    ] + alternatives
  /// Other names of columns, and how a page printed what they hold.
  static let alternatives = ["date_as_printed", "hours", "time_zone", "time_zone_as_printed"]

  let service: AgendaService
  let mismatch: WeekdayMismatch?
  private let gathered = ImportRemarks()

  var remarks: [ImportRemark] { gathered.all }

  init(service: AgendaService, mismatch: WeekdayMismatch?) {
    self.service = service
    self.mismatch = mismatch
  }

  func items(from rows: [ImportRow]) -> (items: [(item: SessionRow, row: ImportRow)], problems: [ImportProblem]) {
    var items: [(item: SessionRow, row: ImportRow)] = []
    var problems: [ImportProblem] = []
    var first: [Slug: Int] = [:]
    for row in rows {
      do {
        let item = try item(from: row)
        if let other = first[item.key] {
          throw row.problem("key", item.key.text, "Session \(quoted(item.key.text)) stands in row \(other) already.")
        }
        first[item.key] = row.record.row
        items.append((item, row))
      } catch {
        problems.append(row.problem(from: error))
      }
    }
    return (items, problems)
  }

  private func item(from row: ImportRow) throws -> SessionRow {
    var item = SessionRow(key: try row.slug("key"), source: row)
    try readHours(row, into: &item)
    try readTexts(row, into: &item)
    try readWords(row, into: &item)
    return item
  }

  func save(_ item: SessionRow, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    let outcome = try service.set(item.key, of: event, in: unit) { session in
      for edit in item.edits { edit(&session) }
      guard session.start == nil else { return }
      throw item.source.problem(
        "date", nil, "Session \(quoted(item.key.text)) is new, so it needs a date, a start and an end.")
    }
    guard let word = item.zoneWord else { return outcome }
    let entry = try service.entry(item.key.text, of: event, in: unit)
    if !ZoneWord.fits(word, entry.zoneWord) {
      let ahead = entry.start.description.suffix(6)
      gathered.add(
        "\(quoted(word)) is not in force in \(entry.session.timeZone) then: the hours were taken as "
          + "\(entry.zoneWord) (UTC\(ahead)).", row: item.source.record.row)
    }
    return outcome
  }

  private func readHours(_ row: ImportRow, into item: inout SessionRow) throws {
    item.zoneWord = row.text("time_zone_as_printed")
    if let zone = row.text("tz") ?? row.text("time_zone") { item.edits.append { $0.timeZone = zone } }
    guard let day = try day(of: row) else { return }
    let (start, end, word) = try SessionHoursReading.hours(of: row, on: day)
    item.zoneWord = item.zoneWord ?? word
    item.edits.append {
      $0.start = start
      $0.end = end
    }
  }

  /// The day that the row names; the way in which it was printed has to agree.
  private func day(of row: ImportRow) throws -> CalendarDate? {
    var days: [(day: CalendarDate, isCorrected: Bool)] = []
    for column in ["date", "date_as_printed"] {
      guard let text = row.text(column) else { continue }
      guard let written = WrittenDay(text) else {
        throw row.problem(
          column, text, "\(quoted(text)) is no day that can be read in one way only: write it like 2021-05-08.")
      }
      let day = try settled(written, text, column, row)
      days.append((day, day != written.day))
    }
    guard let first = days.first else { return nil }
    let day = days.first(where: \.isCorrected)?.day ?? first.day
    if let other = days.last, !days.contains(where: \.isCorrected), other.day != first.day {
      throw row.problem(
        "date_as_printed", row.text("date_as_printed"),
        "The columns date and date_as_printed name different days: "
          + "\(first.day) and \(other.day).")
    }
    return day
  }

  private func settled(
    _ written: WrittenDay, _ text: String, _ column: String, _ row: ImportRow
  ) throws -> CalendarDate {
    guard written.contradictsItself else { return written.day }
    let name = WrittenDay.name(ofWeekday: written.day.weekday)
    switch mismatch {
    case nil:
      throw row.problem(
        column, text,
        "\(quoted(text)) was a \(name). Say which is right: --weekday-mismatch date takes \(written.day), "
          + "--weekday-mismatch weekday takes \(written.byWeekday).")
    case .date:
      gathered.add("\(quoted(text)) was a \(name): \(written.day) was taken.", row: row.record.row)
      return written.day
    case .weekday:
      gathered.add("\(quoted(text)) was a \(name): \(written.byWeekday) was taken.", row: row.record.row)
      return written.byWeekday
    }
  }

  private func readTexts(_ row: ImportRow, into item: inout SessionRow) throws {
    for language in Language.allCases {
      let (title, objective) = ("title_\(language.code)", "objective_\(language.code)")
      if row.has(title) {
        let text = row.text(title) ?? ""
        item.edits.append { $0.title = $0.title.replacing(language, with: text) }
      }
      if row.has(objective) {
        let text = row.text(objective) ?? ""
        item.edits.append { $0.objective = $0.objective.replacing(language, with: text) }
      }
    }
    if row.has("room") {
      let room = try row.reference("room")
      item.edits.append { $0.room = room }
    }
    if row.has("url") {
      let url = row.text("url")
      item.edits.append { $0.url = url }
    }
    if row.has("register_url") {
      let url = row.text("register_url")
      item.edits.append { $0.registerURL = url }
    }
  }

  private func readWords(_ row: ImportRow, into item: inout SessionRow) throws {
    if let text = row.text("languages") {
      let languages: [Language]
      do {
        languages = try WrittenLanguages(text).languages
      } catch {
        throw row.problem("languages", text, Message(error.explanation.message))
      }
      item.edits.append { $0.languages = languages }
    }
    if row.text("audience") != nil {
      let audience: AgendaSession.Audience = try row.word("audience")
      item.edits.append { $0.audience = audience }
    }
    if row.text("kind") != nil {
      let kind: AgendaSession.Kind = try row.word("kind")
      item.edits.append { $0.kind = kind }
    }
    if row.has("capacity") {
      let capacity = try row.count("capacity")
      item.edits.append { $0.capacity = capacity }
    }
    if row.text("cancelled") != nil {
      let isCancelled = try row.yesOrNo("cancelled")
      item.edits.append { $0.isCancelled = isCancelled }
    }
  }
}

/// From when to when a row says that a session lasts.
enum SessionHoursReading {
  static func hours(
    of row: ImportRow, on day: CalendarDate
  ) throws -> (start: LocalTime, end: LocalTime, zoneWord: String?) {
    if let end = row.text("end").flatMap({ LocalTime($0) }), let text = row.text("start") {
      // An end on a later day stands there with its day.
      guard let start = LocalTime("\(day)T\(text)") else {
        throw row.problem("start", text, "\(quoted(text)) is no time such as 14:30, as an end with its day needs it.")
      }
      return (start, end, nil)
    }
    let range = try range(of: row)
    guard let start = LocalTime(day, minutes: range.start), let end = LocalTime(day, minutes: range.end) else {
      throw row.problem("date", row.text("date"), "The day lies beyond the calendar.")
    }
    return (start, end, range.zoneWord)
  }

  private static func range(of row: ImportRow) throws -> ClockRange {
    let hours = row.text("hours")
    do {
      if let hours { return try ClockRange(hours) }
      return try ClockRange(from: row.required("start"), to: row.required("end"))
    } catch let error as ClockError {
      let column = hours == nil ? "start" : "hours"
      throw row.problem(column, row.text(column), error.explanation.sentences)
    }
  }
}

extension ImportRow {
  /// Whether the file has such a column.
  func has(_ column: String) -> Bool { header.index(of: column) != nil }

  /// "yes" or "no", also in French and Spanish.
  func yesOrNo(_ column: String) throws(ImportProblem) -> Bool {
    let text = try required(column)
    switch text.lowercased() {
    case "yes", "y", "true", "1", "oui", "sí", "si": return true
    case "no", "n", "false", "0", "non": return false
    default: throw problem(column, text, "\(quoted(text)) is neither yes nor no.")
    }
  }
}
