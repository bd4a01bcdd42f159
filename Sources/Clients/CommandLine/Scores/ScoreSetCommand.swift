import ArgumentParser
import Backend
import Files
import Judging
import Lookup
import Scores
import Vocabulary

/// `datajam score set`
struct ScoreSetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "set", "Enter or change the scores of one sheet.",
    more: """
      With a judge's token, leave out the judge's code. Scores that you leave out stay, and CRITERION= \
      removes a score. Running the command again changes nothing.
      """,
    examples: "datajam score set aurora impact=8 data=6.5 --ready", "datajam score set J-03 aurora impact=8")

  @OptionGroup var rounds: RoundOptions
  @Argument(
    help: ArgumentHelp(
      "The judge's code (not with a judge's token), the team's key, and scores as CRITERION=POINTS.",
      valueName: "judge> <team> <scores"), completion: .keys(.team, .judge))
  var words: [String]
  @Option(help: ArgumentHelp("A comment that only organisers see; - reads standard input.", valueName: "text"))
  var comment: String?
  @Option(help: ArgumentHelp("A text for the team after the announcement; - reads standard input.", valueName: "text"))
  var feedback: String?
  @Flag(help: "The sheet is complete and counts.") var ready = false
  @Option(help: ArgumentHelp("The reason, when an organiser changes a ready sheet.", valueName: "text"))
  var reason: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Change the sheet only if it has this revision; 0 means a new sheet.", valueName: "n"))
  var revision: Int?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func validate() throws {
    if comment == "-" && feedback == "-" {
      throw ValidationError("Only one of --comment and --feedback can read standard input.")
    }
  }

  func run() async throws {
    let change = try Change(words, comment: try text(comment), feedback: try text(feedback), isReady: ready)
    let backend = try await global.open(allowing: .judge)
    let (judge, team) = try backend.judgeAndTeam(change.names)
    let (outcome, isReady) = try await backend.change { event, unit in
      let round = try backend.round(rounds.round, of: event, in: unit)
      let form = try backend.scores.form(of: round.id, event, in: unit)
      func stored() throws -> StoredSheet? {
        try backend.scores.sheets(in: round.id, of: event, judge: judge, in: unit).first { $0.sheet.team == team }
      }
      let known = try stored()
      let sheet = change.applied(to: known?.sheet ?? Sheet(judge: judge, team: team, points: [:], status: .draft))
      do {
        let outcome = try backend.scores.save(
          sheet, madeFrom: revision ?? known?.revision ?? 0, because: reason, by: form, of: event, in: unit)
        return (outcome, sheet.status == .ready)
      } catch ScoreError.changedMeanwhile(_, _, let now) {
        // Looked up once more: somebody may have saved it since.
        throw ScoreRevisionPassed(mine: sheet, theirs: try stored(), revision: now)
      }
    }
    global.tell(outcome, "sheet", "\(judge) \(team)")
    if !isReady, !global.json { Console.say("It does not count yet. Add --ready when it is complete.") }
  }

  private func text(_ given: String?) throws -> String? {
    guard given == "-" else { return given }
    let text = try InputFile.text("-")
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// What was given, to be laid over what is there.
  private struct Change: Sendable {
    let names: [String]
    private let points: [(String, Points?)]
    private let comment: String?
    private let feedback: String?
    private let isReady: Bool

    init(_ words: [String], comment: String?, feedback: String?, isReady: Bool) throws {
      self.comment = comment
      self.feedback = feedback
      self.isReady = isReady
      names = Array(words.prefix { !$0.contains("=") }.prefix(2))
      points = try words.dropFirst(names.count).map(Self.score)
    }

    private static func score(_ text: String) throws -> (String, Points?) {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2, parts[1].isEmpty { return (parts[0], nil) }
      guard parts.count == 2, let points = Points(parts[1]) else {
        throw UsageError(
          "\(quoted(text)) is no score, which has at most three decimals.",
          hint: "Write CRITERION=POINTS, such as impact=8 or impact=6.5.")
      }
      return (parts[0], points)
    }

    func applied(to known: Sheet) -> Sheet {
      var sheet = known
      for (criterion, given) in points { sheet.points[criterion] = given }
      sheet.comment = comment ?? sheet.comment
      sheet.feedback = feedback ?? sheet.feedback
      if isReady { sheet.status = .ready }
      return sheet
    }
  }
}

/// Somebody saved the sheet since the revision that was named.
private struct ScoreRevisionPassed: ExplainedError {
  let mine: Sheet
  let theirs: StoredSheet?
  let revision: Int

  var explanation: Explanation {
    let keys = Set(mine.points.keys).union(theirs?.sheet.points.keys.map { $0 } ?? []).sorted()
    let differences = keys.compactMap { key -> String? in
      let (given, now) = (mine.points[key], theirs?.sheet.points[key])
      return given == now ? nil : "\(key): \(given?.description ?? "none") given, \(now?.description ?? "none") there"
    }
    let shown = differences.isEmpty ? "" : " (\(differences.joined(separator: "; ")))"
    return Explanation(
      .refused, code: "sheet-changed",
      "The sheet of \(mine.judge) for team \(quoted(mine.team)) is at revision \(revision) now, saved by "
        + "\(theirs?.savedBy ?? "somebody")\(shown), so nothing was changed.",
      hint: "To enter yours all the same, add --revision \(revision).")
  }
}
