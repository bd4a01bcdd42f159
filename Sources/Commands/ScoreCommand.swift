import ArgumentParser
import Backend
import CanonicalJSON
import Competition
import Events
import Judging
import Scores
import Workflows

/// `datajam score …`
struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "The judges' score sheets.",
    subcommands: [Import.self, Set.self, List.self, Missing.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import scores, one a row.",
      discussion: "Columns: judge, team, criterion, score. 6,5 and 6.5 are both taken. A sheet with every criterion is "
        + "ready; any other stays a draft, which is not ranked.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportOptions
    @OptionGroup var rounds: RoundOptions

    func run() async throws {
      let (file, key) = (options.file, rounds.round)
      try await options.run(global, next: "datajam score missing") { bytes, backend, event, unit in
        let round = try backend.judging.round(key, of: event, in: unit)
        let form = try backend.scores.form(of: round.id, event, in: unit)
        return try backend.imports.scores(
          bytes, file: file, by: form, of: event, service: backend.scores, in: unit)
      }
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enter or change one sheet.",
      discussion: """
        Example: datajam score set J-03 aurora impact=8 feasibility=6.5 --ready
        With a judge's token: datajam score set aurora impact=8
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions
    @Argument(
      help: ArgumentHelp(
        "The judge's code, which a judge's token leaves out, the team's key, and scores as CRITERION=POINTS.",
        valueName: "judge> <team> <scores"))
    var words: [String]
    @Flag(help: "The sheet is complete and counts.") var ready = false

    func run() async throws {
      let names = words.prefix { !$0.contains("=") }.prefix(2)
      let given = try words.dropFirst(names.count).map(score)
      let (backend, key) = (try await global.open(allowing: .judge), rounds.round)
      let (judge, team) = try backend.judgeAndTeam(Array(names))
      let outcome = try await backend.change { event, unit in
        let round = try backend.round(key, of: event, in: unit)
        let form = try backend.scores.form(of: round.id, event, in: unit)
        let known = try backend.scores.sheets(in: round.id, of: event, in: unit)
          .first { $0.sheet.judge == judge && $0.sheet.team == team }
        var sheet = known?.sheet ?? Sheet(judge: judge, team: team, points: [:], status: .draft)
        for (criterion, points) in given { sheet.points[criterion] = points }
        if ready { sheet.status = .ready }
        return try backend.scores.save(sheet, madeFrom: known?.revision ?? 0, by: form, of: event, in: unit)
      }
      global.tell(outcome, "sheet", "\(judge) \(team)", next: ready ? nil : "add --ready when it is complete")
    }

    private func score(_ text: String) throws -> (String, Points) {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let points = Points(parts[1]) else {
        throw UsageError(
          "\(quoted(text)) is no score, which has at most three decimals.",
          hint: "Write CRITERION=POINTS, such as impact=8 or impact=6.5.")
      }
      return (parts[0], points)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the sheets by judge and team.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions

    func run() async throws {
      let (backend, key) = (try await global.open(allowing: .judge), rounds.round)
      let (form, sheets) = try await backend.read { event, snapshot in
        let round = try backend.round(key, of: event.id, in: snapshot)
        return (
          try backend.scores.form(of: round.id, event.id, in: snapshot),
          try backend.scores.sheets(in: round.id, of: event.id, in: snapshot)
            .filter { backend.mayShow($0.sheet.judge) }
        )
      }
      let criteria = form.questions.map(\.key)
      let table = TextTable(
        header: ["judge", "team"] + criteria + ["status", "revision"],
        rows: sheets.map { stored in
          [stored.sheet.judge, stored.sheet.team] + criteria.map { stored.sheet.points[$0]?.description ?? "–" }
            + [stored.sheet.status.rawValue, String(stored.revision)]
        }, numeric: Swift.Set(2..<2 + criteria.count).union([criteria.count + 3]))
      let items = sheets.map { stored -> JSON in
        let points = criteria.map { key in
          JSON.Member(key, stored.sheet.points[key].map { .number($0.description) } ?? .null)
        }
        return [
          "judge": .string(stored.sheet.judge), "team": .string(stored.sheet.team), "points": .object(points),
          "status": .string(stored.sheet.status.rawValue), "revision": .integer(stored.revision),
        ]
      }
      global.show(table, as: items, whenEmpty: "There is no score yet. Add some: datajam score import FILE")
    }
  }

  struct Missing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List who still owes a ready sheet.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var rounds: RoundOptions

    func run() async throws {
      let (backend, key) = (try await global.open(allowing: .judge), rounds.round)
      let missing = try await backend.read { event, snapshot in
        let round = try backend.round(key, of: event.id, in: snapshot)
        return try backend.scores.missing(in: round.id, of: event.id, in: snapshot)
          .filter { backend.mayShow($0.judge) }
      }
      global.show(
        TextTable(header: ["judge", "team"], rows: missing.map { [$0.judge, $0.team] }),
        as: missing.map { ["judge": .string($0.judge), "team": .string($0.team)] },
        whenEmpty: "Every assigned sheet is ready.")
    }
  }
}
