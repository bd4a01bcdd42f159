import CanonicalJSON
import Vocabulary

extension RankingInput {
  /// Reads what a kept result was computed from; nil where ranks were only stated.
  public init?(_ result: RankingResult) throws {
    guard case .computed = result.method else { return nil }
    self.init(facts: try JSON(parsing: result.snapshot))
  }

  /// Reads what the facts of a result were computed from; nil without a rubric.
  init?(facts: JSON) {
    guard let rubric = facts["rubric"] else { return nil }
    let criteria = (rubric["criteria"]?.elements ?? []).compactMap(Criterion.init)
    let unranked = (facts["unranked"]?.elements ?? []).map(ExcludedTeam.init)
    let withoutSheet = unranked.filter { $0.reason == ExcludedTeam.noSheet }.map { Team(key: $0.team, name: $0.name) }
    let ranked = (facts["ranking"]?.elements ?? [])
      .map { Team(key: $0["team"]?.text ?? "", name: $0["name"]?.text ?? "") }
    let scales = criteria.map(\.scale)
    self.init(
      event: facts["event"]?.text ?? "", round: facts["round"]?.text ?? "", rubric: rubric["key"]?.text ?? "",
      rubricVersion: rubric["version"]?.integer ?? 0, criteria: criteria,
      teams: (ranked + withoutSheet).sorted { $0.key < $1.key },
      sheets: (facts["sheets"]?.elements ?? []).map { sheet in
        Sheet(
          judge: sheet["judge"]?.text ?? "", team: sheet["team"]?.text ?? "",
          points: criteria.map { sheet["points"]?[$0.key]?.text.flatMap(Points.init) })
      }.sorted { ($0.judge, $0.team) < ($1.judge, $1.team) },
      excludedTeams: unranked.filter { $0.reason != ExcludedTeam.noSheet },
      excludedSheets: (facts["excluded_sheets"]?.elements ?? []).map(ExcludedSheet.init),
      sharesRanges: !RankingSnapshot.schemasOfPoints.contains(facts["schema"]?.text ?? "")
        || scales.allSatisfy { $0 == scales.first })
  }
}

extension RankingInput.Team {
  func excluded(_ reason: String) -> RankingInput.ExcludedTeam {
    RankingInput.ExcludedTeam(team: key, name: name, reason: reason)
  }
}

extension RankingInput.Criterion {
  var json: JSON {
    let scale = (scale ?? []).map { JSON.string($0.description) }
    return ["key": .string(key), "weight": .string(weight.description), "scale": .array(scale)]
  }

  init?(_ json: JSON) {
    guard let weight = json["weight"]?.text.flatMap(Points.init) else { return nil }
    self.init(
      key: json["key"]?.text ?? "", weight: weight,
      scale: json["scale"]?.elements?.compactMap { $0.text.flatMap(Points.init) })
  }
}

extension RankingInput.ExcludedTeam {
  static let noSheet = "no ready sheet"

  var json: JSON { ["team": .string(team), "name": .string(name), "reason": .string(reason)] }

  init(_ json: JSON) {
    self.init(team: json["team"]?.text ?? "", name: json["name"]?.text ?? "", reason: json["reason"]?.text ?? "")
  }
}

extension RankingInput.ExcludedSheet {
  var json: JSON { ["judge": .string(judge), "team": .string(team), "reason": .string(reason)] }

  init(_ json: JSON) {
    self.init(judge: json["judge"]?.text ?? "", team: json["team"]?.text ?? "", reason: json["reason"]?.text ?? "")
  }
}
