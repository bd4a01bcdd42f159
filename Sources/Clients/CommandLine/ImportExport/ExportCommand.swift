import ArgumentParser
import Backend
import CSV
import CanonicalJSON
import Events
import Postgres
import UseCases
import Vocabulary

/// `datajam export NOUN|all`
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write people, teams, submissions, sessions or organisations as a file.",
    discussion: """
      Nouns: \(ExportNoun.allCases.map(\.rawValue).joined(separator: ", ")); all writes one file each into a folder. \
      The file imports again, and then changes nothing. People who withdrew are in it, and an import leaves them as they \
      are; people who were erased are not. A cell that a spreadsheet would run as a formula gets an apostrophe, which the \
      import takes away again.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("What to export.", valueName: "noun")) var what: ExportChoice
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file, or for all the folder; standard output otherwise.", valueName: "path"))
  var output: String?
  @Flag(help: "For Excel: a byte order mark and its line ends.") var excel = false

  func validate() throws {
    if what.nouns.count > 1, output == nil || output == "-" {
      throw ValidationError("'all' writes several files: name their folder with -o.")
    }
    if excel && global.json { throw ValidationError("'--excel' is for CSV, and '--json' writes none.") }
  }

  func run() async throws {
    let backend = try await global.open()
    if what.nouns.count > 1, let output { try OutputFile.makeFolder(output) }
    let written = try await backend.read { event, snapshot in
      try what.nouns.map { noun in
        let path = path(of: noun)
        return Written(noun: noun, path: path, count: try write(noun, to: path, event, backend, snapshot))
      }
    }
    for file in written {
      guard let path = file.path, path != "-" else { continue }
      Surroundings.say("\(file.noun.rawValue): \(file.count == 1 ? "1 row" : "\(file.count) rows") in \(path)")
    }
  }

  private struct Written: Sendable {
    let noun: ExportNoun
    let path: String?
    let count: Int
  }

  private func path(of noun: ExportNoun) -> String? {
    guard what.nouns.count > 1, let output else { return output }
    return "\(output)/\(noun.fileName).\(global.json ? "json" : "csv")"
  }

  private func write(
    _ noun: ExportNoun, to path: String?, _ event: StoredEvent, _ backend: Backend, _ snapshot: Snapshot
  ) throws -> Int {
    let file = try StreamedFile(path)
    let count =
      global.json
      ? try backend.exports.writeJSON(of: noun, of: event.id, in: snapshot, push: file.write)
      : try backend.exports.writeCSV(
        of: noun, as: excel ? .excel : CSVFormat(), of: event.id, in: snapshot, push: file.write)
    try file.end()
    return count
  }
}

/// One noun, in the singular or the plural, or all of them.
struct ExportChoice: ExpressibleByArgument {
  let nouns: [ExportNoun]

  static let allValueStrings = ExportNoun.allCases.map(\.rawValue) + ["all"]

  init?(argument: String) {
    let word = argument.lowercased()
    if word == "all" {
      nouns = ExportNoun.allCases
      return
    }
    let noun = ExportNoun.allCases.first { [$0.rawValue, $0.fileName].contains(word) }
    guard let noun = noun ?? (["org", "orgs"].contains(word) ? .organisation : nil) else { return nil }
    nouns = [noun]
  }
}
