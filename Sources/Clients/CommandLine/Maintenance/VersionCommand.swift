import ArgumentParser
import CanonicalJSON

/// `datajam version`
struct VersionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the program's version.")

  @Flag(help: "Print one JSON document.") var json = false

  func run() async throws {
    let document: JSON = ["version": .string(version)]
    Surroundings.print(json ? document.pretty : version)
  }
}
