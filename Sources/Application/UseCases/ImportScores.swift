public import Postgres
public import ScoreTables
public import Scores
public import Vocabulary

extension RowImport {
  /// Imports scores, one a row (`judge,team,criterion,score`) or from a wide table, all of them or none.
  ///
  /// A sheet with every required criterion is ready; one without stays a draft, which is not ranked. What the file says
  /// nothing of stays as it is. The file is read piece by piece, and its scores are kept close together in memory.
  /// - Parameters:
  ///   - settings: What the columns are, where their names do not tell it.
  ///   - reason: Why ready sheets are changed, where any is.
  public func scores(
    _ file: some ImportableFile, as settings: ScoreTableSettings = ScoreTableSettings(), by form: ScoringForm,
    because reason: String? = nil, of event: EventID,
    service: ScoresService, in unit: UnitOfWork
  ) throws -> ImportReport {
    var intake = try ScoreFileReader(file, settings)
    var batch = try service.batch(by: form, of: event, in: unit)
    try intake.readAll(into: &batch)
    var report = intake.report
    let result = try service.save(
      batch, because: reason, isRehearsal: !report.problems.isEmpty, of: event, in: unit)
    report.outcomes = result.outcomes
    report.problems += result.refusals.map { ImportProblem($0.error, row: $0.row, line: $0.line) }
    guard report.problems.isEmpty else {
      report.problems.sort { ($0.row, $0.column ?? "") < ($1.row, $1.column ?? "") }
      throw ImportError.rejected(report, file: file.name)
    }
    return report
  }
}

extension ImportProblem {
  /// What an error means for the row where a sheet begins.
  fileprivate init(_ error: ScoreError, row: Int, line: Int) {
    self.init(
      row: row, line: line, cell: nil, column: nil, value: nil, code: "cell",
      message: error.explanation.sentences)
  }
}
