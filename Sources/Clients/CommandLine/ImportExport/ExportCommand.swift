import ArgumentParser
import Backend
import CSV
import CanonicalJSON
import Events
import Files
import Postgres
import UseCases
import Vocabulary

/// `datajam export NOUN|all`
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "export", "Write people, teams, submissions, sessions or organisations to a CSV file.",
    more: """
      Kinds of data: \(ExportNoun.allCases.map(\.rawValue).joined(separator: ", ")). With all, a folder gets \
      one file of each. The file can be imported again and then changes nothing. People who withdrew are \
      included; erased people are not. Cells that a spreadsheet would run as a formula get an apostrophe, \
      which an import removes.
      """,
    examples: "datajam export participant -o people.csv", "datajam export all -o archive")

  @Argument(help: ArgumentHelp("The kind of data.", valueName: "noun")) var what: ExportChoice
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file, or with all the folder. Without it: standard output.", valueName: "path"),
    completion: .file())
  var output: String?
  @Flag(help: "Write the file so that Excel opens it without questions.") var excel = false
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
      Console.say("\(file.noun.rawValue): \(file.count == 1 ? "1 row" : "\(file.count) rows") in \(path)")
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
    let file = try DraftedFile(path, for: .owner)
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
