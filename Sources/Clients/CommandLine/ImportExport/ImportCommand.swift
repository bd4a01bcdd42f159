import ArgumentParser
import ImportFormats

/// `datajam import FILE`
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "import", "Import people, teams, submissions or organisations from a CSV file.",
    more: """
      The program recognises the file by its header: its own columns (datajam template), projects or \
      registrants of Devpost, attendees of Eventbrite, or answers of a Google form. All rows are imported, \
      or none, unless you give --continue. An import deletes nothing, and empty cells change nothing. Values \
      that you edited by hand stay, unless you give --overwrite. A file that says who was declined \
      asks for --only or --skip. People who asked to be erased are left out, unless you give --with-erased.
      """,
    examples: "datajam import eventbrite.csv --dry-run", "datajam import answers.csv --as team --map columns.csv")

  @OptionGroup var options: FileImportOptions
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What the rows are: \(ImportNoun.allCases.map(\.rawValue).joined(separator: ", ")). Without it: guessed.",
      valueName: "noun"))
  var noun: ImportNoun?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws { try await options.run(global, as: noun) }
}
