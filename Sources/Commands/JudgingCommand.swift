import ArgumentParser
import Backend
import Competition
import Judging
import Rubrics

/// `datajam judging …`
struct JudgingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judging", abstract: "Rounds: when scores are taken.", subcommands: [Open.self, Close.self])

  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Open a round, made now if it is new, by the newest rubric.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The round's name for commands, such as main or final.") var round: TypedKey
    @Option(help: ArgumentHelp("The rubric, where there are several.", valueName: "key")) var rubric: String?

    func run() async throws {
      let round = try round.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let rubric = try backend.rubrics.newest(rubric, of: event, in: unit)
        return try backend.judging.open(round, with: rubric.id, of: event, in: unit)
      }
      global.tell(outcome, "round", round.text, next: "datajam assignment import FILE")
    }
  }

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Close a round: no score is taken any more.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The round; left out, the only one.") var round: String?

    func run() async throws {
      let backend = try await global.open()
      let (outcome, key) = try await backend.change { event, unit in
        let round = try backend.judging.round(round, of: event, in: unit)
        return (try backend.judging.close(round, of: event, in: unit), round.key.text)
      }
      global.tell(outcome, "round", key, next: "datajam result compute")
    }
  }
}

/// The choice of a round, for the commands that work within one.
struct RoundOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The round, where there are several.", valueName: "key"))
  var round: String?
}
