public import CanonicalJSON
import RankingEngine

extension RankingReport {
  /// The ranking's document with the reports added to it.
  public func json(with analysis: RankingAnalysis?) -> JSON {
    guard let analysis, case .object(let members) = json else { return json }
    return .object(
      members + [
        JSON.Member("neighbours", .array(neighbourPairs)), JSON.Member("design", design(analysis.design)),
        JSON.Member("judge_report", judges(analysis.judges)),
        JSON.Member("sensitivity", sensitivity(analysis.sensitivity)),
      ])
  }

  /// Every pair that was compared in the draws, by the ranks of its teams.
  private var neighbourPairs: [JSON] {
    guard let certainty = ranking.certainty else { return [] }
    let order = Dictionary(uniqueKeysWithValues: ranking.standings.enumerated().map { ($1.team, $0) })
    return certainty.pairs.keys
      .sorted { (order[$0.better] ?? 0, order[$0.worse] ?? 0) < (order[$1.better] ?? 0, order[$1.worse] ?? 0) }
      .map { pair in
        [
          "better": .string(names.teams[pair.better]), "worse": .string(names.teams[pair.worse]),
          "p": number(certainty.pairs[pair]),
        ]
      }
  }

  private func design(_ report: DesignReport) -> JSON {
    [
      "sheets_per_team": range(report.sheetsPerTeam), "sheets_per_judge": range(report.sheetsPerJudge),
      "algebraic_connectivity": number(report.algebraicConnectivity),
      "weakly_connected": .bool(report.isWeaklyConnected),
      "cut_judges": .array(report.cutJudges.map { .string(names.judges[$0]) }),
      "cut_teams": .array(report.cutTeams.map { .string(names.teams[$0]) }),
      "weak_links": .array(
        report.weakLinks.map { ["sheets": .array($0.sheets.map(sheet)), "teams": .integer($0.teamCount)] }),
      "criteria": .array(
        names.criteria.indices.map { criterion in
          [
            "criterion": .string(names.criteria[criterion]), "weight": number(book.weights[criterion]),
            "at_ceiling": number(report.ceilingShares[criterion]), "at_floor": number(report.floorShares[criterion]),
          ]
        }),
    ]
  }

  private func range(_ range: ClosedRange<Int>?) -> JSON {
    range.map { [.integer($0.lowerBound), .integer($0.upperBound)] } ?? .null
  }

  private func sheet(_ sheet: Int) -> JSON {
    ["judge": .string(names.judges[book.judges[sheet]]), "team": .string(names.teams[book.teams[sheet]])]
  }

  private func judges(_ report: JudgeReport) -> JSON {
    [
      "pooled_sd": number(report.pooledSpread),
      "judges": .array(
        report.judges.map { detail in
          [
            "judge": .string(names.judges[detail.judge]), "sd": number(detail.spread),
            "at_floor": number(detail.floorShare), "at_ceiling": number(detail.ceilingShare),
            "agreement": number(detail.agreement),
          ]
        }),
      "alike": .array(
        report.alike.map { pair in
          [
            "one": .string(names.judges[pair.one]), "other": .string(names.judges[pair.other]),
            "correlation": number(pair.correlation), "teams": .integer(pair.teams),
          ]
        }),
      "outliers": .array(
        report.outliers.map { outlier in
          [
            "judge": .string(names.judges[book.judges[outlier.sheet]]),
            "team": .string(names.teams[book.teams[outlier.sheet]]), "residual": number(outlier.residual),
          ]
        }),
    ]
  }

  private func sensitivity(_ report: Sensitivity) -> JSON {
    func list(_ key: String, _ of: [String], _ variations: [Sensitivity.Variation]) -> JSON {
      .array(
        variations.map { variation in
          var members = [JSON.Member(key, .string(of[variation.position]))]
          if let factor = variation.factor { members.append(JSON.Member("factor", number(factor))) }
          members.append(JSON.Member("podium", podium(variation.podium)))
          members.append(
            JSON.Member("winner_changes", .bool(variation.podium.teams(at: 1) != report.podium.teams(at: 1))))
          return .object(members)
        })
    }
    return [
      "methods": .array(
        report.methods.entries.map { ["method": .string($0.method.rawValue), "podium": podium($0.podium)] }),
      "without_judge": list("judge", names.judges, report.withoutJudge),
      "without_criterion": list("criterion", names.criteria, report.withoutCriterion),
      "weights": list("criterion", names.criteria, report.withWeight),
    ]
  }
}
