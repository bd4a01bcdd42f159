import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Vocabulary

extension AssignmentCommand {
  struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "plan", "Propose which judge scores which team.",
      more: """
        The numbers of teams per judge differ by one at most. No judge gets a team with a conflict of \
        interest, or in a language that the judge does not read. The plan connects all judges through common \
        teams; it is the best of 25 draws. Judges keep the sheets they began; other assignments are drawn \
        again. Without --apply nothing is assigned. With --apply, a team needs at least the sheets that it is \
        planned to get before the round closes. Exit code 3 when a rule cannot be met.
        """,
      examples: "datajam assignment plan --per-team 3", "datajam assignment plan --per-team 3 --apply")

    @OptionGroup var rounds: RoundOptions
    @Option(help: ArgumentHelp("The number of judges for each team.", valueName: "n")) var perTeam = 3
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("The number that starts the draw; the same number gives the same plan.", valueName: "n"))
    var seed = 1
    @Flag(help: "Keep all assignments and add the missing ones.") var keep = false
    @Flag(help: "Assign the teams as proposed.") var apply = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      let request = JudgingService.PlanRequest(
        perTeam: perTeam, seed: UInt64(bitPattern: Int64(seed)), keepsAll: keep)
      let plan =
        apply
        ? try await backend.change { event, unit in
          try backend.judging.applyPlan(request, in: backend.judging.round(key, of: event, in: unit), of: event, unit)
        }
        : try await backend.read { event, snapshot in
          try backend.judging.plan(
            request, in: backend.judging.round(key, of: event.id, in: snapshot), of: event.id, snapshot)
        }
      if global.json {
        Console.print(plan.json(isApplied: apply, seed: seed).pretty)
      } else {
        tell(plan)
      }
      if apply, !global.json, plan.fewestSheets > plan.round.settings.minimumSheets {
        Console.say(
          "A team needs \(plan.fewestSheets) complete sheets now before round \(quoted(plan.round.key.text)) closes.")
      }
      if !plan.canBeMet { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }

    private func tell(_ plan: AssignmentPlan) {
      Console.say("\(plan.summary). \(standing(plan))")
      if !plan.entries.isEmpty { Page(plan.table).print() }
      if !plan.dropped.isEmpty {
        Console.say(apply ? "\(plan.droppedText) taken away." : "\(plan.droppedText) would be taken away.")
      }
      global.tell(plan.findings, in: plan.round, perTeam: perTeam)
      if plan.findings.contains(where: \.isAboutLinks) {
        Console.say("Another draw may link better: --seed \(seed &+ 1)")
      }
    }

    private func standing(_ plan: AssignmentPlan) -> String {
      let drawn = "Seed \(seed)."
      let isChange = plan.entries.contains { $0.origin == .new } || !plan.dropped.isEmpty
      guard isChange else { return "\(drawn) Nothing changes." }
      let next: NextStep = plan.round.state == .open ? "score missing" : "judging open \(plan.round.key)"
      return apply
        ? "\(drawn) Saved. Next: \(run: next)" : "\(drawn) Save with: --apply"
    }
  }
}
