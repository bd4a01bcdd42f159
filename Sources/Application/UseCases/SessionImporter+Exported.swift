import Agenda
import AgendaFormats
import CSV
import Lookup
import Vocabulary

extension ImportRow {
  /// Whether the file is the table of an exported agenda, which is in one language.
  var isExported: Bool { ["starts_at", "ends_at", "status"].allSatisfy { has($0) } }

  /// The speakers of an exported agenda, one a line.
  var exportedPersons: [ConferenceSchedule.Person] {
    (text("speakers") ?? "").split(whereSeparator: \.isNewline).map { ConferenceSchedule.Person($0.trimmed) }
  }
}

/// The columns of an exported agenda.
extension SessionImporter {
  /// Whether the title of an exported session is made of its speakers, because the session has none.
  func isMadeTitle(_ row: ImportRow, _ item: SessionRow) -> Bool {
    let kind = row.text("kind").flatMap(PublishedSession.Kind.init(word:)) ?? .other
    return PublishedSession.isMade(
      title: row.text("title_\(setting.language.code)") ?? "", kind: kind, key: item.key?.text ?? "",
      names: row.exportedPersons.compactMap(\.name))
  }

  func readStatus(_ row: ImportRow, into item: inout SessionRow) throws {
    guard let status = row.text("status") else { return }
    switch status.lowercased() {
    case "cancelled", "canceled": item.edits.append { $0.isCancelled = true }
    case "confirmed": item.edits.append { $0.isCancelled = false }
    default:
      // Another system's column of this name says something else.
      guard row.isExported else { return }
      throw row.problem("status", status, "\(quoted(status)) is neither confirmed nor cancelled.")
    }
  }

  /// The hours of the columns starts_at and ends_at, which name the day of the end; nil where date, start and end say
  /// something else.
  func exportedHours(_ row: ImportRow, on day: CalendarDate) -> (start: LocalTime, end: LocalTime)? {
    guard let start = row.text("starts_at").flatMap({ Moment($0)?.local }),
      let end = row.text("ends_at").flatMap({ Moment($0)?.local })
    else { return nil }
    let clocks = [start, end].map { String($0.description.suffix(5)) }
    guard start.day == day, [row.text("start"), row.text("end")] == clocks else {
      gathered.add("starts_at and ends_at differ from date, start and end, which were taken", row: row.record.row)
      return nil
    }
    return (start, end)
  }
}
