import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import RankingReports
import Results
import UseCases
import Vocabulary

/// `datajam result …`
struct ResultCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "result", abstract: "Rankings, kept for ever once they were computed.",
    discussion: "From a closed round to the public: freeze, compute, tie list, approve (by two), announce.",
    subcommands: [
      ResultFreezeCommand.self, Compute.self, Show.self, ResultListCommand.self, ResultExplainCommand.self,
      ResultCompareCommand.self, ResultTieCommand.self, ResultOverrideCommand.self, ResultVerifyCommand.self,
      ResultApproveCommand.self, ResultAnnounceCommand.self, ResultRetractCommand.self, ResultExportCommand.self,
      Import.self,
    ])

  struct Compute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rank a round's ready sheets, with how sure each place is, and keep the result.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions
    @OptionGroup var options: RankingOptions
    @Option(help: ArgumentHelp("Why another result follows; needed once one is public.", valueName: "text"))
    var reason: String?

    func run() async throws {
      let (backend, key, request) = (try await global.open(), rounds.round, options.request)
      let (result, outcome) = try await kept(key, request, on: backend)
      if !global.json { Surroundings.say("result \(result.number): \(outcome.rawValue)") }
      try await global.show(result.number, on: backend)
    }

    /// Ranks between two transactions, so that none has to wait; once more where the scores changed meanwhile.
    private func kept(
      _ key: String?, _ request: RankingRequest, on backend: Backend
    ) async throws -> (result: RankingResult, outcome: Outcome) {
      let why = reason?.nilWhenBlank
      for _ in 1...3 {
        let draft = try await backend.read { event, snapshot in
          let round = try backend.judging.round(key, of: event.id, in: snapshot)
          return try backend.results.draft(round.id, request, of: event.id, in: snapshot)
        }
        let ranked = try backend.results.ranked(draft)
        let kept = try await backend.change { try backend.results.keep(ranked, because: why, of: $0, in: $1) }
        if let kept { return kept }
      }
      return try await backend.change { event, unit in
        let round = try backend.judging.round(key, of: event, in: unit)
        return try backend.results.compute(round.id, request, because: why, of: event, in: unit)
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a ranking, how far it has come, and what comes next.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("The result; left out, the newest.", valueName: "version")) var number: Int?

    func run() async throws { try await global.show(number, on: try await global.open()) }
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
