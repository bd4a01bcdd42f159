public import Agenda
import AgendaFormats
import CanonicalJSON
import ImportFormats
public import Postgres
public import Vocabulary

extension RowImport {
  /// Whether a file is JSON and no table.
  public static func isJSON(_ bytes: [UInt8]) -> Bool {
    bytes.first { !" \t\r\n".utf8.contains($0) && ![0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "{")
  }

  /// Imports the talks of a conference schedule as public sessions, each with its speakers; rooms that nobody knows are
  /// added. What is wrong is counted by the talks of the file.
  /// - Parameter language: The language of the file's texts; without one, the only one of a talk or the event's first.
  public func schedule(
    _ bytes: [UInt8], file: String, in language: Language?, eventLanguages: [Language], of event: EventID,
    by service: AgendaService, in unit: UnitOfWork
  ) throws -> ImportReport {
    let schedule: ConferenceSchedule
    do {
      schedule = try ConferenceSchedule(JSON(parsing: String(decoding: bytes, as: UTF8.self)))
    } catch let error as ScheduleError {
      throw ImportError.unreadable(error.explanation.sentences.description, file: file)
    } catch is JSONSyntaxError {
      throw ImportError.unreadable("The file is no JSON: export it again.", file: file)
    }
    let importer = TalkImporter(
      service: service, timeZone: schedule.timeZone, language: language, fallback: eventLanguages.first ?? .english)
    var report = ImportReport(noun: "session")
    report.rows = schedule.talks.count
    for (index, talk) in schedule.talks.enumerated() {
      do {
        let outcome = try unit.savepoint { try importer.save(talk, of: event, in: unit) }
        report.outcomes[outcome, default: 0] += 1
      } catch let error as any ExplainedError where [.badData, .refused, .notFound].contains(error.explanation.kind) {
        report.problems.append(
          ImportProblem(
            row: index + 1, line: index + 1, cell: nil, column: nil, value: talk.code, code: error.explanation.code,
            message: "Talk \(quoted(talk.code)): " + error.explanation.sentences))
      }
    }
    guard report.problems.isEmpty else { throw ImportError.rejected(report, file: file) }
    return report
  }
}

/// Takes the talks of a conference schedule.
private struct TalkImporter {
  let service: AgendaService
  let timeZone: String?
  let language: Language?
  let fallback: Language

  func save(_ talk: ConferenceSchedule.Talk, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    guard let key = Slug(naming: talk.code) else { throw SlugError(text: talk.code) }
    let room = try talk.room.map { try self.room($0, of: event, in: unit) }
    let language = language ?? (talk.languages.count == 1 ? talk.languages[0] : fallback)
    let outcome = try service.set(key, of: event, in: unit) { session in
      // A new one has no hours yet.
      if session.start == nil { session.audience = .public }
      if let timeZone { session.timeZone = timeZone }
      session.start = try start(talk, in: session.timeZone, unit)
      session.end = session.start.flatMap { LocalTime($0.day, minutes: $0.minuteOfDay + talk.minutes) }
      session.title = session.title.replacing(language, with: talk.title)
      session.objective = session.objective.replacing(language, with: talk.abstract)
      session.languages = talk.languages
      session.room = room
      session.kind = AgendaSession.Kind(rawValue: talk.type.lowercased()) ?? session.kind
      session.registerURL = talk.url ?? session.registerURL
    }
    // The file is in one language: what the others say of the same people stays.
    let known = try service.entry(key.text, of: event, in: unit).speakers
    let speakers = talk.persons.enumerated().map { index, person in
      let before = known.indices.contains(index) && known[index].name == person.name ? known[index] : nil
      var speaker = before ?? Speaker(name: person.name)
      speaker.role = speaker.role.replacing(language, with: person.biography ?? "")
      return speaker
    }
    let others = try service.setSpeakers(speakers, of: key.text, event, in: unit)
    return outcome == .unchanged && others != .unchanged ? .updated : outcome
  }

  private func start(
    _ talk: ConferenceSchedule.Talk, in zone: String, _ unit: UnitOfWork
  ) throws -> LocalTime? {
    if let moment = Moment(talk.date) { return try service.localTime(at: moment.instant, in: zone, unit) }
    return LocalTime(String(talk.date.prefix(16)))
  }

  /// The room of this name in any language; added where there is none.
  private func room(_ name: String, of event: EventID, in unit: UnitOfWork) throws -> String {
    let folded = FoldedName(keepingSymbols: name)
    let known = try service.rooms(of: event, in: unit).map(\.room).first { room in
      room.name.languages.contains { room.name[$0].map { FoldedName(keepingSymbols: $0) } == folded }
    }
    if let known { return known.key.text }
    guard let key = Slug(naming: name) else { throw SlugError(text: name) }
    let names = LocalizedText([language ?? fallback: name])
    _ = try service.set(room: key, of: event, in: unit) { if $0.name.isEmpty { $0.name = names } }
    return key.text
  }
}
