import CanonicalJSON
import Competition
import RankingReports
import Scoring

/// The facts of a result as they are kept and hashed: teams by key and public name, judges by code, never a person.
enum RankingSnapshot {
  private static let schema: JSON = "datajam.result/2"

  /// A computed ranking with the sheets and the weights that it was made from.
  static func computed(_ input: RankingInput, _ report: RankingReport) -> JSON {
    let figures = report.json
    return [
      "schema": schema, "event": .string(input.event), "round": .string(input.round),
      "method": .string(report.ranking.method.rawValue), "seed": figures["seed"] ?? .null,
      "draws": figures["draws"] ?? .null, "input_sha256": figures["input_sha256"] ?? .null,
      "components": figures["components"] ?? .null, "across": .bool(report.ranking.isAcross),
      "model": figures["model"] ?? .null,
      "rubric": [
        "key": .string(input.rubric), "version": .integer(input.rubricVersion),
        "criteria": .array(
          input.criteria.map { ["key": .string($0.key), "weight": .string($0.weight.description)] }),
      ],
      "sheets": .array(input.sheets.map { entry($0, input.criteria) }), "ranking": ranking(input, report, figures),
      "unranked": .array(
        report.ranking.unranked.map { team in
          [
            "team": .string(input.teams[team].key), "name": .string(input.teams[team].name),
            "reason": "no ready sheet",
          ]
        }),
      "judges": figures["judges"] ?? .null, "flagged_sheets": figures["flagged_sheets"] ?? .null,
      "verdicts": figures["verdicts"] ?? .null, "podiums": figures["podiums"] ?? .null,
      "warnings": figures["warnings"] ?? .null, "statements": .array(report.sentences.map { .string($0) }),
    ]
  }

  /// Repeats places that were decided elsewhere.
  static func stated(_ places: [(team: RankingInput.Team, place: Int)], event: String) -> JSON {
    [
      "schema": schema, "event": .string(event), "method": .string(RankingResult.Method.stated.name),
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

  /// The standings with every figure of the report; raw means are exact fractions besides.
  private static func ranking(_ input: RankingInput, _ report: RankingReport, _ figures: JSON) -> JSON {
    let exact = report.ranking.method == .raw ? RawMean.exactScores(of: report.book) : []
    let taken: Set<String> = ["team", "rank", "score"]
    let entries = zip(report.ranking.standings, figures["teams"]?.elements ?? []).map { standing, figures -> JSON in
      let team = input.teams[standing.team]
      var members = [
        JSON.Member("team", .string(team.key)), JSON.Member("name", .string(team.name)),
        JSON.Member("place", .integer(standing.place)), JSON.Member("score", .string(report.scoreText(standing))),
      ]
      if !exact.isEmpty, let fraction = exact[standing.team] {
        members.append(JSON.Member("exact", .string("\(fraction.numerator)/\(fraction.denominator)")))
      }
      return .object(members + (figures.members ?? []).filter { !taken.contains($0.key) })
    }
    return .array(entries)
  }
}
