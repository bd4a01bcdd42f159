import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Results
import Vocabulary

/// `datajam result list`
struct ResultListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "list", "List the results and their states.",
    examples: "datajam result list")

  @OptionGroup var list: ListOptions
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let backend = try await global.open()
    let versions = try await backend.read { try backend.results.versions(of: $0.id, in: $1) }
    try global.show(
      ResultVersionText.table(versions), as: versions.map(\.json),
      in: list, whenEmpty: "There is no result yet. Compute one: \(run: "result compute")")
  }
}
