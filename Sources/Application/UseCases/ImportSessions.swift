public import Agenda
import AgendaFormats
import CSV
public import ImportFormats
import Lookup
public import Postgres
public import Vocabulary

extension RowImport {
  /// Imports sessions, one a row.
  /// Rooms that nobody knows are added.
  /// - Parameters:
  ///   - mismatch: What is believed where a day and its day of the week disagree; without it such rows are refused.
  ///   - language: That of the columns that name none; without it, the event's first.
  public func sessions(
    _ table: ImportTable, believing mismatch: WeekdayMismatch?, in language: Language? = nil, of event: EventID,
    by service: AgendaService, in unit: UnitOfWork
  ) throws -> ImportReport {
    let known = try service.draft(of: event, in: unit).map(\.session).map { session in
      SessionKeys.Known(
        key: session.key.text, titles: session.title.languages.compactMap { session.title[$0] }, start: session.start)
    }
    let setting = try EventSettingStore.setting(of: event, in: unit)
    let rooms = RoomMaker(service: service, event: event, unit: unit, language: language ?? setting.language)
    let languages = TalkLanguages(language, of: try service.languages(of: event, in: unit), tellsTexts: false)
    let importer = SessionImporter(
      service: service, mismatch: mismatch, setting: setting, keys: SessionKeys(known: known), rooms: rooms,
      languages: languages)
    var report = try run(importer, table, of: event, in: unit)
    report.notes += rooms.notes
    return report
  }

  /// Imports who speaks in sessions that are there, in the order of the column `order`, or else of the file. Those who
  /// were there before make room.
  public func speakers(
    _ table: ImportTable, of event: EventID, by service: AgendaService, in unit: UnitOfWork
  ) throws -> ImportReport {
    let language = try EventSettingStore.setting(of: event, in: unit).language
    return try run(SpeakerImporter(service: service, language: language), table, of: event, in: unit)
  }
}

/// What one row says of a session; what it does not speak of stays.
struct SessionRow {
  /// Nil only while it is being read.
  var key: Slug?
  let source: ImportRow
  var start: LocalTime?
  /// Nil where the row names none.
  var speakers: [Speaker]?
  var edits: [(inout AgendaSession) -> Void] = []
  /// Those of an exported agenda; nil where the row is of another file or names none.
  var told: [ConferenceSchedule.Person]?
  /// What the zone is called in the file, beside its IANA name.
  var zoneWord: String?
}

/// Takes sessions, one a row.
struct SessionImporter: RowImporter {
  static let noun = "session"
  static let needed = [["key", "title_en", "title_fr", "title_es"]]
  static let references: [String: KeyNoun] = ["room": .room]

  let service: AgendaService
  let mismatch: WeekdayMismatch?
  let setting: EventSetting
  let keys: SessionKeys
  let rooms: RoomMaker
  let languages: TalkLanguages
  let gathered = ImportRemarks()
  private let dates = DateColumns()

  var remarks: [ImportRemark] { gathered.all + languages.remarks }
  var madeKeys: [String] { keys.made }

  init(
    service: AgendaService, mismatch: WeekdayMismatch?, setting: EventSetting, keys: SessionKeys, rooms: RoomMaker,
    languages: TalkLanguages
  ) {
    self.service = service
    self.mismatch = mismatch
    self.setting = setting
    self.keys = keys
    self.rooms = rooms
    self.languages = languages
  }

  func prepare(for rows: [ImportRow]) {
    keys.prepare(keys: rows.compactMap { $0.text("key") }, titles: rows.map(title(of:)))
    dates.learn(from: rows, ["date", "date_as_printed"])
  }

  func identity(of item: SessionRow) -> String? { item.key?.text }

  func item(from row: ImportRow) throws -> SessionRow {
    var item = SessionRow(source: row)
    try readHours(row, into: &item)
    item.key = try key(of: row, at: item.start)
    try readTexts(row, into: &item)
    try readWords(row, into: &item)
    try readSpeakers(row, into: &item)
    try readStatus(row, into: &item)
    return item
  }

