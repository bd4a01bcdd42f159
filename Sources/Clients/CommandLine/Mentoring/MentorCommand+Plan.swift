import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Mentoring
import Vocabulary

extension MentorCommand {
  struct Plan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Propose slots for what teams ask for.",
      discussion:
        "Every team's first request comes before anybody's second; then the mentor who fits best by topics and language, "
        + "and of those the least busy. Nothing is booked without --apply. The same seed gives the same plan.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Book what is proposed.") var apply = false
    @Option(parsing: .unconditional, help: ArgumentHelp("Settles who comes first among equals.", valueName: "n"))
    var seed = 1

    func run() async throws {
      let backend = try await global.open()
      let number = UInt64(bitPattern: Int64(seed))
      let plan =
        apply
        ? try await backend.change { try backend.mentoring.applyPlan(seed: number, of: $0, in: $1) }
        : try await backend.read { try backend.mentoring.plan(seed: number, of: $0.id, in: $1) }
      guard !global.json else { return Surroundings.print(document(plan).pretty) }
      guard !(plan.proposals.isEmpty && plan.unmet.isEmpty) else {
        return Surroundings.say("No request is open. Note what a team asks: datajam mentor request TEAM --topics WORDS")
      }
      if !plan.proposals.isEmpty { Surroundings.print(table(plan).text) }
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
        }, numeric: [0])
    }

    private func tell(_ plan: MentoringService.Planned) {
      for unmet in plan.unmet {
        Surroundings.say(
          "warn  request \(unmet.request.number.rawValue) of \(quoted(unmet.request.team)): \(unmet.why)")
      }
      let count = plan.proposals.count + plan.unmet.count
      Surroundings.say("\(plan.fairness.words(of: count)).")
      Surroundings.say("First come, first served would be: \(plan.firstCome.words(of: count)).")
      guard !plan.proposals.isEmpty else { return }
      Surroundings.say("Times are those of \(plan.zone).")
      Surroundings.say(apply ? "Booked. Next: datajam mentor slot list" : "Nothing is booked. To book it: --apply")
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
