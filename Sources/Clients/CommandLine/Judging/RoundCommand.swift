import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Lookup
import Rubrics
import Teams
import UseCases
import Vocabulary

/// `datajam round …`
struct RoundCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "round", "Rounds of judging, each with its teams, judges and rubric.",
    subcommands: [Add.self, Set.self, List.self, Show.self, Final.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a round.",
      examples: "datajam round add health --track health --judges J-01,J-02 --minimum 2")

    @Argument(help: "The round's key, such as main or final.") var key: TypedKey
    @OptionGroup var details: RoundFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      try await backend.change { event, unit in
        let rubric = try backend.rubrics.newest(details.rubric, of: event, in: unit)
        let opted = try details.opted.map { try backend.teams.track(optedFor: $0, of: event, in: unit) }
        try backend.judging.add(key, with: rubric.id, of: event, in: unit) {
          try details.apply(to: &$0, opted: opted)
        }
      }
      global.tell(.created, "round", key.text, next: "judging open \(key)")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change a round.",
      more: "Options that you leave out change nothing.",
      examples: "datajam round set main --minimum 3")

    @Argument(help: "The round's key.", completion: .keys(.round)) var key: String
    @OptionGroup var details: RoundFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let rubric = try details.rubric.map { try backend.rubrics.newest($0, of: event, in: unit).id }
        let opted = try details.opted.map { try backend.teams.track(optedFor: $0, of: event, in: unit) }
        return try backend.judging.set(key, with: rubric, of: event, in: unit) {
          try details.apply(to: &$0, opted: opted)
        }
      }
      global.tell(outcome, "round", key)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the rounds and their states.",
      examples: "datajam round list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let rounds = try await backend.read { try backend.judging.roundsInFull(of: $0.id, in: $1) }
      let table = TextTable(
        header: ["round", "kind", "state", "rubric", "teams", "judges", "assigned", "ready"],
        rows: rounds.map { entry in
          [
            entry.round.key.text, entry.round.settings.kind.rawValue, entry.round.state.rawValue, entry.rubric,
            String(entry.teams), String(entry.judges), String(entry.assignments), String(entry.readySheets),
          ]
        }, numeric: [4, 5, 6, 7], expendable: ["kind", "rubric"])
      try global.show(
        table, as: rounds.map(\.json),
        in: list, whenEmpty: "There is no round yet. Open one: \(run: "judging open main")")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show a round and what prevents closing it.",
      examples: "datajam round show main")

    @Argument(help: "The round's key. Without it: the only round.", completion: .keys(.round)) var key: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (entry, teams, findings, toDecide) = try await backend.read { event, snapshot in
        let round = try backend.judging.round(key, of: event.id, in: snapshot)
        let entry = try backend.judging.roundsInFull(of: event.id, in: snapshot).first { $0.round.id == round.id }
        return (
          entry, try backend.judging.teams(in: round, of: event.id, snapshot),
          try backend.judging.findings(in: round, of: event.id, snapshot),
          try backend.judging.conflictsToDecide(in: round, of: event.id, snapshot)
        )
      }
      guard let entry else { return }
      let isOpen = entry.round.state == .open
      let members =
        (entry.json.members ?? []) + [
          JSON.Member("team_keys", .array(teams.map(JSON.string))),
          JSON.Member("to_decide", .array(toDecide.map { $0.json(of: entry.round.key.text) })),
          JSON.Member("findings", .array(isOpen ? findings.map { $0.json(of: entry.round.key.text) } : [])),
        ]
      global.show(entry.table(teams), as: .object(members))
      if !global.json, !toDecide.isEmpty {
        Console.say("To decide:\n" + global.text(toDecide, of: entry.round.key.text))
      }
      if !global.json, isOpen {
        Console.say(
          findings.isEmpty
            ? "Nothing is in the way of closing it: "
              + ("judging close \(entry.round.key)" as NextStep).command
            : "In the way of closing it:\n" + global.text(findings, of: entry.round.key.text))
      }
    }
  }

  struct Final: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "final", "Create a final with the teams that the newest result recommends.",
      more: """
        Every judge without a conflict of interest scores every finalist, and the plain means decide. The \
        names of the finalists are under embargo. Judges see only their assignments.
        """,
      examples: "datajam round final --from main")

    @Argument(help: "The final's key.") var key = TypedKey(argument: "final")
    @Option(
      help: ArgumentHelp("The closed round whose result names the finalists.", valueName: "round"),
      completion: .keys(.round))
    var from: String
    @Option(help: ArgumentHelp("The number of finalists. Without it: the recommended teams.", valueName: "n"))
    var top: Int?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      if let top, top < 2 { throw ValidationError("'--top' takes a whole number from 2, but \(top) was given.") }
    }

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let made = try await backend.change { event, unit in
        let stored = try backend.events.find(backend.configuration.event, in: unit)
        let earlier = try backend.judging.round(from, of: event, in: unit)
        return try backend.rounds.makeFinal(key, from: earlier, top: top, in: stored, unit)
      }
      if global.json {
        let document: JSON = [
          "noun": "round", "key": .string(key.text), "outcome": "created", "teams": .integer(made.teams),
          "assignments": .integer(made.assigned),
          "kept_apart": .array(made.keptApart.map { ["judge": .string($0.judge), "team": .string($0.team)] }),
        ]
        Console.print(document.pretty)
        return
      }
      for pair in made.keptApart {
        Console.say("\(pair.judge) does not see \(quoted(pair.team)), because of a conflict of interest.")
      }
      Console.say(
        "\(made.teams) finalists, \(made.assigned) assignments. See the finalists: \(run: "round show \(key)")")
      global.tell(.created, "round", key.text, next: "judging open \(key)")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a round without assignments, scores and results.",
      examples: "datajam round remove health")

    @Argument(help: "The round's key.", completion: .keys(.round)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.judging.remove(round: key, of: $0, in: $1) }
      global.tell(removed: true, "round", key, "round \(quoted(key)): removed")
    }
  }
}
