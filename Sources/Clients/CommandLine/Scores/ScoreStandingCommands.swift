import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Judging
import Lookup
import Postgres
import Scores
import Vocabulary

/// `datajam score recuse`
struct ScoreRecuseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "recuse", "Declare that a judge does not score a team.",
    examples: "datajam score recuse aurora --reason \"My cousin is a member\"")

  @OptionGroup var rounds: RoundOptions
  @Argument(help: SheetWords.help, completion: .keys(.team, .judge)) var words: [String]
  @Option(help: ArgumentHelp("The reason, in a few words. Organisers read it.", valueName: "text")) var reason: String
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let backend = try await global.open(allowing: .judge)
    let (judge, team) = try backend.judgeAndTeam(words)
    let outcome = try await backend.withForm(rounds.round) { form, event, unit in
      try backend.scores.recuse(judge, team, reason: reason, by: form, of: event, in: unit)
    }
    global.tell(outcome, "recusal", "\(judge) \(team)", next: "score missing")
  }
}

/// `datajam score reopen`
struct ScoreReopenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "reopen", "Return a ready or recused sheet to its judge as a draft.",
    examples: "datajam score reopen J-03 aurora --reason \"Typing error\"")

  @OptionGroup var rounds: RoundOptions
  @Argument(help: SheetWords.help, completion: .keys(.team, .judge)) var words: [String]
  @Option(help: ArgumentHelp("The reason, in a few words.", valueName: "text")) var reason: String
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let backend = try await global.open()
    let (judge, team) = try backend.judgeAndTeam(words)
    let outcome = try await backend.withForm(rounds.round) { form, event, unit in
      try backend.scores.reopen(judge, team, reason: reason, by: form, of: event, in: unit)
    }
    global.tell(outcome, "sheet", "\(judge) \(team)", next: "score missing")
  }
}

/// `datajam score confirm`
struct ScoreConfirmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "confirm", "Confirm that a sheet has the scores that the judge meant.",
    more: """
      A second person does this, not the one who saved the sheet. A later change removes the confirmation.
      """,
    examples: "datajam score confirm J-03 aurora")

  @OptionGroup var rounds: RoundOptions
  @Argument(help: SheetWords.help, completion: .keys(.team, .judge)) var words: [String]
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
    "history", "List every saved revision of a sheet with author and time.",
    examples: "datajam score history J-03 aurora")

  @OptionGroup var rounds: RoundOptions
  @Argument(help: SheetWords.help, completion: .keys(.team, .judge)) var words: [String]
  @OptionGroup var list: ListOptions
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
      }, numeric: Set([0] + (3..<3 + criteria.count)), expendable: ["by"])
    try global.show(
      table, as: history.map(\.json), in: list, whenEmpty: "\(judge) has no sheet for team \(quoted(team)) yet.")
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

/// The arguments that name one score sheet: the judge and the team.
enum SheetWords {
  static let help = ArgumentHelp(
    "The judge's code (not with a judge's token) and the team's key.", valueName: "judge> <team")
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
