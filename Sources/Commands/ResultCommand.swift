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
    subcommands: [Compute.self, Show.self, ResultExplainCommand.self, ResultCompareCommand.self, Import.self])

  struct Compute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rank a round's ready sheets, with how sure each place is, and keep the result.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions
    @OptionGroup var options: RankingOptions

    func run() async throws {
      let (backend, key, request) = (try await global.open(), rounds.round, options.request)
      let (result, outcome) = try await backend.change { event, unit in
        let round = try backend.judging.round(key, of: event, in: unit)
        return try backend.results.compute(round.id, request, of: event, in: unit)
      }
      if !global.json { Surroundings.say("result \(result.number): \(outcome.rawValue)") }
      ResultText.show(result, global)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show the newest ranking.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      ResultText.show(try await backend.read { try backend.results.newest(of: $0.id, in: $1) }, global)
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
