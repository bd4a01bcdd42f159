import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Vocabulary

extension AssignmentCommand {
  struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "plan",
      abstract: "Draw who scores whom.",
      discussion:
        "Loads differ by one at most, nobody scores a team in conflict or in a language that they do not read, "
        + "and all judges are linked through teams; of 25 draws the best linked is taken. Who has begun a sheet keeps it; "
        + "what else stands is drawn anew. Nothing is assigned without --apply, which draws from what is true then. "
        + "Exit 3 when something cannot be met.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions
    @Option(help: ArgumentHelp("How many judges each team is to have.", valueName: "n")) var perTeam = 3
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("Settles the draw: the same seed gives the same plan.", valueName: "n"))
    var seed = 1
    @Flag(help: "Leave what stands and add what is missing.") var keep = false
    @Flag(help: "Assign what is drawn.") var apply = false

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
        Surroundings.print(plan.json(isApplied: apply, seed: seed).pretty)
      } else {
        tell(plan)
      }
      if !plan.canBeMet { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }

    private func tell(_ plan: AssignmentPlan) {
      Surroundings.say("\(plan.summary). \(standing(plan))")
      if !plan.entries.isEmpty { Surroundings.print(plan.table.text) }
      if !plan.dropped.isEmpty {
        Surroundings.say(apply ? "\(plan.droppedText) taken away." : "\(plan.droppedText) would be taken away.")
      }
      global.tell(plan.findings, in: plan.round, perTeam: perTeam)
      if plan.findings.contains(where: \.isAboutLinks) {
        Surroundings.say("Another draw may link better: --seed \(seed &+ 1)")
      }
    }

    private func standing(_ plan: AssignmentPlan) -> String {
      let drawn = "Seed \(seed)."
      let isChange = plan.entries.contains { $0.origin == .new } || !plan.dropped.isEmpty
      guard isChange else { return "\(drawn) That is how it stands already." }
      let next = plan.round.state == .open ? "datajam score missing" : "datajam judging open \(plan.round.key)"
      return apply
        ? "\(drawn) Saved. Next: \(global.inTheSameEvent(next))" : "\(drawn) Save with: --apply"
    }
  }
}
