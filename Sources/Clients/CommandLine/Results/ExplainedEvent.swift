import Announcement
import Backend
import CanonicalJSON
import Events
import RankingEngine
import RankingReports
import Results
import UseCases
import Vocabulary

/// The newest result of an event with what its explanations need.
struct ExplainedEvent {
  let result: RankingResult
  let kept: KeptFigures
  let languages: [Language]
  let explanations: RankExplanations

  init(_ backend: Backend) async throws {
    let (result, languages, context) = try await backend.read { event, snapshot in
      let version = try backend.results.version(nil, of: event.id, in: snapshot)
      let result = try backend.results.result(version, of: event.id, in: snapshot)
      let isAnnounced = version.isPublic
      let facts = isAnnounced ? try backend.announcement.facts(of: event.id, in: snapshot) : nil
      let context = RankExplanations.Context(
        event: event.event.name, criteria: try backend.results.criterionNames(of: result, event.id, in: snapshot),
        announced: Set(facts?.rankedTeams.map(\.team.name) ?? []), isPublic: isAnnounced,
        verification: "\(run: "result verify FILE")")
      return (result, event.event.languages, context)
    }
    let kept = try KeptFigures(result)
    self.result = result
    self.kept = kept
    self.languages = languages
    explanations = try RankExplanations(result, kept, context)
  }

  /// The figures behind the words, unrounded.
  func json(_ standing: RankingResult.Standing) throws -> JSON {
    let (book, names) = (kept.book, kept.names)
    let position = names.teams.firstIndex(of: standing.team) ?? 0
    let sheets = book.sheets(ofTeam: position).map { sheet -> JSON in
      [
        "judge": .string(names.judges[book.judges[sheet]]),
        "points": .object(
          names.criteria.enumerated().compactMap { criterion, key in
            book.points(sheet: sheet, criterion: criterion).map {
              JSON.Member(key, .number(Points(thousandths: $0).description))
            }
          }), "weighted": .number("\(book.totals[sheet])"),
      ]
    }
    let figures = result.json["teams"]?.elements?.first { $0["team"]?.text == standing.team } ?? .null
    let comparison = MethodComparison(result, kept, all: false)
    return [
      "result": .integer(result.number), "method": .string(result.method.name), "standing": figures,
      "sheets": .array(sheets),
      "ranks": .object(
        comparison.ranks.compactMap { entry in
          entry.ranks[standing.team].map { JSON.Member(entry.method.rawValue, .integer($0)) }
        }),
      "explanation": explanations.figures(of: standing.team)?.json(kept) ?? .null,
    ]
  }
}

extension MethodComparison {
  /// A team's rank by each method, in a line.
  func line(of team: String) -> String {
    let ranks = ranks.compactMap { entry in entry.ranks[team].map { "\(entry.method.rawValue) \($0)" } }
    return "Rank by method: " + ranks.joined(separator: " · ")
  }
}

extension ResultExplanation {
  fileprivate func json(_ kept: KeptFigures) -> JSON {
    let sheets = latent?.sheets.map { sheet -> JSON in
      [
        "judge": .string(kept.names.judges[kept.book.judges[sheet.sheet]]), "says": .number("\(sheet.says)"),
        "severity": .number("\(sheet.severity)"), "weight": .number("\(sheet.weight)"),
        "adds": .number("\(sheet.adds)"),
      ]
    }
    return [
      "sheets": sheets.map(JSON.array) ?? .null, "quality": latent.map { .number("\($0.quality)") } ?? .null,
      "room": latent.map { .number("\($0.room)") } ?? .null,
      "conversion": latent == nil
        ? .null
        : .array(conversion.map { ["quality": .number("\($0.quality)"), "score": .number("\($0.score)")] }),
      "ahead": ahead?.json ?? .null, "behind": behind?.json ?? .null,
      "without_judges": changes.map { .array($0.map { ["judge": .string($0.judge), "rank": .integer($0.rank)] }) }
        ?? .null,
    ]
  }
}

extension ResultExplanation.Neighbour {
  fileprivate var json: JSON {
    [
      "team": .string(team), "name": .string(name), "rank": .integer(rank),
      "distance": distance.map { .number("\($0)") } ?? .null, "is_better": isBetter.map { .number("\($0)") } ?? .null,
    ]
  }
}
