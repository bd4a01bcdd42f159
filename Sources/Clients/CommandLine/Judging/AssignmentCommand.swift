import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Teams
import UseCases
import Vocabulary

/// `datajam assignment …`
struct AssignmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "assignment", "Which judge scores which team.",
    subcommands: [
      Plan.self, Check.self, TopUp.self, List.self, Set.self, Swap.self, Remove.self, Import.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import assignments from a CSV file.",
      more: "Columns: judge, team.",
      examples: "datajam assignment import assignments.csv")

    @OptionGroup var options: ImportOptions
    @OptionGroup var rows: RowOptions
    @OptionGroup var rounds: RoundOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = rounds.round
      try await options.run(global, rows.reading, next: "score import FILE") { table, backend, event, unit in
        let round = try backend.judging.round(key, of: event, in: unit)
        return try backend.imports.assignments(table, in: round.id, of: event, by: backend.judging, in: unit)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the assignments by judge.",
      more: "With a judge's token, the list has this judge's assignments only.",
      examples: "datajam assignment list")

    @OptionGroup var rounds: RoundOptions
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, key) = (try await global.open(allowing: .judge), rounds.round)
      let (assignments, places) = try await backend.read { event, snapshot in
        let round = try backend.round(key, of: event.id, in: snapshot)
        let teams = try backend.teams.all(of: event.id, TeamFilter(), in: snapshot).map(\.team)
        return (
          try backend.judging.assignments(in: round.id, of: event.id, only: backend.ownCode, in: snapshot),
          Dictionary(uniqueKeysWithValues: teams.map { ($0.key.text, $0.place) })
        )
      }
      let arePlacesKnown = places.values.contains { $0.text != nil }
      try global.show(
        TextTable(
          header: ["judge", "team"] + (arePlacesKnown ? ["place"] : []),
          rows: assignments.map { [$0.judge, $0.team] + (arePlacesKnown ? [places[$0.team]?.text ?? ""] : []) }),
        as: assignments.map {
          let place = places[$0.team] ?? TeamPlace()
          return .object(
            [JSON.Member("judge", .string($0.judge)), JSON.Member("team", .string($0.team))]
              + (arePlacesKnown ? [JSON.Member("table", place.table.json), JSON.Member("room", place.room.json)] : []))
        }, in: list,
        whenEmpty: "No judge has a team yet. Assign them: \(run: "assignment plan --apply")")
    }
  }
}
