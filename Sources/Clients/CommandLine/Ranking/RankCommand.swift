import ArgumentParser
import CanonicalJSON
import Files
import RankingEngine
import RankingReports
import RankingSpreadsheets
import Vocabulary

/// `datajam rank FILE.csv`: ranks a spreadsheet, without any database.
struct RankCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "rank", "Rank a spreadsheet of scores, with the certainty of each rank. No database is needed.",
    more: """
      Columns: judge, team, criterion, score, with one score in each row. Wide tables are read too: a row for \
      each sheet with a column for each criterion, or a row for each team with a column for each judge. The \
      program says what it takes for what, and leaves out totals. A score is any decimal number. \
      Without --weights, all criteria count the same. If the criteria have different ranges, name them with \
      --scale: then each criterion counts by its share of its range. Without --method, the program chooses a \
      method and names it.
      """,
    examples: "datajam rank scores.csv --weights weights.csv --chart scores.svg",
    "datajam rank matrix.csv --not-judged blank")

  @Argument(help: "A CSV, .xlsx or .ods file; - reads standard input.", completion: .file()) var file: String
  @OptionGroup var sheets: SheetOptions
  @Option(help: ArgumentHelp("A CSV file with the columns criterion, weight.", valueName: "file"), completion: .file())
  var weights: String?
  @Option(
    help: ArgumentHelp(
      "A CSV file with the column team for all teams, and room if rooms differ.", valueName: "file"),
    completion: .file())
  var roster: String?
  @Option(
    help: ArgumentHelp(
      "The lowest and highest score of a criterion; repeat the option for each.", valueName: "criterion=0..10"))
  var scale: [String] = []
  @OptionGroup(title: ScoreColumnOptions.title) var columns: ScoreColumnOptions
  @OptionGroup var options: RankingOptions
  @Option(
    help: ArgumentHelp("Draw the scores with their ranges to an SVG file.", valueName: "file.svg"), completion: .file())
  var chart: String?
  @Flag(help: "Add reports on neighbouring ranks, the first ranks, assignments and judges.")
  var reports = false
  @Flag(help: "Print the answer as one JSON document.") var json = false

  func validate() throws {
    if [file, weights, roster].count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Only one file can come from standard input.")
    }
    if let chart, [file, weights, roster].contains(chart) {
      throw ValidationError("'--chart' would be written over \(quoted(chart)), which is read: choose another name.")
    }
  }

  func run() async throws {
    let files = try await RankingFiles(
      scores: RankingFiles.File(name: file, bytes: TableFile.read(file, sheets)), as: columns.settings,
      weights: weights.map(read), roster: roster.map(read), scales: scales())
    let names = RankingNames(teams: files.teams, judges: files.judges, criteria: files.criteria, rooms: files.rooms)
    let notes = files.lookalikes.map { alike in
      RankingWarning(
        code: "similar-names",
        message: "These names are taken for different ones: \(alike.map(quoted).joined(separator: ", ")).")
    }
    let reading = json ? files.reading.map { RankingWarning(code: "table-read", message: $0) } : []
    if !json { files.reading.forEach { Console.say($0) } }
    let spans = files.spanWarning.map { [RankingWarning(code: "uneven-spans", message: $0)] } ?? []
    let report: RankingReport
    do {
      report = try options.request.report(of: files.book, names, notes: reading + notes + spans)
    } catch {
      throw RankingRefusal(error: error, method: options.method)
    }
    if let chart { try OutputFile.write(report.chart, to: chart, for: .owner, option: "--chart") }
    let analysis = reports ? RankingAnalysis(report.ranking, report.book) : nil
    if json {
      Console.print(report.json(with: analysis).pretty)
    } else {
      RankingText.show(report, with: analysis)
    }
  }

  private func scales() throws -> [RankingFiles.Scale] {
    try scale.map { text in
      guard let equals = text.lastIndex(of: "="), equals > text.startIndex,
        let dots = text[equals...].firstRange(of: "..")
      else { throw ValidationError("'--scale' takes CRITERION=LOWEST..HIGHEST, but \(quoted(text)) was given.") }
      return RankingFiles.Scale(
        criterion: String(text[..<equals]), lowest: String(text[text.index(after: equals)..<dots.lowerBound]),
        highest: String(text[dots.upperBound...]))
    }
  }

  private func read(_ path: String) throws -> RankingFiles.File {
    RankingFiles.File(name: path, bytes: try TableFile.read(path))
  }
}
