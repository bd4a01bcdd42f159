import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Results
import Vocabulary

/// `datajam result export`
struct ResultExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "export", "Write a result to a file that anybody can verify.",
    more: "The file has teams and judges' codes, and no participants. Only you can read the file.",
    examples: "datajam result export -o result.json")

  @Argument(help: ArgumentHelp("The number of the result. Without it: the newest.", valueName: "edition"))
  var number: Int?
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file. Without it: standard output.", valueName: "file"),
    completion: .file())
  var output: String?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let backend = try await global.open()
    let number = number
    let (edition, result) = try await backend.read { event, snapshot in
      let edition = try backend.results.edition(number, of: event.id, in: snapshot)
      return (edition, try backend.results.result(edition, of: event.id, in: snapshot))
    }
    let text = try ResultFile.json(edition, result).canonical
    if let output {
      try PrivateFile.write(text + "\n", to: output)
      Console.say("Wrote result \(edition.number) to \(output). Check it: \(run: "result verify \(output)")")
    } else {
      Console.print(text)
    }
    if !edition.isPublic { Console.say("Keep it among organisers: it is \(EditionText.state(edition)).") }
  }
}
