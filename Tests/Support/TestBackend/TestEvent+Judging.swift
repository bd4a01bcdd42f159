import Access
import Backend
import Judging
import Rubrics
public import Scores
import Teams
public import Vocabulary

extension TestEvent {
  /// Teams "t1", "t2" …, judges "J-1", "J-2" …, criteria impact (60) and data (40) from 0 to 10, and an open round "main"
  /// in which every judge has every team.
  @discardableResult
  public func openJudging(teams: Int = 2, judges: Int = 2) async throws -> ScoringForm {
    let backend = backend
    return try await change { event, unit in
      for number in 1...teams {
        _ = try backend.teams.set(Team(key: try Slug("t\(number)"), name: "Team \(number)"), of: event, in: unit)
      }
      for number in 1...judges {
        _ = try backend.judging.set(Judge(code: "J-\(number)", name: "Judge \(number)"), of: event, in: unit)
      }
      let scale = Points(thousandths: 0)...Points(thousandths: 10_000)
      let rubric = Rubric(
        key: try Slug("main"),
        criteria: [
          .init(
            key: try Slug("impact"), name: LocalizedText([.english: "Impact"]), weight: Points(thousandths: 60_000),
            scale: scale),
          .init(
            key: try Slug("data"), name: LocalizedText([.english: "Data"]), weight: Points(thousandths: 40_000),
            scale: scale),
        ])
      _ = try backend.rubrics.set(rubric, of: event, in: unit)
      let stored = try backend.rubrics.newest("main", of: event, in: unit)
      _ = try backend.judging.open(try Slug("main"), with: stored.id, of: event, in: unit)
      let round = try backend.judging.round("main", of: event, in: unit)
      for judge in 1...judges {
        for team in 1...teams {
          _ = try backend.judging.assign(
            Assignment(judge: "J-\(judge)", team: "t\(team)"), in: round.id, of: event, in: unit)
        }
      }
      return try backend.scores.form(of: round.id, event, in: unit)
    }
  }

  /// Saves a ready sheet with these points, and says why, as a change of a ready sheet needs.
  @discardableResult
  public func save(
    _ judge: String, _ team: String, impact: Int64, data: Int64, madeFrom revision: Int? = nil, by form: ScoringForm
  ) async throws -> Outcome {
    let sheet = Sheet(
      judge: judge, team: team,
      points: ["impact": Points(thousandths: impact), "data": Points(thousandths: data)], status: .ready)
    let backend = backend
    return try await change { event, unit in
      try backend.scores.save(sheet, madeFrom: revision, because: "entered anew", by: form, of: event, in: unit)
    }
  }
}
