import ArgumentParser
import Backend
import Events
import Judging
import Lookup
import Results
import Vocabulary

/// `datajam result freeze`
struct ResultFreezeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "freeze", "Freeze a closed round, so that its result can be approved.",
    more: """
      Nothing in a frozen round can change. The command lists what prevents freezing. To undo it: datajam \
      judging reopen
      """,
    examples: "datajam result freeze main")

  @Argument(help: "The round's key. Without it: the only round.", completion: .keys(.round)) var round: String?
  @Flag(help: "Freeze the round although something is missing.") var force = false
  @Option(help: ArgumentHelp("The reason for --force, for the log.", valueName: "text"))
  var reason: String?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func validate() throws {
    guard force == (reason?.nilWhenBlank != nil) else {
      throw ValidationError("'--force' and '--reason TEXT' belong together.")
    }
  }

  func run() async throws {
    let backend = try await global.openGuarded()
    try await listingFindings(global) {
      let (outcome, key) = try await backend.change(during: Phase.ranking) { event, unit in
        let round = try backend.judging.round(round, of: event, in: unit)
        return (try backend.judging.freeze(round, despite: reason, of: event, in: unit), round.key.text)
      }
      global.tell(outcome, "round", key, next: "result compute --round \(key)")
    }
  }
}
