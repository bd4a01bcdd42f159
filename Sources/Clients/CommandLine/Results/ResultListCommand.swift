import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Results
import Vocabulary

/// `datajam result list`
struct ResultListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List every result, with how far it has come towards the public.")

  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let backend = try await global.open()
    let versions = try await backend.read { try backend.results.versions(of: $0.id, in: $1) }
    global.show(
      ResultVersionText.table(versions), as: versions.map(\.json),
      whenEmpty: "There is no result yet. Compute one: \(global.inTheSameEvent("datajam result compute"))")
  }
}
