import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Participants
import UseCases
import Vocabulary

extension ParticipantCommand {
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show the data of a participant.",
      examples: "datajam participant show p-7")

    @Argument(help: "The participant's key.", completion: .keys(.participant)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let registration = try await backend.read { try backend.participants.registration(key, of: $0.id, in: $1) }
      global.show(registration.table, as: registration.json)
    }
  }

  struct CheckIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "check-in", "Record that participants have arrived.",
      more: "If one key is wrong, nothing is recorded.",
      examples: "datajam participant check-in p-7 p-8")

    @Argument(help: "The participants' keys.", completion: .keys(.participant)) var keys: [String]
    @Flag(help: "They have not arrived.") var undo = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcomes = try await backend.change { event, unit in
        try undo
          ? backend.participants.undoCheckIn(keys, of: event, in: unit)
          : backend.participants.checkIn(keys, of: event, in: unit)
      }
      let named = outcomes.sorted { $0.key < $1.key }
      if global.json {
        let items = named.map { key, outcome -> JSON in
          ["noun": "participant", "key": .string(key), "outcome": .string(outcome.rawValue)]
        }
        let document: JSON = ["items": .array(items), "count": .integer(items.count)]
        Console.print(document.pretty)
      } else {
        for (key, outcome) in named {
          Console.say("participant \(quoted(key)): \(words(outcome))")
        }
      }
    }

    private func words(_ outcome: Outcome) -> String {
      switch (outcome, undo) {
      case (.unchanged, true): "was not checked in"
      case (_, true): "is no longer checked in"
      case (.unchanged, false): "was checked in already"
      case (_, false): "checked in"
      }
    }
  }

  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "withdraw", "Record that a participant does not take part any more.",
      more: "The participant leaves the team and is no longer checked in.",
      examples: "datajam participant withdraw p-8")

    @Argument(help: "The participant's key.", completion: .keys(.participant)) var key: String
    @Flag(help: "The participant takes part again, without a team.") var undo = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (outcome, team) = try await backend.change { event, unit in
        try undo
          ? (backend.participants.readmit(key, of: event, in: unit), nil)
          : backend.participants.withdraw(key, of: event, in: unit)
      }
      if global.json {
        let document: JSON = [
          "noun": "participant", "key": .string(key), "outcome": .string(outcome.rawValue), "left_team": team.json,
        ]
        Console.print(document.pretty)
      } else {
        Console.say("participant \(quoted(key)): \(words(outcome, team))")
      }
    }

    private func words(_ outcome: Outcome, _ team: String?) -> String {
      switch (outcome, undo) {
      case (.unchanged, true): "had not withdrawn"
      case (_, true): "takes part again, without a team. Next: \(run: "team member add TEAM \(key)")"
      case (.unchanged, false): "had withdrawn already"
      case (_, false): "withdrew" + (team.map { " and left team \(quoted($0)), which has one member less" } ?? "")
      }
    }
  }

  struct Stats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "stats", "Count the participants in total, by country and by language.",
      more: """
        People who withdrew are not counted by country and language. Groups of fewer than five people are \
        hidden, with any other group that would reveal them.
        """,
      examples: "datajam participant stats")

    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let statistics = try await backend.read { try backend.participants.statistics(of: $0.id, in: $1) }
      global.show(statistics.page, as: statistics.json)
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a participant who was added by mistake, also from their team.",
      examples: "datajam participant remove p-7")

    @Argument(help: "The participant's key.", completion: .keys(.participant)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.participantRemoval.remove(key, of: $0, in: $1) }
      global.tell(removed: true, "participant", key, "participant \(quoted(key)): removed")
    }
  }
}
