import RankingEngine

extension RankingReport {
  /// What an organiser should read first, in whole sentences.
  public var sentences: [String] {
    let parts = Dictionary(grouping: ranking.standings, by: \.component)
    let leaders =
      ranking.isAcross
      ? [leader(of: nil, ranking.standings)] : (0..<ranking.components.count).map { leader(of: $0, parts[$0] ?? []) }
    let verdicts = self.verdicts.map(sentence)
    return leaders.compactMap(\.self) + verdicts + (book.sharedRanges == nil ? [] : [Self.shares])
  }

  private static let shares =
    "The criteria have different ranges: each counts by its share of its own range, and scores go from 0 to 100."

  /// Who is first, and how far the scores support it.
  /// - Parameter members: The teams of the component, or of all of them, best first.
  private func leader(of component: Int?, _ members: [Ranking.Standing]) -> String? {
    guard let best = members.first else { return nil }
    let within = component.map { hasOneComponent ? "" : " in group \($0 + 1)" } ?? " of all groups"
    let shared = members.filter { $0.rank == best.rank }
    let who = shared.map { "\"\(names.teams[$0.team])\"" }.joined(separator: ", ")
    if shared.count > 1 { return "\(counted(shared.count, "team")) share the first rank\(within): \(who)." }
    let tie = best.tieBreak.map { ", by the tie-break \"\($0.name(names))\"" } ?? ""
    let provisional = best.isProvisional ? " It is provisional: too few judges scored it." : ""
    guard let chance = ranking.certainty?.first[best.team] ?? nil else {
      return "\(who) is first\(within)\(tie); how sure that is was not estimated.\(provisional)"
    }
    return "\(who) is first\(within)\(tie); the scores support this with \(percent(chance)).\(provisional)"
  }

  private func sentence(_ verdict: ClearWinner) -> String {
    let (first, second) = (names.teams[verdict.first], names.teams[verdict.second])
    let within = hasOneComponent ? "" : " in group \(verdict.component + 1)"
    let figure = "\"\(first)\" is better than \"\(second)\" with \(chance(verdict.probability))"
    switch verdict.verdict {
    case .clear: return "A clear winner\(within): \(figure)."
    case .likely: return "A likely winner\(within): \(figure). Announce it with that figure."
    case .open:
      let finalists = verdict.finalists.map { "\"\(names.teams[$0])\"" }.joined(separator: ", ")
      guard verdict.sheets > 0 else {
        return
          "No clear winner\(within): \(figure). Every judge has scored \(finalists): let a jury decide between them."
      }
      return "No clear winner\(within): \(figure). Hold a final of \(finalists), each seen by every judge "
        + "(\(counted(verdict.sheets, "more sheet"))), and let the plain mean of that panel decide."
    }
  }

  /// A probability that does not round to a threshold which it stays below.
  private func chance(_ probability: Double) -> String {
    let rounds = [ClearWinner.likely, ClearWinner.clear].contains { limit in
      probability < limit && probability + 0.005 >= limit
    }
    return rounds ? fixed((probability * 1000).rounded(.down) / 10, 1) + " %" : percent(probability)
  }

  /// How the ranking was made, in one line.
  public var header: String {
    let sizes = ranking.standings.map(\.sheets)
    let spread = (sizes.min() ?? 0, sizes.max() ?? 0)
    let each = spread.0 == spread.1 ? "\(spread.0)" : "\(spread.0) to \(spread.1)"
    let draws = ranking.draws > 0 ? "; \(ranking.draws) draws from seed \(ranking.seed)" : ""
    return "Method \(ranking.method.rawValue); \(counted(ranking.standings.count, "team")), "
      + "\(counted(ranking.judges.count, "judge")), \(counted(book.sheetCount, "sheet")), \(each) a team\(draws); "
      + "input sha256 \(inputDigest.prefix(12))…"
  }
}
