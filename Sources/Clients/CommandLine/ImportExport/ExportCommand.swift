import ArgumentParser
import Backend
import CSV
import CanonicalJSON
import Events
import Files
import Postgres
import Results
import UseCases
import Vocabulary

/// `datajam export NOUN|all`
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "export", "Write the data of an event to CSV files or a workbook.",
    more: """
      With all, a folder gets \
      one file of each, numbered in the order of their import, and README.txt. With --as xlsx it is one workbook. \
      What has an import can be imported again and then changes nothing; datajam event import makes a new event of \
      all. People who withdrew are included; erased people are not. Tokens and the log are in no export. In CSV, cells that a spreadsheet would \
      run as a formula get an apostrophe, which an import removes.
      """,
    examples: "datajam export participant -o people.csv", "datajam export all -o archive",
    "datajam export all --as xlsx -o event.xlsx")

  @Argument(help: ArgumentHelp("The kind of data.", valueName: "noun")) var what: ExportChoice
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The form: csv, or xlsx for Excel and LibreOffice.", valueName: "form"))
  var form: TableForm?
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file, or with all the folder. Without it: standard output.", valueName: "path"),
    completion: .file())
  var output: String?
  @Flag(help: "With all, include scores and results that are not public yet.") var withResults = false
  @Flag(help: "Write CSV so that Excel opens it without questions.") var excel = false
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func validate() throws {
    if what.isAll, form != .xlsx, output == nil || output == "-" {
      throw ValidationError("'all' writes several files: name their folder with -o.")
    }
    if withResults && !what.isAll { throw ValidationError("'--with-results' goes with 'all'.") }
    if excel && global.json { throw ValidationError("'--excel' is for CSV, and '--json' writes none.") }
    if excel && form == .xlsx { throw ValidationError("'--excel' is for CSV, and '--as xlsx' writes none.") }
    if form != nil && global.json {
      throw ValidationError("'--as' writes tables, and '--json' documents: leave one of them out.")
    }
  }

  func run() async throws {
    if form == .xlsx { try TableForm.requireFile(output, as: .xlsx) }
    let backend = try await global.open()
    if form != .xlsx, what.isAll, let output { try OutputFile.makeFolder(output) }
    let (written, nouns, isSecret) = try await backend.read { event, snapshot in
      let isSecret = try what.nouns.contains(where: \.isUnderEmbargo) && isUnderEmbargo(event, backend, snapshot)
      let isLeftOut = isSecret && what.isAll && !withResults
      let nouns = what.nouns.filter { !(isLeftOut && $0.isUnderEmbargo) }
      let written =
        form == .xlsx
        ? try writeWorkbook(nouns, event, backend, snapshot)
        : try nouns.map { noun in
          let path = path(of: noun)
          return Written(noun: noun.name, path: path, count: try write(noun, to: path, event, backend, snapshot))
        }
      return (written, nouns, isSecret)
    }
    tell(written)
    if what.isAll {
      try writeReadMe(of: nouns)
      Console.say("Left out: \(ExportNoun.leftOut.map(\.what).joined(separator: ", ")).")
    }
    if nouns.count < what.nouns.count {
      Console.say("Scores and results are left out, because they are not public yet. To include them: --with-results")
    } else if isSecret {
      Console.say("Keep it among organisers: it tells of results that are not public.")
    }
  }

  /// Names what was written; of a whole event what is empty is only counted.
  private func tell(_ written: [Written]) {
    for file in written where !what.isAll || file.count > 0 {
      guard let path = file.path, output != "-" else { continue }
      Console.say("\(file.noun): \(file.count == 1 ? "1 row" : "\(file.count) rows") in \(path)")
    }
    let empty = written.count { $0.count == 0 }
    guard what.isAll, empty > 0 else { return }
    Console.say("\(empty) other kinds of data have no row: only the header was written.")
  }

  private struct Written: Sendable {
    let noun: String
    let path: String?
    let count: Int
  }

  /// Whether scores or results of the event are not public yet.
  private func isUnderEmbargo(_ event: StoredEvent, _ backend: Backend, _ snapshot: Snapshot) throws -> Bool {
    let versions = try backend.results.versions(of: event.id, in: snapshot)
    return versions.isEmpty ? event.phase >= .judging : versions.contains { !$0.isPublic }
  }

  private func path(of noun: ExportNoun) -> String? {
    guard what.isAll, let output else { return output }
    return "\(output)/\(ExportReadMe.fileName(of: noun, as: global.json ? "json" : "csv"))"
  }

  private func write(
    _ noun: ExportNoun, to path: String?, _ event: StoredEvent, _ backend: Backend, _ snapshot: Snapshot
  ) throws -> Int {
    let file = try DraftedFile(path, for: .owner)
    let count =
      global.json
      ? try backend.exports.writeJSON(of: noun, of: event.id, in: snapshot, push: file.write)
      : try backend.exports.writeCSV(
        of: noun, as: excel ? .excel : CSVFormat(), of: event.id, in: snapshot, push: file.write)
    try file.end()
    return count
  }

  private func writeWorkbook(
    _ nouns: [ExportNoun], _ event: StoredEvent, _ backend: Backend, _ snapshot: Snapshot
  ) throws -> [Written] {
    let file = try DraftedFile(output, for: .owner)
    let counts = try backend.exports.writeWorkbook(
      of: nouns, remarks: what.isAll ? ExportReadMe.rows(of: nouns) : [], on: ExportReadMe.sheetName, of: event.id,
      in: snapshot, push: file.write)
    try file.end()
    return zip(nouns, counts).map { noun, count in
      Written(noun: noun.name, path: what.isAll ? output.map { "\($0), sheet \(noun.fileName)" } : output, count: count)
    }
  }

  private func writeReadMe(of nouns: [ExportNoun]) throws {
    guard form != .xlsx, let output else { return }
    let text = ExportReadMe.text(of: nouns, as: global.json ? "json" : "csv")
    try OutputFile.write(text, to: "\(output)/README.txt", for: .owner)
  }
}

/// One noun, in the singular or the plural, or all of them.
struct ExportChoice: ExpressibleByArgument {
  let nouns: [ExportNoun]
  let isAll: Bool

  static let allValueStrings = ExportNoun.all.map(\.name) + ["all"]

  init?(argument: String) {
    let word = argument.lowercased()
    isAll = word == "all"
    if isAll {
      nouns = ExportNoun.all
      return
    }
    let noun = ExportNoun.all.first { [$0.name, $0.fileName].contains(word) }
    guard let noun = noun ?? (["org", "orgs"].contains(word) ? .organisation : nil) else { return nil }
    nouns = [noun]
  }
}
