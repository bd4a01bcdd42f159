import ArgumentParser
import Backend
import CanonicalJSON
import Competition
import Events
import Judging
import Results
import Workflows

/// `datajam result …`
struct ResultCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "result", abstract: "Rankings, kept for ever once they were computed.",
    subcommands: [Compute.self, Show.self, Import.self])

  struct Compute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rank a round's ready sheets by raw weighted means.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions

    func run() async throws {
      let (backend, key) = (try await global.open(), rounds.round)
      let (result, outcome) = try await backend.change { event, unit in
        let round = try backend.judging.round(key, of: event, in: unit)
        return try backend.results.compute(round.id, of: event, in: unit)
      }
      if !global.json { Surroundings.say("result \(result.number): \(outcome.rawValue)") }
      show(result, global)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show the newest ranking.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      show(try await backend.read { try backend.results.newest(of: $0.id, in: $1) }, global)
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import places that a jury decided elsewhere; no score is invented for them.",
      discussion: "Columns: team, place.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportOptions

    func run() async throws {
      let file = options.file
      try await options.run(global, next: "datajam announcement check") { bytes, backend, event, unit in
        try backend.imports.places(bytes, file: file, of: event, by: backend.results, in: unit)
      }
    }
  }
}

/// Prints a ranking, best first.
private func show(_ result: RankingResult, _ global: GlobalOptions) {
  if global.json {
    Surroundings.print(result.json.pretty)
    return
  }
  let hasScores = result.method == .raw
  let table = TextTable(
    header: ["place", "team", "name"] + (hasScores ? ["score", "sheets"] : []),
    rows: result.standings.map { standing in
      [String(standing.place), standing.team, standing.name]
        + (hasScores ? [standing.score ?? "", standing.sheets.map(String.init) ?? ""] : [])
    }, numeric: [0, 3, 4])
  Surroundings.print(table.text)
  if !result.unranked.isEmpty {
    Surroundings.print("Not ranked, for want of a ready sheet: \(onOneLine(result.unranked.joined(separator: ", ")))")
  }
  let how =
    hasScores ? "Weighted mean of the ready sheets, compared exactly." : "Places as they were decided elsewhere."
  Surroundings.print("\(how) Equal scores share a place. Result \(result.number), sha256 \(result.sha256.prefix(12))…")
}

extension RankingResult {
  fileprivate var json: JSON {
    [
      "number": .integer(number), "method": .string(method.rawValue), "round": round.json,
      "computed_at": .string(computedAt.description), "sha256": .string(sha256),
      "teams": .array(
        standings.map { standing in
          [
            "team": .string(standing.team), "name": .string(standing.name), "rank": .integer(standing.place),
            "score": standing.score.map { .number($0) } ?? .null,
            "sheets": standing.sheets.map { .integer($0) } ?? .null,
          ]
        }),
      "unranked": .array(unranked.map { ["name": .string($0), "reason": "no ready sheet"] }),
    ]
  }
}
