public import Agenda
import AgendaFormats
import CanonicalJSON
import ImportFormats
public import Postgres
public import Vocabulary

/// The forms of a schedule that is no table, told by how the file begins.
public enum ScheduleForm: Sendable {
  case json, xml, calendar

  /// Nil for a table.
  public init?(_ bytes: [UInt8]) {
    let start = bytes.prefix(200).drop { " \t\r\n".utf8.contains($0) || [0xEF, 0xBB, 0xBF].contains($0) }
    if start.first == UInt8(ascii: "{") {
      self = .json
    } else if start.first == UInt8(ascii: "<") {
      self = .xml
    } else if String(decoding: start.prefix(15), as: UTF8.self).uppercased() == "BEGIN:VCALENDAR" {
      self = .calendar
    } else {
      return nil
    }
  }

  /// - Throws: `ImportError` when it is no such file.
  func read(_ bytes: [UInt8], file: String) throws -> ConferenceSchedule {
    do {
      switch self {
      case .json:
        guard bytes.count <= ConferenceSchedule.mostBytes else {
          throw ScheduleError.tooLarge(limit: ConferenceSchedule.mostBytes)
        }
        return try ConferenceSchedule(JSON(parsing: String(decoding: bytes, as: UTF8.self)))
      case .xml: return try ConferenceSchedule(xml: bytes)
      case .calendar: return try ConferenceSchedule(calendar: bytes)
      }
    } catch let error as ScheduleError {
      throw ImportError.unreadable(error.explanation.sentences.description, file: file)
    } catch is JSONSyntaxError {
      throw ImportError.unreadable("The file is no JSON: export it again.", file: file)
    }
  }
}

extension RowImport {
  /// Imports the talks of a schedule as public sessions, each with its speakers; rooms that nobody knows are added. What
  /// is wrong is counted by the talks of the file.
  /// - Parameter language: The language of the file's texts; without one, that which the file says, the only one of a
  ///   talk, or the event's first.
  public func schedule(
    _ bytes: [UInt8], as form: ScheduleForm, file: String, in language: Language?, eventLanguages: [Language],
    of event: EventID, by service: AgendaService, in unit: UnitOfWork
  ) throws -> ImportReport {
    let schedule = try form.read(bytes, file: file)
    var report = ImportReport(noun: "session")
    report.rows = schedule.talks.count + schedule.faults.count + schedule.skipped
    report.skipped = schedule.skipped
    for remark in schedule.remarks { report.remarks.add(remark.message, row: remark.talk) }
    report.problems = schedule.faults.map { Self.problem($0.talk, $0.error) }
    let rooms = RoomMaker(service: service, event: event, unit: unit, language: language ?? eventLanguages.first)
    let importer = try TalkImporter(
      schedule, service, rooms, TalkLanguages(language, of: eventLanguages, tellsTexts: true), event, unit)
    for talk in schedule.talks {
      do {
        report.outcomes[try importer.save(talk), default: 0] += 1
      } catch let error as any ExplainedError where [.badData, .refused, .notFound].contains(error.explanation.kind) {
        report.problems.append(Self.problem(talk.number, error, of: talk.code))
      }
    }
    report.remarks += importer.remarks.all + importer.languages.remarks
    report.notes += rooms.notes + importer.notes
    report.problems.sort { $0.row < $1.row }
    guard report.problems.isEmpty else { throw ImportError.rejected(report, file: file) }
    return report
  }

  private static func problem(_ talk: Int, _ error: any ExplainedError, of code: String? = nil) -> ImportProblem {
    let sentences = error.explanation.sentences
    return ImportProblem(
      row: talk, line: talk, cell: nil, column: nil, value: code, code: error.explanation.code,
      message: code.map { "Talk \(quoted($0)): " + sentences } ?? sentences)
  }
}
