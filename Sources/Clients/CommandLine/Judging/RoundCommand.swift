import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Rubrics
import UseCases
import Vocabulary

/// `datajam round …`
struct RoundCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Rounds of judging: who is judged by whom, by which rubric.",
    subcommands: [Add.self, Set.self, List.self, Show.self, Final.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Plan a round.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The round's name for commands, such as main or final.") var key: TypedKey
    @OptionGroup var details: RoundFields

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      try await backend.change { event, unit in
        let rubric = try backend.rubrics.newest(details.rubric, of: event, in: unit)
        try backend.judging.add(key, with: rubric.id, of: event, in: unit) { try details.apply(to: &$0) }
      }
      global.tell(.created, "round", key.text, next: "datajam judging open \(key)")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change what is said of a round.", discussion: "What is not given stays as it is.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The round.") var key: String
    @OptionGroup var details: RoundFields

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let rubric = try details.rubric.map { try backend.rubrics.newest($0, of: event, in: unit).id }
        return try backend.judging.set(key, with: rubric, of: event, in: unit) { try details.apply(to: &$0) }
      }
      global.tell(outcome, "round", key)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the rounds with how far they have come.")

    @OptionGroup var global: GlobalOptions

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
        }, numeric: [4, 5, 6, 7])
      global.show(
        table, as: rounds.map(\.json),
        whenEmpty: "There is no round yet. Open one: datajam judging open main")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a round, and what is in the way of closing it.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The round; left out, the only one.") var key: String?

    func run() async throws {
      let backend = try await global.open()
      let (entry, teams, findings) = try await backend.read { event, snapshot in
        let round = try backend.judging.round(key, of: event.id, in: snapshot)
        let entry = try backend.judging.roundsInFull(of: event.id, in: snapshot).first { $0.round.id == round.id }
        return (
          entry, try backend.judging.teams(in: round, of: event.id, snapshot),
          try backend.judging.findings(in: round, of: event.id, snapshot)
        )
      }
      guard let entry else { return }
      let isOpen = entry.round.state == .open
      let members =
        (entry.json.members ?? []) + [
          JSON.Member("team_keys", .array(teams.map(JSON.string))),
          JSON.Member("findings", .array(isOpen ? findings.map { $0.json(of: entry.round.key.text) } : [])),
        ]
      global.show(entry.table(teams), as: .object(members))
      if !global.json, isOpen {
        Surroundings.say(
          findings.isEmpty
            ? "Nothing is in the way of closing it: "
              + global.inTheSameEvent("datajam judging close \(entry.round.key)")
            : "In the way of closing it:\n" + global.text(findings, of: entry.round.key.text))
      }
    }
  }

  struct Final: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make the final that the newest result of a round recommends.",
      discussion: """
        Every judge without a conflict of interest sees every finalist, and the plain means decide. Who the finalists are \
        stays under embargo: judges see it only by what is assigned to them.
        """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The final's name for commands.") var key = TypedKey(argument: "final")
    @Option(help: ArgumentHelp("The closed round whose result names the finalists.", valueName: "round")) var from:
      String
    @Option(help: ArgumentHelp("Take the best of this number, instead of those recommended.", valueName: "n"))
    var top: Int?

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
        Surroundings.print(document.pretty)
        return
      }
      for pair in made.keptApart {
        Surroundings.say("\(pair.judge) does not see \(quoted(pair.team)), because of a conflict of interest.")
      }
      Surroundings.say(
        "\(made.teams) finalists, \(made.assigned) assignments. See the finalists: datajam round show \(key)")
      global.tell(.created, "round", key.text, next: "datajam judging open \(key)")
    }
  }
}
