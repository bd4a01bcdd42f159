import ArgumentParser
import Audit
import Backend
import CanonicalJSON
import Events
import Files
import Results
import Vocabulary

/// `datajam result export`
struct ResultExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "export", "Write a result to a file that anybody can verify.",
    more: """
      The file has teams, judges' codes, approvals, the hour of the announcement and the seals of the log, and no \
      participants. Only you can read the file.
      """,
    examples: "datajam result export -o result.json")

  @Argument(help: ArgumentHelp("The number of the result. Without it: the newest.", valueName: "version"))
  var number: Int?
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file. Without it: standard output.", valueName: "file"),
    completion: .file())
  var output: String?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let backend = try await global.open()
    let number = number
    let (version, file) = try await backend.read { event, snapshot in
      let version = try backend.results.version(number, of: event.id, in: snapshot)
      let result = try backend.results.result(version, of: event.id, in: snapshot)
      return (version, try ResultFile.json(version, result, seals: backend.audit.seals(of: event.id, in: snapshot)))
    }
    let text = file.canonical
    if let output {
      try OutputFile.write(text + "\n", to: output, for: .owner)
      Console.say("Wrote result \(version.number) to \(output). Check it: \(run: "result verify \(output)")")
    } else {
      Console.print(text)
    }
    if !version.isPublic { Console.say("Keep it among organisers: it is \(ResultVersionText.state(version)).") }
  }
}
