import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Scores
import UseCases
import Vocabulary

/// `datajam score …`
struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "score", "The judges' score sheets.",
    subcommands: [
      ScoreEnterCommand.self, ScoreSetCommand.self, ScoreSheetCommand.self, Import.self, List.self, Missing.self,
      ScoreHistoryCommand.self, ScoreRecuseCommand.self, ScoreReopenCommand.self, ScoreConfirmCommand.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import scores from a table.",
      more: """
        Columns: judge, team, criterion, score, with one score in each row. Wide tables are read too: a row for \
        each sheet with a column for each criterion, or a row for each team with a column for each judge. \
        Judges, teams and criteria are found by key or by name. Both 6,5 and 6.5 are accepted. A \
        sheet with every criterion becomes ready. Other sheets stay drafts, which the ranking ignores. Scores \
        that the file does not have stay.
        """,
      examples: "datajam score import scores.csv")

    @OptionGroup var options: ImportOptions
    @OptionGroup(title: ScoreColumnOptions.title) var columns: ScoreColumnOptions
    @OptionGroup var rounds: RoundOptions
    @Option(help: ArgumentHelp("The reason, when the file changes ready sheets.", valueName: "text"))
    var reason: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (file, settings, key, reason) = (
        try SourceFile(options.file, options.sheets), columns.settings, rounds.round, reason
      )
      try await options.run(global, next: "score missing") { backend, event, unit in
        let round = try backend.judging.round(key, of: event, in: unit)
        let form = try backend.scores.form(of: round.id, event, in: unit)
        return try backend.imports.scores(
          file, as: settings, by: form, because: reason, of: event, service: backend.scores, in: unit)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the sheets by judge and team.",
      examples: "datajam score list")

    @OptionGroup var rounds: RoundOptions
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, key) = (try await global.open(allowing: .judge), rounds.round)
      let judge = backend.ownCode
      let (form, sheets) = try await backend.read { event, snapshot in
        let round = try backend.round(key, of: event.id, in: snapshot)
        return (
          try backend.scores.form(of: round.id, event.id, in: snapshot),
          try backend.scores.sheets(in: round.id, of: event.id, judge: judge, in: snapshot)
        )
      }
      let criteria = form.questions.map(\.key)
      let table = TextTable(
        header: ["judge", "team"] + criteria + ["status", "revision", "saved by"],
        rows: sheets.map { stored in
          [stored.sheet.judge, stored.sheet.team] + criteria.map { stored.sheet.points[$0]?.description ?? "–" }
            + [stored.sheet.status.rawValue, String(stored.revision), stored.savedBy ?? ""]
        }, numeric: Set(2..<2 + criteria.count).union([criteria.count + 3]), expendable: ["saved by", "revision"])
      let items = sheets.map { stored -> JSON in
        let points = criteria.map { key in
          JSON.Member(key, stored.sheet.points[key].map { .number($0.description) } ?? .null)
        }
        return [
          "judge": .string(stored.sheet.judge), "team": .string(stored.sheet.team), "points": .object(points),
          "status": .string(stored.sheet.status.rawValue), "revision": .integer(stored.revision),
          "comment": .string(stored.sheet.comment), "feedback": .string(stored.sheet.feedback),
          "saved_by": stored.savedBy.json, "recusal_reason": stored.recusalReason.json,
          "confirmed_by": stored.confirmedBy.json,
        ]
      }
      try global.show(
        table, as: items, in: list, whenEmpty: "There is no score yet. Add some: \(run: "score import FILE")")
    }
  }

  struct Missing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "missing", "List the judges and teams without a ready sheet.",
      examples: "datajam score missing")

    @OptionGroup var rounds: RoundOptions
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (backend, key) = (try await global.open(allowing: .judge), rounds.round)
      let judge = backend.ownCode
      let missing = try await backend.read { event, snapshot in
        let round = try backend.round(key, of: event.id, in: snapshot)
        return try backend.scores.missing(in: round.id, of: event.id, judge: judge, in: snapshot)
      }
      try global.show(
        TextTable(header: ["judge", "team"], rows: missing.map { [$0.judge, $0.team] }),
        as: missing.map { ["judge": .string($0.judge), "team": .string($0.team)] },
        in: list, whenEmpty: "Every assigned sheet is ready.")
    }
  }
}
