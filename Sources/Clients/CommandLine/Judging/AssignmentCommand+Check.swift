import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import UseCases
import Vocabulary

extension AssignmentCommand {
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "check", "Check whether the assignments allow a ranking of all teams.",
      more: """
        Problems (exit code 3): teams with too few judges, conflicts of interest, and groups of teams that \
        cannot be compared. The command also lists the judges, teams and sheets that connect the \
        groups.
        """,
      examples: "datajam assignment check")

    @OptionGroup var rounds: RoundOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      let check = try await backend.read { event, snapshot in
        try backend.judging.check(
          backend.judging.round(key, of: event.id, in: snapshot), of: event.id, in: snapshot)
      }
      if global.json {
        Console.print(check.json.pretty)
      } else {
        Page(check.summary).print()
        global.tell(check.findings, in: check.round, perTeam: check.round.settings.minimumSheets)
        if check.findings.isEmpty { Console.say("Nothing prevents it.") }
      }
      if !check.isSound { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }
  }

  struct TopUp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "top-up", "Assign further sheets where they help most to decide the first rank.",
      more: """
        The teams that could still be first get the sheets. The judges with the fewest teams score them. The \
        command does not name these teams, because that would reveal the ranking. The judges see them in their \
        own list.
        """,
      examples: "datajam assignment top-up --batch 6 --apply")

    @OptionGroup var rounds: RoundOptions
    @Option(help: ArgumentHelp("The number of sheets. Without it: one for each judge.", valueName: "n")) var batch: Int?
    @Flag(help: "Assign the sheets.") var apply = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      let topUp =
        apply
        ? try await backend.change { event, unit in
          try backend.topUps.apply(batch, in: backend.judging.round(key, of: event, in: unit), of: event, unit)
        }
        : try await backend.read { event, snapshot in
          try backend.topUps.propose(
            batch, in: backend.judging.round(key, of: event.id, in: snapshot), of: event.id, snapshot)
        }
      if global.json {
        Console.print(topUp.json(isApplied: apply).pretty)
      } else {
        tell(topUp)
      }
      if topUp.unplaced > 0 { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }

    private func tell(_ topUp: Judging.TopUp) {
      if !topUp.sheets.isEmpty { Page(topUp.table).print() }
      let next = ("judge remind -o FOLDER --round \(topUp.round.key)" as NextStep).command
      Console.say(
        "\(topUp.text) \(apply ? "given" : "would be given"). For which teams is not shown: it would tell how the ranking "
          + "stands. " + (apply ? "Next: \(next)" : "Give them with: --apply"))
      if topUp.unplaced > 0 {
        Console.say(
          "warn  \(topUp.unplaced) more cannot be given: every judge who may score these teams does so already.\n"
            + "      \(run: "judge add CODE --name NAME")")
      }
    }
  }
}
