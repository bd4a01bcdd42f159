import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Mentoring
import Vocabulary

extension MentorCommand {
  struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "plan", "Propose mentor sessions for the requests of teams.",
      more: """
        First requests of all teams come before second requests. Then the topics, the language and the number \
        of sessions of a mentor decide. Without --apply nothing is booked. The same seed gives the same plan.
        """,
      examples: "datajam mentor plan", "datajam mentor plan --apply")

    @Flag(help: "Book the proposed sessions.") var apply = false
    @Option(
      parsing: .unconditional, help: ArgumentHelp("The number that decides between equal requests.", valueName: "n"))
    var seed = 1
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let number = UInt64(bitPattern: Int64(seed))
      let plan =
        apply
        ? try await backend.change { try backend.mentoring.applyPlan(seed: number, of: $0, in: $1) }
        : try await backend.read { try backend.mentoring.plan(seed: number, of: $0.id, in: $1) }
      guard !global.json else { return Console.print(document(plan).pretty) }
      guard !(plan.proposals.isEmpty && plan.unmet.isEmpty) else {
        return Console.say(
          "No request is open. Note what a team asks: \(run: "mentor request add TEAM --topics WORDS")")
      }
      if !plan.proposals.isEmpty { Page(table(plan)).print() }
      tell(plan)
    }

    private func table(_ plan: MentoringService.Planned) -> TextTable {
      TextTable(
        header: ["request", "team", "when", "mentor", "topics"] + (apply ? ["session"] : []),
        rows: plan.proposals.map { proposal in
          [
            String(proposal.request.number.rawValue), proposal.request.team, proposal.slot.text, proposal.mentor,
            proposal.request.topics.joined(separator: ", "),
          ] + (apply ? [proposal.session.map { String($0.rawValue) } ?? "not booked"] : [])
        }, numeric: [0], expendable: ["topics"])
    }

    private func tell(_ plan: MentoringService.Planned) {
      for unmet in plan.unmet {
        Console.say(
          "warn  request \(unmet.request.number.rawValue) of \(quoted(unmet.request.team)): \(unmet.why)")
      }
      let count = plan.proposals.count + plan.unmet.count
      Console.say("\(plan.fairness.words(of: count)).")
      Console.say("First come, first served would be: \(plan.firstCome.words(of: count)).")
      guard !plan.proposals.isEmpty else { return }
      Console.say("Times are those of \(plan.zone).")
      Console.say(apply ? "Booked. Next: \(run: "mentor booking list")" : "Nothing is booked. To book it: --apply")
    }

    private func document(_ plan: MentoringService.Planned) -> JSON {
      [
        "items": .array(plan.proposals.map(\.json)), "count": .integer(plan.proposals.count), "applied": .bool(apply),
        "unmet": .array(
          plan.unmet.map { ["request": $0.request.json, "why": .string($0.why)] }),
        "fairness": plan.fairness.json, "first_come": plan.firstCome.json,
      ]
    }
  }
}

extension MentoringService.Planned.Proposal {
  fileprivate var json: JSON {
    .object(
      [
        JSON.Member("request", request.json), JSON.Member("mentor", .string(mentor)),
        JSON.Member("mentor_name", .string(mentorName)),
      ] + slot.members + [JSON.Member("session", session.map { .integer($0.rawValue) } ?? .null)])
  }
}

extension MentoringPlan.Fairness {
  /// "3 of 4 requests met, for 2 teams; 0 to 2 sessions a mentor".
  fileprivate func words(of requests: Int) -> String {
    "\(met) of \(requests) \(requests == 1 ? "request" : "requests") met, for \(teamsServed) "
      + "\(teamsServed == 1 ? "team" : "teams"); \(leastBusy) to \(busiest) sessions a mentor"
  }

  fileprivate var json: JSON {
    [
      "met": .integer(met), "teams_served": .integer(teamsServed), "busiest_mentor": .integer(busiest),
      "least_busy_mentor": .integer(leastBusy),
    ]
  }
}
