import CanonicalJSON
import RankingEngine
import RankingReports
import Results
import Vocabulary

/// A kept result as it is read in a terminal.
enum ResultText {
  /// The statements and the table first, then what to beware of.
  static func show(
    _ result: RankingResult, _ version: ResultVersion, _ close: [CloseBoundary], _ global: GlobalOptions
  ) {
    if global.json {
      Console.print(result.json(version, close).pretty)
      return
    }
    let head = result.statements.isEmpty || result.decisions.isEmpty ? [] : ["By the scores alone:"]
    let teams = result.unranked.map { "\($0.name) (\($0.reason))" }
    let state = ResultVersionText.state(version)
    let sections: [[Page.Part]] = [
      (head + result.statements).map { .text($0) },
      [.table(table(result))],
      result.decisions.map { .text(ResultVersionText.line($0)) },
      teams.isEmpty ? [] : [.text("Not ranked: \(teams.joined(separator: ", "))")],
      close.map { .text("warn  " + $0.sentence) } + result.warnings.map { .text("warn  " + $0) },
      [.text(how(result)), .text("Result \(result.number), sha256 \(result.sha256.prefix(12))…: \(state).")],
    ]
    Page(sections.filter { !$0.isEmpty }).print()
  }

  private static func how(_ result: RankingResult) -> String {
    guard case .computed(let method) = result.method else { return "Ranks as they were decided elsewhere." }
    return "Method \(method.rawValue), from the ready sheets; equal scores share a rank where no tie-break decides."
  }

  private static func table(_ result: RankingResult) -> TextTable {
    guard result.method != .stated else {
      let isDecided = !result.decisions.isEmpty
      return TextTable(
        header: ["rank", "team", "name"] + (isDecided ? ["note"] : []),
        rows: result.standings.map {
          [String($0.rank), $0.team, $0.name] + (isDecided ? [decided($0, in: result) ?? ""] : [])
        },
        numeric: [0])
    }
    let hasChances = result.standings.contains { $0.pFirst != nil }
    let digits = result.shownDigits
    let rows = result.standings.map { standing -> [String] in
      var row = [String(standing.rank), standing.team, standing.name, shownScore(standing, digits) ?? ""]
      if hasChances {
        row.append(standing.ranks.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "")
        row += [standing.pFirst, standing.pTop3].map { $0.flatMap(Double.init).map(percent) ?? "" }
      }
      row.append(standing.sheets.map(String.init) ?? "")
      row.append(standing.rawMean.flatMap(Double.init).map { fixed($0, 2) } ?? "")
      row.append(standing.rawRank.map(String.init) ?? "")
      let decided = decided(standing, in: result)
      let tie = standing.tieBreak.flatMap { $0 == "shared" ? (decided == nil ? $0 : nil) : "tie: \($0)" }
      let notes = [standing.isProvisional ? "provisional" : nil, tie, decided]
      return row + [notes.compactMap(\.self).joined(separator: ", ")]
    }
    let header =
      ["rank", "team", "name", "score"] + (hasChances ? ["90 % ranks", "first", "top 3"] : [])
      + ["sheets", "raw mean", "raw rank", "note"]
    let texts = ["team", "name", "90 % ranks", "note"]
    return TextTable(
      header: header, rows: rows, numeric: Set(header.indices.filter { !texts.contains(header[$0]) }),
      expendable: RankingText.expendable)
  }
}

extension ResultText {
  /// A score with as many digits as people are shown.
  private static func shownScore(_ standing: RankingResult.Standing, _ digits: Int) -> String? {
    standing.score.flatMap(Double.init).map { fixed($0, digits) }
  }

  /// The rank that the scores gave a team, where organisers decided about it or about another.
  fileprivate static func decided(_ standing: RankingResult.Standing, in result: RankingResult) -> String? {
    let isNamed = result.decisions.contains { $0.teams.contains(standing.team) }
    return isNamed || standing.rank != standing.computedRank
      ? "decided; \(standing.computedRank) by the scores" : nil
  }
}

extension RankingResult {
  /// The result with the steps that it took.
  func json(_ version: ResultVersion, _ close: [CloseBoundary]) -> JSON {
    let steps: Set = ["state", "approvals", "publish_at", "retraction"]
    let boundaries = [JSON.Member("close_boundaries", .array(close.map(\.json)))]
    return .object((json.members ?? []) + boundaries + (version.json.members ?? []).filter { steps.contains($0.key) })
  }

  var json: JSON {
    [
      "number": .integer(number), "method": .string(method.name), "round": round.json,
      "computed_at": .string(computedAt.description), "sha256": .string(sha256), "input_sha256": inputDigest.json,
      "teams": .array(
        standings.map { standing in
          [
            "team": .string(standing.team), "name": .string(standing.name), "rank": .integer(standing.rank),
            "computed_rank": .integer(standing.computedRank),
            "score": number(standing.score), "standard_error": number(standing.standardError),
            "p_first": number(standing.pFirst), "p_top3": number(standing.pTop3), "p_next": number(standing.pNext),
            "rank_low": standing.ranks.map { .integer($0.lowerBound) } ?? .null,
            "rank_high": standing.ranks.map { .integer($0.upperBound) } ?? .null,
            "sheets": standing.sheets.map { .integer($0) } ?? .null, "provisional": .bool(standing.isProvisional),
            "raw_mean": number(standing.rawMean), "raw_rank": standing.rawRank.map { .integer($0) } ?? .null,
            "tie_break": standing.tieBreak.json,
          ]
        }),
      "unranked": .array(unranked.map { ["name": .string($0.name), "reason": .string($0.reason)] }),
      "decisions": .array(decisions.map(\.json)),
      "statements": .array(statements.map { .string($0) }), "warnings": .array(warnings.map { .string($0) }),
    ]
  }

  private func number(_ digits: String?) -> JSON { digits.map { .number($0) } ?? .null }
}

extension CloseBoundary {
  /// "Rank 3 and rank 4 are too close to call: …"
  var sentence: String {
    "Rank \(inside.rank) and rank \(outside.rank) are too close to call: \(quoted(inside.team)) is better than "
      + "\(quoted(outside.team)) with \(percent(probability))."
  }

  var json: JSON {
    [
      "inside": .string(inside.team), "outside": .string(outside.team), "rank": .integer(inside.rank),
      "p_inside_beats_outside": .number("\(probability)"), "message": .string(sentence),
    ]
  }
}
