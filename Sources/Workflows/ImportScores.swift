public import Competition
public import Postgres
public import Scores

extension ImportJourney {
  /// Imports scores, one a row: `judge,team,criterion,score`. A sheet with every required criterion is ready; one without stays a
  /// draft, which is not ranked.
  public func scores(
    _ bytes: [UInt8], file: String, by form: ScoringForm, of event: EventID, service: ScoresService,
    in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(ScoreImporter(service: service, form: form), bytes, file: file, of: event, in: unit)
  }
}

struct ScoreImporter: Importer {
  static let noun = "sheet"
  static let requiredColumns = ["judge", "team", "criterion", "score"]
  static let optionalColumns: [String] = []

  let service: ScoresService
  let form: ScoringForm

  private struct Pair: Hashable {
    let judge: String
    let team: String
  }

  func items(from rows: [ImportRow]) -> (items: [(item: Sheet, row: ImportRow)], problems: [ImportProblem]) {
    var sheets: [Pair: Sheet] = [:]
    var order: [(pair: Pair, row: ImportRow)] = []
    var problems: [ImportProblem] = []
    for row in rows {
      do {
        let pair = Pair(judge: try row.required("judge"), team: try row.required("team"))
        let (criterion, points) = (try criterion(of: row), try points(of: row))
        if sheets[pair] == nil { order.append((pair, row)) }
        var sheet = sheets[pair] ?? Sheet(judge: pair.judge, team: pair.team, points: [:], status: .draft)
        guard sheet.points.updateValue(points, forKey: criterion) == nil else {
          throw row.problem(
            "criterion", criterion,
            "\(pair.judge) scores \(quoted(criterion)) of team \(quoted(pair.team)) twice in this file.")
        }
        sheets[pair] = sheet
      } catch {
        problems.append(row.problem(from: error))
      }
    }
    let items = order.compactMap { pair, row in
      sheets[pair].map { sheet in
        var sheet = sheet
        sheet.status = form.missing(in: sheet.points).isEmpty ? .ready : .draft
        return (item: sheet, row: row)
      }
    }
    return (items, problems)
  }

  func save(_ sheet: Sheet, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.save(sheet, by: form, of: event, in: unit)
  }

  private func criterion(of row: ImportRow) throws -> String {
    let key = try row.required("criterion")
    guard form.questions.contains(where: { $0.key == key }) else {
      throw row.problem(
        "criterion", key, ScoreError.unknownCriterion(key, known: form.questions.map(\.key)).explanation.message)
    }
    return key
  }

  private func points(of row: ImportRow) throws -> Points {
    let points = try row.requiredPoints("score")
    guard let question = form.questions.first(where: { $0.key == row.text("criterion") }),
      let fault = form.fault(of: points, for: question)
    else { return points }
    throw row.problem("score", row.text("score"), fault.explanation.message)
  }
}
