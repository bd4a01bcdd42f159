import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Results

/// `datajam result export`
struct ResultExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a result as a file that anybody can verify.",
    discussion: "It names teams and judges' codes, never a person who takes part. Only its owner may read it.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The result; left out, the newest.", valueName: "edition")) var number: Int?
  @Option(name: .shortAndLong, help: ArgumentHelp("The file; standard output otherwise.", valueName: "file"))
  var output: String?

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
      Surroundings.say("Wrote result \(edition.number) to \(output). Check it: datajam result verify \(output)")
    } else {
      Surroundings.print(text)
    }
    if !edition.isPublic { Surroundings.say("Keep it among organisers: it is \(EditionText.state(edition)).") }
  }
}
