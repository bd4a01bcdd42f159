import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Postgres
import Scores
import Vocabulary

/// `datajam score recuse`
struct ScoreRecuseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recuse", abstract: "Do not score a team; an organiser reads why.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var rounds: RoundOptions
  @Argument(help: SheetWords.help) var words: [String]
  @Option(help: ArgumentHelp("Why, in a few words.", valueName: "text")) var reason: String

  func run() async throws {
    let backend = try await global.open(allowing: .judge)
    let (judge, team) = try backend.judgeAndTeam(words)
    let outcome = try await backend.withForm(rounds.round) { form, event, unit in
      try backend.scores.recuse(judge, team, reason: reason, by: form, of: event, in: unit)
    }
    global.tell(outcome, "recusal", "\(judge) \(team)", next: "datajam score missing")
  }
}

/// `datajam score reopen`
struct ScoreReopenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Give a ready or recused sheet back to its judge, as a draft.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var rounds: RoundOptions
  @Argument(help: SheetWords.help) var words: [String]
  @Option(help: ArgumentHelp("Why, in a few words.", valueName: "text")) var reason: String

  func run() async throws {
    let backend = try await global.open()
    let (judge, team) = try backend.judgeAndTeam(words)
    let outcome = try await backend.withForm(rounds.round) { form, event, unit in
      try backend.scores.reopen(judge, team, reason: reason, by: form, of: event, in: unit)
    }
    global.tell(outcome, "sheet", "\(judge) \(team)", next: "datajam score missing")
  }
}

/// `datajam score confirm`
struct ScoreConfirmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Say that a sheet holds what the judge meant.",
    discussion: "A second pair of eyes: somebody else than who saved it. A later save takes the confirmation away.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var rounds: RoundOptions
  @Argument(help: SheetWords.help) var words: [String]

  func run() async throws {
    let backend = try await global.open(allowing: .judge)
    let (judge, team) = try backend.judgeAndTeam(words)
    let outcome = try await backend.withForm(rounds.round) { form, event, unit in
      try backend.scores.confirm(judge, team, by: form, of: event, in: unit)
    }
    global.tell(outcome, "confirmation", "\(judge) \(team)")
  }
}

/// `datajam score history`
struct ScoreHistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List every save of a sheet: what, by whom, when.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var rounds: RoundOptions
  @Argument(help: SheetWords.help) var words: [String]

  func run() async throws {
    let backend = try await global.open(allowing: .judge)
    let (judge, team) = try backend.judgeAndTeam(words)
    let (form, history) = try await backend.read { event, snapshot in
      let round = try backend.round(rounds.round, of: event.id, in: snapshot)
      return (
        try backend.scores.form(of: round.id, event.id, in: snapshot),
        try backend.scores.history(of: judge, team, in: round.id, event.id, in: snapshot)
      )
    }
    let criteria = form.questions.map(\.key)
    let table = TextTable(
      header: ["revision", "when", "by"] + criteria + ["status", "reason"],
      rows: history.map { save in
        [String(save.revision), save.at.description, save.by]
          + criteria.map { save.points[$0]?.description ?? "–" } + [save.status.rawValue, save.reason ?? ""]
      }, numeric: Set([0] + (3..<3 + criteria.count)))
    global.show(table, as: history.map(\.json), whenEmpty: "\(judge) has no sheet for team \(quoted(team)) yet.")
  }
}

extension SheetRevision {
  fileprivate var json: JSON {
    [
      "revision": .integer(revision), "at": .string(at.description), "by": .string(by),
      "points": .object(points.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .number($0.value.description)) }),
      "status": .string(status.rawValue), "comment": .string(comment), "feedback": .string(feedback),
      "reason": reason.json,
    ]
  }
}

/// The words that say whose sheet of which team.
enum SheetWords {
  static let help = ArgumentHelp(
    "The judge's code, which a judge's token leaves out, and the team's key.", valueName: "judge> <team")
}

extension Backend {
  /// Runs one unit of work on the sheets of a round.
  func withForm<Result: Sendable>(
    _ round: String?,
    _ body: @Sendable (ScoringForm, EventID, UnitOfWork) throws -> Result
  ) async throws -> Result {
    try await change { event, unit in
      let round = try self.round(round, of: event, in: unit)
      return try body(try scores.form(of: round.id, event, in: unit), event, unit)
    }
  }
}
