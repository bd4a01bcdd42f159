import ArgumentParser
import Backend
import Events
import Results
import Vocabulary

/// `datajam result approve`
struct ResultApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "approve", "Approve a result. Two organisers have to, each with a token.",
    more: "The result is computed again first. The command lists what prevents approval.",
    examples: "datajam result approve", "datajam result approve --token-file ada.token")

  @Argument(help: ArgumentHelp("The number of the result. Without it: the newest.", valueName: "version"))
  var number: Int?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let backend = try await global.openGuarded()
    let holder = try backend.authenticated()
    let number = number
    let (result, phases) = try await backend.read { event, snapshot in
      let version = try backend.results.version(number, of: event.id, in: snapshot)
      return (try backend.results.result(version, of: event.id, in: snapshot), version.phases)
    }
    let differences = try backend.results.verification(of: result).differences
    try await listingResultBlockers(global) {
      let (outcome, version) = try await backend.change(during: phases) { event, unit in
        try backend.results.approve(result.number, verified: differences, by: holder, of: event, in: unit)
      }
      global.tell(outcome, version, next: ResultVersionText.next(version, []))
    }
  }
}
