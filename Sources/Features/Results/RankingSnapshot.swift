import CanonicalJSON
import Digests
import RankingEngine
import RankingReports
import Vocabulary

/// The facts of a result as they are kept and hashed: teams by key and public name, judges by code, never a person.
///
/// Its body is what can be recomputed from the sheets; a version adds its number, the version before and the decisions,
/// and gives each team its final rank.
enum RankingSnapshot {
  static let schema = "datajam.result/5"
  /// Schemas that can be read, the oldest first.
  static let schemas = ["datajam.result/2", "datajam.result/3", "datajam.result/4", schema]
  /// Those in which points count as they are, also where criteria have different ranges.
  static let schemasOfPoints = schemas.prefix(2)
  /// The members that only the newest schema has, by path.
  static let newestMembers: Set = ["latent", "ranking[].p_next"]

  /// A computed ranking with the sheets and the weights that it was made from.
  static func body(_ input: RankingInput, _ report: RankingReport, draws: Int) -> JSON {
    let figures = report.json
    let unranked =
      report.ranking.unranked.map { input.teams[$0].excluded(RankingInput.ExcludedTeam.noSheet) } + input.excludedTeams
    return [
      "schema": .string(schema), "event": .string(input.event), "round": .string(input.round),
      "method": .string(report.ranking.method.rawValue), "seed": figures["seed"] ?? .null,
      "draws": figures["draws"] ?? .null, "draws_asked": .integer(draws),
      "input_sha256": figures["input_sha256"] ?? .null, "components": figures["components"] ?? .null,
      "across": .bool(report.ranking.isAcross), "model": figures["model"] ?? .null,
      "rubric": [
        "key": .string(input.rubric), "version": .integer(input.rubricVersion),
        "criteria": .array(input.criteria.map(\.json)),
      ],
      "sheets": .array(input.sheets.map { entry($0, input.criteria) }), "ranking": ranking(input, report, figures),
      "unranked": .array(unranked.sorted { $0.team < $1.team }.map(\.json)),
      "excluded_sheets": .array(input.excludedSheets.map(\.json)), "judges": figures["judges"] ?? .null,
      "flagged_sheets": figures["flagged_sheets"] ?? .null, "verdicts": figures["verdicts"] ?? .null,
      "podiums": figures["podiums"] ?? .null, "warnings": figures["warnings"] ?? .null,
      "statements": .array(report.sentences.map { .string($0) }),
      "latent": LatentFigures(report.ranking)?.json(input.sheets, report.book, report.names) ?? .null,
    ]
  }

  /// Repeats ranks that were decided elsewhere.
  static func stated(_ ranks: [(team: RankingInput.Team, rank: Int)], event: String) -> JSON {
    [
      "schema": .string(schema), "event": .string(event), "method": .string(RankingResult.Method.stated.name),
      "ranking": .array(
        ranks.map { team, rank in
          [
            "team": .string(team.key), "name": .string(team.name), "rank": .integer(rank),
            "computed_rank": .integer(rank),
          ]
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
    let next = report.chancesOverNext
    let taken: Set<String> = ["team", "rank", "score"]
    let entries = zip(report.ranking.standings, figures["teams"]?.elements ?? []).map { standing, figures -> JSON in
      let team = input.teams[standing.team]
      var members = [
        JSON.Member("team", .string(team.key)), JSON.Member("name", .string(team.name)),
        JSON.Member("rank", .integer(standing.rank)), JSON.Member("computed_rank", .integer(standing.rank)),
        JSON.Member("score", .string(report.scoreText(standing))),
      ]
      if !exact.isEmpty, let fraction = exact[standing.team] {
        members.append(JSON.Member("exact", .string("\(fraction.numerator)/\(fraction.denominator)")))
      }
      members.append(JSON.Member("p_next", next[standing.team].map { .number("\($0)") } ?? .null))
      return .object(members + (figures.members ?? []).filter { !taken.contains($0.key) })
    }
    return .array(sorted(entries))
  }
}

/// Versions of a result: a body with its number, its predecessor and what was decided.
extension RankingSnapshot {
  /// The version before, and why another follows it.
  struct Predecessor: Equatable {
    let number: Int
    let sha256: String
    let reason: String

    var json: JSON { ["edition": .integer(number), "sha256": .string(sha256), "reason": .string(reason)] }
  }

  private static let ofVersion: Set = ["edition", "previous", "decisions"]

  static func version(
    _ number: Int, of body: JSON, after predecessor: Predecessor?, _ decisions: [Decision]
  ) throws(DecisionError) -> JSON {
    let final = try finalRanks(of: body, decisions)
    let members = (body.members ?? []).map { member in
      guard member.key == "ranking" else { return member }
      return JSON.Member("ranking", placed(member.value, final))
    }
    return .object(
      [
        JSON.Member("edition", .integer(number)), JSON.Member("previous", predecessor?.json ?? .null),
        JSON.Member("decisions", .array(decisions.map(\.json))),
      ] + members)
  }

  /// What was computed, without what makes it a version.
  static func body(of version: JSON) -> JSON {
    let members = (version.members ?? []).filter { !ofVersion.contains($0.key) }
    return .object(
      members.map { $0.key == "ranking" ? JSON.Member("ranking", placed($0.value, computedRanks(of: version))) : $0 })
  }

  /// The ranks as they were computed or stated.
  static func computedRanks(of facts: JSON) -> Ranks {
    (facts["ranking"]?.elements ?? []).reduce(into: [:]) { ranks, entry in
      guard let team = entry["team"]?.text else { return }
      ranks[team] = (entry["computed_rank"] ?? entry["rank"])?.integer
    }
  }

  static func finalRanks(of facts: JSON, _ decisions: [Decision]) throws(DecisionError) -> Ranks {
    var ranks = computedRanks(of: facts)
    for decision in decisions { ranks = try decision.applied(to: ranks) }
    return ranks
  }

  private static func placed(_ ranking: JSON, _ ranks: Ranks) -> JSON {
    let entries = (ranking.elements ?? []).map { entry -> JSON in
      let rank = entry["team"]?.text.flatMap { ranks[$0] }
      return .object(
        (entry.members ?? []).map { member in
          guard member.key == "rank", let rank else { return member }
          return JSON.Member("rank", .integer(rank))
        })
    }
    return .array(sorted(entries))
  }

  /// By group, rank and key, so that the order tells nothing else.
  private static func sorted(_ entries: [JSON]) -> [JSON] {
    entries.map { entry in
      (
        (entry["component"]?.integer ?? 1, entry["rank"]?.integer ?? 0, entry["team"]?.text ?? ""), entry
      )
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension RankingSnapshot {
  /// What lots are drawn from: the digest of the scores, or of the ranks where they were only stated.
  static func lotDigest(of facts: JSON) -> String {
    if let digest = facts["input_sha256"]?.text { return digest }
    let ranks = computedRanks(of: facts).map { JSON.Member($0.key, .integer($0.value)) }
    return SHA256Digest(of: JSON.object(ranks).canonical).description
  }
}
