import ArgumentParser
import Backend
import Events
import Results
import Vocabulary

/// `datajam result approve`
struct ResultApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve a result; two organisers have to, each known by a token.",
    discussion: "It is recomputed first. What is in the way is listed, with the command that mends it.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("The result; left out, the newest.", valueName: "version")) var number: Int?

  func run() async throws {
    let backend = try await global.open()
    let holder = try backend.authenticated()
    let number = number
    let result = try await backend.read { event, snapshot in
      let version = try backend.results.version(number, of: event.id, in: snapshot)
      return try backend.results.result(version, of: event.id, in: snapshot)
    }
    let differences = try backend.results.verification(of: result).differences
    try await listingResultBlockers(global) {
      let (outcome, version) = try await backend.change { event, unit in
        try backend.results.approve(result.number, verified: differences, by: holder, of: event, in: unit)
      }
      global.tell(outcome, version, next: ResultVersionText.next(version, []))
    }
  }
}
