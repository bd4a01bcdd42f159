import ArgumentParser
import Backend
import CanonicalJSON
import Judging
import Lookup
import Vocabulary

extension AssignmentCommand {
  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Assign a team to a judge.",
      examples: "datajam assignment set J-03 aurora")

    @OptionGroup var rounds: RoundOptions
    @Argument(help: "The judge's code.", completion: .keys(.judge)) var judge: String
    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      let (outcome, unread) = try await backend.change { event, unit in
        try backend.judging.setAssignment(
          Assignment(judge: judge, team: team), in: backend.judging.round(key, of: event, in: unit), of: event, unit)
      }
      global.tell(outcome, "assignment", "\(judge) \(team)")
      if !unread.isEmpty {
        Console.say("warn  \(judge) does not read \(unread.joined(separator: " or ")), the team's language.")
      }
    }
  }

  struct Swap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "swap", "Exchange one team between two judges.",
      more: "In the example, J-01 gets boreal and J-02 gets aurora. Neither may have begun the sheet.",
      examples: "datajam assignment swap J-01 aurora J-02 boreal")

    @OptionGroup var rounds: RoundOptions
    @Argument(help: "The code of a judge.", completion: .keys(.judge)) var judge: String
    @Argument(help: "The team that this judge has now.", completion: .keys(.team)) var team: String
    @Argument(help: "The code of the other judge.", completion: .keys(.judge)) var otherJudge: String
    @Argument(help: "The team that the other judge has now.", completion: .keys(.team)) var otherTeam: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      try await backend.change { event, unit in
        try backend.judging.swapAssignments(
          Assignment(judge: judge, team: team), Assignment(judge: otherJudge, team: otherTeam),
          in: backend.judging.round(key, of: event, in: unit), of: event, unit)
      }
      guard global.json else {
        return Console.say(
          "\(judge) now scores team \(quoted(otherTeam)), and \(otherJudge) team \(quoted(team)).")
      }
      let document: JSON = [
        "noun": "assignment", "outcome": "swapped",
        "items": [
          ["judge": .string(judge), "team": .string(otherTeam)], ["judge": .string(otherJudge), "team": .string(team)],
        ], "count": 2,
      ]
      Console.print(document.pretty)
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a team from a judge who has not begun its sheet.",
      examples: "datajam assignment remove J-03 aurora")

    @OptionGroup var rounds: RoundOptions
    @Argument(help: "The judge's code.", completion: .keys(.judge)) var judge: String
    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      try await backend.change { event, unit in
        try backend.judging.removeAssignment(
          Assignment(judge: judge, team: team), in: backend.judging.round(key, of: event, in: unit), of: event, unit)
      }
      guard global.json else { return Console.say("assignment \(quoted("\(judge) \(team)")): removed") }
      let document: JSON = ["noun": "assignment", "key": .string("\(judge) \(team)"), "outcome": "removed"]
      Console.print(document.pretty)
    }
  }
}
