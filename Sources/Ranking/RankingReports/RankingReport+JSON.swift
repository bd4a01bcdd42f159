public import CanonicalJSON
import RankingEngine

extension RankingReport {
  /// The whole report as one document; null stands for what cannot be estimated or would compare across components.
  public var json: JSON {
    [
      "method": .string(ranking.method.rawValue), "seed": .integer(ranking.seed), "draws": .integer(ranking.draws),
      "input_sha256": .string(inputDigest), "components": .integer(ranking.components.count), "model": model,
      "teams": .array(ranking.standings.map(team)),
      "unranked": .array(ranking.unranked.map { ["team": .string(names.teams[$0]), "reason": "no sheet"] }),
      "judges": .array(ranking.judges.map(judge)), "flagged_sheets": .array(flaggedSheets),
      "verdicts": .array(verdicts.map(verdict)),
      "podiums": crossCheck.map { .array($0.entries.map(entry)) } ?? .null,
      "warnings": .array(warnings.map { ["code": .string($0.code), "message": .string($0.message)] }),
    ]
  }

  private var model: JSON {
    if let fit = ranking.ordinal {
      return [
        "mu": number(fit.mean), "var_team": number(fit.variances.team), "var_judge": number(fit.variances.judge),
        "var_room": number(fit.variances.room), "var_residual": number(fit.variances.residual),
        "reml_criterion": .null, "log_marginal_likelihood": number(fit.logMarginalLikelihood),
      ]
    }
    let fit = ranking.crossed
    return [
      "mu": number(fit?.mean), "var_team": number(fit?.variances.team), "var_judge": number(fit?.variances.judge),
      "var_residual": number(fit?.variances.residual), "reml_criterion": number(fit?.restrictedCriterion),
    ]
  }

  private func team(_ standing: Ranking.Standing) -> JSON {
    let certainty = ranking.certainty
    let interval = certainty?.intervals[standing.team] ?? nil
    let chances: [JSON.Member] = [
      JSON.Member("p_first", number(certainty?.first[standing.team] ?? nil)),
      JSON.Member("p_top3", number(certainty?.topThree[standing.team] ?? nil)),
      JSON.Member("rank_low", interval.map { .integer($0.low) } ?? .null),
      JSON.Member("rank_high", interval.map { .integer($0.high) } ?? .null),
    ]
    var members: [JSON.Member] = [
      JSON.Member("team", .string(names.teams[standing.team])), JSON.Member("rank", .integer(standing.rank)),
      JSON.Member("component", .integer(standing.component + 1)), JSON.Member("score", number(standing.score)),
      JSON.Member("standard_error", number(standing.standardError)),
    ]
    members += hasOneComponent ? chances : chances.map { JSON.Member($0.key, .null) }
    members += [
      JSON.Member("sheets", .integer(standing.sheets)), JSON.Member("provisional", .bool(standing.isProvisional)),
      JSON.Member("raw_mean", number(standing.rawMean)), JSON.Member("raw_rank", .integer(standing.rawRank)),
      JSON.Member("tie_break", standing.tieBreak.map { .string($0.name(names)) } ?? .null),
    ]
    if let fit = ranking.ordinal {
      members.append(JSON.Member("mean", number(fit.means[standing.team])))
      members.append(JSON.Member("sd", number(fit.deviations[standing.team])))
    }
    if !hasOneComponent { members.append(JSON.Member("in_component", .object(chances))) }
    return .object(members)
  }

  private func judge(_ summary: JudgeSummary) -> JSON {
    var members: [JSON.Member] = [
      JSON.Member("judge", .string(names.judges[summary.judge])), JSON.Member("sheets", .integer(summary.sheets)),
      JSON.Member("severity", number(summary.severity)),
      JSON.Member("standard_error", number(summary.standardError)), JSON.Member("misfit_p", number(summary.misfit)),
      JSON.Member("flags", .array(summary.flags.map { .string($0.rawValue) })),
    ]
    if ranking.ordinal != nil { members.append(JSON.Member("unrelated", number(summary.unrelated))) }
    return .object(members)
  }

  private var flaggedSheets: [JSON] {
    guard let fit = ranking.ordinal else { return [] }
    return book.teams.indices.filter { fit.unrelatedSheets[$0] > Ranking.flagged }.map { sheet in
      [
        "judge": .string(names.judges[book.judges[sheet]]), "team": .string(names.teams[book.teams[sheet]]),
        "unrelated": number(fit.unrelatedSheets[sheet]),
      ]
    }
  }

  private func verdict(_ verdict: ClearWinner) -> JSON {
    [
      "component": .integer(verdict.component + 1), "verdict": .string(verdict.verdict.rawValue),
      "first": .string(names.teams[verdict.first]), "second": .string(names.teams[verdict.second]),
      "p_first_beats_second": number(verdict.probability),
      "finalists": .array(verdict.finalists.map { .string(names.teams[$0]) }),
      "sheets_for_final": .integer(verdict.sheets),
    ]
  }

  private func entry(_ entry: CrossCheck.Entry) -> JSON {
    ["method": .string(entry.method.rawValue), "ranks": podium(entry.podium)]
  }

  func podium(_ podium: Podium) -> JSON {
    .array(podium.ranks.map { ["team": .string(names.teams[$0.team]), "rank": .integer($0.rank)] })
  }
}

/// A number in the shortest form that reads as the same; null where there is none.
func number(_ value: Double?) -> JSON {
  guard let value, value.isFinite else { return .null }
  return value == value.rounded() && abs(value) < 1e15 ? .integer(Int(value)) : .number("\(value)")
}
