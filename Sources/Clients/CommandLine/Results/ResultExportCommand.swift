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
  @Argument(help: ArgumentHelp("The result; left out, the newest.", valueName: "version")) var number: Int?
  @Option(name: .shortAndLong, help: ArgumentHelp("The file; standard output otherwise.", valueName: "file"))
  var output: String?

  func run() async throws {
    let backend = try await global.open()
    let number = number
    let (version, result) = try await backend.read { event, snapshot in
      let version = try backend.results.version(number, of: event.id, in: snapshot)
      return (version, try backend.results.result(version, of: event.id, in: snapshot))
    }
    let text = try ResultFile.json(version, result).canonical
    if let output {
      try PrivateFile.write(text + "\n", to: output)
      Surroundings.say("Wrote result \(version.number) to \(output). Check it: datajam result verify \(output)")
    } else {
      Surroundings.print(text)
    }
    if !version.isPublic { Surroundings.say("Keep it among organisers: it is \(ResultVersionText.state(version)).") }
  }
}
