import CanonicalJSON
import Competition
import Scoring

/// The facts of a result as they are kept and hashed: teams by key and public name, judges by code, never a person.
enum RankingSnapshot {
  private static let schema: JSON = "datajam.result/1"

  /// Ranks a round by raw weighted means.
  static func raw(_ input: RankingInput) throws -> JSON {
    let judges = Array(Set(input.sheets.map(\.judge))).sorted()
    let judgePositions = Dictionary(uniqueKeysWithValues: zip(judges, judges.indices))
    let teamPositions = Dictionary(uniqueKeysWithValues: zip(input.teams.map(\.key), input.teams.indices))
    let ranking = try RawMean(
      teamCount: input.teams.count, weights: input.criteria.map(\.weight.thousandths),
      sheets: input.sheets.compactMap { sheet in
        guard let judge = judgePositions[sheet.judge], let team = teamPositions[sheet.team] else { return nil }
        return ScoreSheet(judge: judge, team: team, points: sheet.points.map { $0?.thousandths })
      })
    let scores = Fraction.decimals(of: ranking.standings.map(\.score))
    return [
      "schema": schema, "event": .string(input.event), "method": .string(RankingResult.Method.raw.rawValue),
      "round": .string(input.round),
      "rubric": [
        "key": .string(input.rubric), "version": .integer(input.rubricVersion),
        "criteria": .array(
          input.criteria.map { ["key": .string($0.key), "weight": .string($0.weight.description)] }),
      ],
      "sheets": .array(input.sheets.map { entry($0, input.criteria) }),
      "ranking": .array(
        zip(ranking.standings, scores).map { standing, score in
          entry(standing, score, input.teams[standing.team])
        }),
      "unranked": .array(
        ranking.unranked.map { team in
          [
            "team": .string(input.teams[team].key), "name": .string(input.teams[team].name),
            "reason": "no ready sheet",
          ]
        }),
    ]
  }

  /// Repeats places that were decided elsewhere.
  static func stated(_ places: [(team: RankingInput.Team, place: Int)], event: String) -> JSON {
    [
      "schema": schema, "event": .string(event), "method": .string(RankingResult.Method.stated.rawValue),
      "ranking": .array(
        places.map { team, place in
          ["team": .string(team.key), "name": .string(team.name), "place": .integer(place)]
        }),
    ]
  }

  private static func entry(_ sheet: RankingInput.Sheet, _ criteria: [RankingInput.Criterion]) -> JSON {
    let points = zip(criteria, sheet.points).compactMap { criterion, points in
      points.map { JSON.Member(criterion.key, .string($0.description)) }
    }
    return ["judge": .string(sheet.judge), "team": .string(sheet.team), "points": .object(points)]
  }

  private static func entry(_ standing: RawMean.Standing, _ score: String, _ team: RankingInput.Team) -> JSON {
    [
      "team": .string(team.key), "name": .string(team.name), "place": .integer(standing.place),
      "score": .string(score), "exact": .string("\(standing.score.numerator)/\(standing.score.denominator)"),
      "sheets": .integer(standing.sheets),
    ]
  }
}
