import ArgumentParser
import ImportFormats

/// `datajam import FILE`
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import people, teams, submissions or organisations from whatever file there is.",
    discussion: """
      The form of the file is guessed from its header and said: our own columns (datajam template), Devpost's projects \
      or registrants, Eventbrite's attendees, the answers of a Google form. All rows are taken or none, unless --continue \
      is given. Nothing is ever deleted, blank cells change nothing, and what was edited by hand since the last import \
      stays, unless --overwrite is given.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: FileImportOptions
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What the rows are: \(ImportNoun.allCases.map(\.rawValue).joined(separator: ", ")). Guessed otherwise.",
      valueName: "noun"))
  var noun: ImportNoun?

  func run() async throws { try await options.run(global, as: noun) }
}