  /// The key in the row, or that of the session with its title.
  private func key(of row: ImportRow, at start: LocalTime?) throws -> Slug {
    if row.text("key") != nil { return try row.slug("key") }
    let title = title(of: row)
    guard !title.isEmpty else { throw row.problem("key", nil, "The row has neither a key nor a title.") }
    guard let key = keys.key(ofTitle: title, at: start) else {
      throw row.problem(nil, title, "\(quoted(title)) has no letter or digit to make a key of: add a column key.")
    }
    return try Slug(key)
  }

  private func title(of row: ImportRow) -> String { row.localised("title").text(preferring: [setting.language]) }

  func save(_ item: SessionRow, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    guard let key = item.key else { return .unchanged }
    var outcome = try service.set(key, of: event, in: unit) { session in
      for edit in item.edits { edit(&session) }
      guard session.start == nil else { return }
      throw item.source.problem(
        "date", nil, "Session \(quoted(key.text)) is new, so it needs a date, a start and an end.")
    }
    if let named = item.speakers {
      let known = try service.entry(key.text, of: event, in: unit).speakers
      // What is known of a speaker beside the name stays.
      let speakers = named.map { speaker in known.first { $0.name == speaker.name } ?? speaker }
      let others = try service.setSpeakers(speakers, of: key.text, event, in: unit)
      if outcome == .unchanged, others != .unchanged { outcome = .updated }
    }
    if let persons = item.told {
      let speakers = ToldSpeakers(persons: persons, language: languages.fallback, withoutRoles: false)
      let others = try speakers.save(as: key, of: event, by: service, in: unit)
      if outcome == .unchanged, others != .unchanged { outcome = .updated }
    }
    guard let word = item.zoneWord else { return outcome }
    let entry = try service.entry(key.text, of: event, in: unit)
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
    if let exported = exportedHours(row, on: day) {
      item.start = exported.start
      item.edits.append { ($0.start, $0.end) = (exported.start, exported.end) }
      return
    }
    let (start, end, word) = try SessionHoursReading.hours(of: row, on: day)
    item.zoneWord = item.zoneWord ?? word
    item.start = start
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
      guard let written = WrittenDay(text, order: dates.order(of: column), among: setting.days) else {
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
    for column in Language.allCases {
      let (title, objective) = ("title_\(column.code)", "objective_\(column.code)")
      if row.has(title) {
        let text = row.isExported && isMadeTitle(row, item) ? "" : row.text(title) ?? ""
        let language = language(of: title, column, row)
        item.edits.append { $0.title = $0.title.replacing(language, with: text) }
      }
      if row.has(objective) {
        let text = row.text(objective) ?? ""
        let language = language(of: objective, column, row)
        item.edits.append { $0.objective = $0.objective.replacing(language, with: text) }
      }
    }
    if row.has("room") {
      let room = try row.reference("room").map { try rooms.room($0) }
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

  /// A column that names no language is in that which the organiser says.
  private func language(of name: String, _ column: Language, _ row: ImportRow) -> Language {
    column == setting.language && row.columns.header.index(of: name) == nil ? languages.fallback : column
  }

  private func readSpeakers(_ row: ImportRow, into item: inout SessionRow) throws {
    guard let text = row.text("speakers") else { return }
    guard !row.isExported else { return item.told = row.exportedPersons }
    item.speakers = SpeakerNames(text).all.map { name, organisation in
      var speaker = Speaker(name: name)
      speaker.organisation = LocalizedText([setting.language: organisation ?? ""])
      return speaker
    }
  }

  private func readWords(_ row: ImportRow, into item: inout SessionRow) throws {
    if let text = row.text("languages") {
      do {
        _ = try WrittenLanguages(text)
      } catch {
        throw row.problem("languages", text, Message(error.explanation.message))
      }
      let spoken = languages.spoken(text, row: row.record.row)
      item.edits.append { $0.languages = spoken }
    }
    if row.text("audience") != nil {
      let audience: AgendaSession.Audience = try row.word("audience")
      item.edits.append { $0.audience = audience }
    }
    if let word = row.text("kind") {
      // A foreign column "Type" may hold anything.
      if let kind = AgendaSession.Kind(word: word) {
        item.edits.append { $0.kind = kind }
      } else if row.columns.isRenamed("kind") {
        gathered.add("\(quoted(word)) is no kind of session that is known, so it was left out", row: row.record.row)
      } else {
        let kind: AgendaSession.Kind = try row.word("kind")
        item.edits.append { $0.kind = kind }
      }
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
