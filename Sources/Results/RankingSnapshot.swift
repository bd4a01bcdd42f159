import CanonicalJSON
import Competition
import Scoring

/// The facts of a result as they are kept and hashed: teams by key and public name, judges by code, never a person.
enum RankingSnapshot {
  private static let schema: JSON = "datajam.result/1"

  /// Ranks a round by raw weighted means.
  static func raw(_ input: RankingInput) throws -> JSON {
    let book = try input.scoreBook()
    let scores = RawMean.exactScores(of: book)
    let ranked = input.teams.indices.compactMap { team in scores[team].map { (team: team, score: $0) } }
      .sorted { $0.score == $1.score ? $0.team < $1.team : $0.score > $1.score }
    let texts = Fraction.decimals(of: ranked.map(\.score))
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
        ranked.indices.map { index in
          let (team, score) = ranked[index]
          let place = 1 + ranked.prefix { $0.score > score }.count
          return [
            "team": .string(input.teams[team].key), "name": .string(input.teams[team].name),
            "place": .integer(place), "score": .string(texts[index]),
            "exact": .string("\(score.numerator)/\(score.denominator)"),
            "sheets": .integer(book.sheets(ofTeam: team).count),
          ]
        }),
      "unranked": .array(
        input.teams.indices.filter { scores[$0] == nil }.map { team in
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
}
