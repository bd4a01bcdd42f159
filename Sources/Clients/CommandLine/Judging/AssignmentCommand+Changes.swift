import ArgumentParser
import Backend
import CanonicalJSON
import Judging
import Vocabulary

extension AssignmentCommand {
  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "set", abstract: "Give a judge a team.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions
    @Argument(help: "The judge's code.") var judge: String
    @Argument(help: "The team's key.") var team: String

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      let (outcome, unread) = try await backend.change { event, unit in
        try backend.judging.setAssignment(
          Assignment(judge: judge, team: team), in: backend.judging.round(key, of: event, in: unit), of: event, unit)
      }
      global.tell(outcome, "assignment", "\(judge) \(team)")
      if !unread.isEmpty {
        Surroundings.say("warn  \(judge) does not read \(unread.joined(separator: " or ")), the team's language.")
      }
    }
  }

  struct Swap: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "swap",
      abstract: "Let two judges exchange a team each.",
      discussion: "J-01 aurora J-02 boreal gives boreal to J-01 and aurora to J-02. Neither may have begun the sheet.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions
    @Argument(help: "The code of a judge.") var judge: String
    @Argument(help: "The team that this judge has.") var team: String
    @Argument(help: "The code of the other judge.") var otherJudge: String
    @Argument(help: "The team that the other judge has.") var otherTeam: String

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      try await backend.change { event, unit in
        try backend.judging.swapAssignments(
          Assignment(judge: judge, team: team), Assignment(judge: otherJudge, team: otherTeam),
          in: backend.judging.round(key, of: event, in: unit), of: event, unit)
      }
      guard global.json else {
        return Surroundings.say(
          "\(judge) now scores team \(quoted(otherTeam)), and \(otherJudge) team \(quoted(team)).")
      }
      let document: JSON = [
        "noun": "assignment", "outcome": "swapped",
        "items": [
          ["judge": .string(judge), "team": .string(otherTeam)], ["judge": .string(otherJudge), "team": .string(team)],
        ], "count": 2,
      ]
      Surroundings.print(document.pretty)
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take a team from a judge who has not begun its sheet.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions
    @Argument(help: "The judge's code.") var judge: String
    @Argument(help: "The team's key.") var team: String

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      try await backend.change { event, unit in
        try backend.judging.removeAssignment(
          Assignment(judge: judge, team: team), in: backend.judging.round(key, of: event, in: unit), of: event, unit)
      }
      guard global.json else { return Surroundings.say("assignment \(quoted("\(judge) \(team)")): removed") }
      let document: JSON = ["noun": "assignment", "key": .string("\(judge) \(team)"), "outcome": "removed"]
      Surroundings.print(document.pretty)
    }
  }
}
