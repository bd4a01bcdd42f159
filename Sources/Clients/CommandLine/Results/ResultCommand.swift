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
    group: "result", "Rankings, from the closed round to the announcement.",
    more: """
      The order of commands: freeze, compute, tie list, approve (twice), announce. A computed result is \
      never changed.
      """,
    subcommands: [
      ResultFreezeCommand.self, Compute.self, Show.self, ResultListCommand.self, ResultExplainCommand.self,
      ResultCompareCommand.self, ResultTieCommand.self, ResultOverrideCommand.self, ResultVerifyCommand.self,
      ResultApproveCommand.self, ResultAnnounceCommand.self, ResultRetractCommand.self, ResultExportCommand.self,
      Import.self,
    ])

  struct Compute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "compute", "Rank the teams by the ready sheets of a round and store the result.",
      examples: "datajam result compute", "datajam result compute --round main --method raw")

    @OptionGroup var rounds: RoundOptions
    @OptionGroup var options: RankingOptions
    @Option(help: ArgumentHelp("The reason for another result, needed if one is public.", valueName: "text"))
    var reason: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, key, request) = (try await global.openGuarded(), rounds.round, options.request)
      let (result, outcome) = try await kept(key, request, on: backend)
      if !global.json { Console.say("result \(result.number): \(outcome.rawValue)") }
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
        let kept = try await backend.change(during: Phase.ranking) {
          try backend.results.keep(ranked, because: why, of: $0, in: $1)
        }
        if let kept { return kept }
      }
      return try await backend.change(during: Phase.ranking) { event, unit in
        let round = try backend.judging.round(key, of: event, in: unit)
        return try backend.results.compute(round.id, request, because: why, of: event, in: unit)
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show a ranking, its state and the next step.",
      examples: "datajam result show")

    @Argument(help: ArgumentHelp("The number of the result. Without it: the newest.", valueName: "version"))
    var number: Int?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws { try await global.show(number, on: try await global.open()) }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import ranks that a jury decided elsewhere. No scores are added.",
      more: "Columns: team, rank.",
      examples: "datajam result import ranks.csv")

    @OptionGroup var options: ImportOptions
    @OptionGroup var columns: ColumnOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      try await options.run(global, columns.reading, next: "announcement check") { table, backend, event, unit in
        try backend.imports.ranks(table, of: event, by: backend.results, in: unit)
      }
    }
  }
}
