import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Participants
import Vocabulary

extension ParticipantCommand {
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show all that is known of a participant.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The participant's key.") var key: String

    func run() async throws {
      let backend = try await global.open()
      let registration = try await backend.read { try backend.participants.registration(key, of: $0.id, in: $1) }
      global.show(registration.table, as: registration.json)
    }
  }

  struct CheckIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check-in", abstract: "Note that participants came: all of those named, or none.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The participants' keys.") var keys: [String]
    @Flag(help: "Take it back: they did not come.") var undo = false

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
        Surroundings.print(document.pretty)
      } else {
        for (key, outcome) in named {
          Surroundings.say("participant \(quoted(key)): \(words(outcome))")
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
      commandName: "withdraw",
      abstract: "Note that a participant withdrew: they leave their team and are no longer checked in.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The participant's key.") var key: String
    @Flag(help: "Let the participant take part again, without a team.") var undo = false

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
        Surroundings.print(document.pretty)
      } else {
        Surroundings.say("participant \(quoted(key)): \(words(outcome, team))")
      }
    }

    private func words(_ outcome: Outcome, _ team: String?) -> String {
      switch (outcome, undo) {
      case (.unchanged, true): "had not withdrawn"
      case (_, true): "takes part again, without a team. Next: datajam team member add TEAM \(key)"
      case (.unchanged, false): "had withdrawn already"
      case (_, false): "withdrew" + (team.map { " and left team \(quoted($0)), which has one member less" } ?? "")
      }
    }
  }

  struct Stats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stats",
      abstract: "Count the participants, by country and by language too.",
      discussion:
        "Countries and languages are those of people who did not withdraw. A group of fewer than five is hidden, and "
        + "others with it where it could be computed from them.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let statistics = try await backend.read { try backend.participants.statistics(of: $0.id, in: $1) }
      if global.json {
        Surroundings.print(statistics.json.pretty)
      } else {
        Surroundings.print(statistics.text)
      }
    }
  }
}
