import ArgumentParser
import Backend
import Events
import Judging
import Results
import Vocabulary

/// `datajam result freeze`
struct ResultFreezeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract: "Let nothing of a closed round change any more, so that its result can be approved.",
    discussion: "It lists what is in the way. A frozen round is opened again by: datajam judging reopen")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The round; left out, the only one.") var round: String?
  @Flag(help: "Freeze it whatever is in the way.") var force = false
  @Option(help: ArgumentHelp("Why it is frozen all the same; it is kept in the log.", valueName: "text"))
  var reason: String?

  func validate() throws {
    guard force == (reason?.nilWhenBlank != nil) else {
      throw ValidationError("'--force' and '--reason TEXT' belong together.")
    }
  }

  func run() async throws {
    let backend = try await global.open()
    try await listingFindings(global) {
      let (outcome, key) = try await backend.change { event, unit in
        let round = try backend.judging.round(round, of: event, in: unit)
        return (try backend.judging.freeze(round, despite: reason, of: event, in: unit), round.key.text)
      }
      global.tell(outcome, "round", key, next: "datajam result compute --round \(key)")
    }
  }
}
