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
      commandName: "check",
      abstract: "Say whether the assignments carry a ranking.",
      discussion:
        "Named are teams below the round's minimum, judges in conflict, parts that cannot be compared (exit 3), "
        + "and on which judges, teams or sheets everything hangs.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      let check = try await backend.read { event, snapshot in
        try backend.judging.check(
          backend.judging.round(key, of: event.id, in: snapshot), of: event.id, in: snapshot)
      }
      if global.json {
        Surroundings.print(check.json.pretty)
      } else {
        Surroundings.print(check.summary)
        global.tell(check.findings, in: check.round, perTeam: check.round.settings.minimumSheets)
        if check.findings.isEmpty { Surroundings.say("Nothing stands in the way.") }
      }
      if !check.isSound { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }
  }

  struct TopUp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "top-up", abstract: "Give further sheets where they tell most about who is first.",
      discussion:
        "Sheets go to the teams for which it is most open whether they are first, by the round's own method, and "
        + "there to the judges with the fewest teams. Which teams those are is not shown: it would tell how the ranking "
        + "stands. Their judges find them in their lists.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions
    @Option(help: ArgumentHelp("How many sheets; left out, one for each judge.", valueName: "n")) var batch: Int?
    @Flag(help: "Give them.") var apply = false

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
        Surroundings.print(topUp.json(isApplied: apply).pretty)
      } else {
        tell(topUp)
      }
      if topUp.unplaced > 0 { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }

    private func tell(_ topUp: Judging.TopUp) {
      if !topUp.sheets.isEmpty { Surroundings.print(topUp.table.text) }
      let next = global.inTheSameEvent("datajam judge remind -o FOLDER --round \(topUp.round.key)")
      Surroundings.say(
        "\(topUp.text) \(apply ? "given" : "would be given"). For which teams is not shown: it would tell how the ranking "
          + "stands. " + (apply ? "Next: \(next)" : "Give them with: --apply"))
      if topUp.unplaced > 0 {
        Surroundings.say(
          "warn  \(topUp.unplaced) more cannot be given: every judge who may score these teams does so already.\n"
            + "      datajam judge add CODE --name NAME")
      }
    }
  }
}
