import RankingEngine

extension RankingReport {
  /// The ranking as a table: its header, its rows, and the columns of numbers.
  public var table: (header: [String], rows: [[String]], numeric: Set<Int>) {
    let hasParts = !hasOneComponent && !ranking.isAcross
    var header = (hasParts ? ["group"] : []) + ["rank", "team", "score"]
    let hasErrors = ranking.standings.contains { $0.standardError != nil }
    let (certainty, shown) = (ranking.certainty, shownDigits(ofNeeded: digits))
    if hasErrors { header.append("±") }
    if certainty != nil { header += ["90 % ranks", "first", "top 3"] }
    header += ["sheets", "raw mean", "raw rank", "note"]
    let rows = ranking.standings.map { standing -> [String] in
      var row = hasParts ? [String(standing.component + 1)] : []
      row += [String(standing.rank), names.teams[standing.team], fixed(standing.score, shown)]
      if hasErrors { row.append(standing.standardError.map { fixed($0, shown) } ?? "") }
      if let certainty {
        let interval = certainty.intervals[standing.team].map { "\($0.low)-\($0.high)" } ?? ""
        let chances = [certainty.first[standing.team], certainty.topThree[standing.team]]
        row += [interval] + chances.map { $0.map(percent) ?? "" }
      }
      return row + [
        String(standing.sheets), fixed(standing.rawMean, shown), String(standing.rawRank), note(standing),
      ]
    }
    let texts = Set(header.indices.filter { ["team", "note", "90 % ranks"].contains(header[$0]) })
    return (header, rows, Set(header.indices).subtracting(texts))
  }

  /// - Complexity: linear in the teams.
  static func digits(_ standings: [Ranking.Standing]) -> Int {
    for digits in 2..<6 {
      let alike = zip(standings, standings.dropFirst()).contains { one, other in
        one.component == other.component && one.score != other.score && one.rank != other.rank
          && fixed(one.score, digits) == fixed(other.score, digits)
          && abs(one.score - other.score) > 1e-9
      }
      if !alike { return digits }
    }
    return 6
  }

  private func note(_ standing: Ranking.Standing) -> String {
    [
      standing.isProvisional ? "provisional" : nil,
      standing.tieBreak.map { $0 == .shared ? "shared" : "tie: \($0.name(names))" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// The judges as a table, for organisers only.
  public var judgeTable: (header: [String], rows: [[String]], numeric: Set<Int>) {
    let asks = ranking.method == .reliability
    let header = ["judge", "sheets", "severity", "±", "misfit p"] + (asks ? ["unrelated"] : []) + ["flags"]
    let rows = ranking.judges.map { summary -> [String] in
      var row = [names.judges[summary.judge], String(summary.sheets)]
      row += [summary.severity, summary.standardError].map { $0.map { fixed($0, 2) } ?? "" }
      row.append(summary.misfit.map { fixed($0, 3) } ?? "")
      if asks { row.append(summary.unrelated.map(percent) ?? "") }
      row.append(summary.flags.map(\.rawValue).joined(separator: ", "))
      return row
    }
    return (header, rows, Set(1..<header.count - 1))
  }
}

/// How many digits people are shown: two, or three where exactly three tell neighbours apart.
/// - Parameter needed: Digits enough to tell neighbours apart.
public func shownDigits(ofNeeded needed: Int) -> Int { needed == 3 ? 3 : 2 }
