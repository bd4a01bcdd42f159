import ImportFormats
import ImportStaging
import Terminal
import UseCases
import Vocabulary

/// What an import came to, in lines for the organiser.
struct FileImportText {
  private let report: FileImportReport
  private let file: String

  init(_ report: FileImportReport, file: String) {
    self.report = report
    self.file = file
  }

  /// How the file was understood.
  func tellReading() {
    if report.profile != .generic { Console.say("Profile: \(report.profile.rawValue)") }
    for note in report.notes { Console.say("\(file): \(note)") }
    ImportLines.tell(ignored: report.ignoredColumns)
    for column in report.passedOver { Console.say("  warning: " + onOneLine(column.message)) }
    if !report.passedOver.isEmpty { Console.say(Self.howToTakePeople) }
  }

  /// The first rows that were passed over for a reason.
  private func names(ofSkipped reason: String) -> String {
    let rows = report.skippedRows.filter { $0.reason == reason }
    guard !rows.isEmpty else { return "" }
    let names = rows.prefix(10).map { "row \($0.row)" + ($0.name.map { " \(quoted($0))" } ?? "") }
    return " (\(names.joined(separator: ", "))\(rows.count > 10 ? " and \(rows.count - 10) more" : ""))"
  }

  private static let howToTakePeople =
    "  To take them, call the columns as \"Member 2 name\" and \"Member 2 email\" are called, or say with --map what they hold; "
    + "\"ignore\" in the map ends the warning."

  func tellOutcome() {
    for (reason, count) in report.skipReasons.sorted(by: { $0.key < $1.key }) {
      let names = names(ofSkipped: reason)
      Console.say("  " + onOneLine("\(count == 1 ? "1 row" : "\(count) rows") skipped: \(reason)\(names)"))
    }
    ImportLines.tell(remarks: report.remarks)
    let tally = report.tally
    var counts = ["\(tally.created) created", "\(tally.updated) updated", "\(tally.unchanged) unchanged"]
    if report.skipped > 0 { counts.append("\(report.skipped) skipped") }
    if report.rejected > 0 { counts.append("\(report.rejected) rejected") }
    let rows = report.rows == 1 ? "1 row" : "\(report.rows) rows"
    Console.say("\(report.noun.rawValue): \(counts.joined(separator: ", ")) (\(rows) of \(file))")
    for (noun, tally) in report.records.sorted(by: { $0.key < $1.key })
    where noun != report.noun.rawValue && (tally.created, tally.updated) != (0, 0) {
      Console.say(
        "\(noun): \(tally.created) created, \(tally.updated) updated, \(tally.unchanged) unchanged")
    }
  }
}
