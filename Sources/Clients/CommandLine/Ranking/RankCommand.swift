import ArgumentParser
import CanonicalJSON
import RankingEngine
import RankingReports
import RankingSpreadsheets
import Vocabulary

/// `datajam rank FILE.csv`: ranks a spreadsheet, without any database.
struct RankCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank", abstract: "Rank a spreadsheet of scores, with how sure each place is; needs no database.",
    discussion: """
      Columns: judge, team, criterion, score; one score a row. Any decimal number is a score.
      Without --weights all criteria weigh the same; without --method the fitting one is taken and named.
      """)

  @Argument(help: "A CSV file, or - for standard input.") var file: String
  @Option(help: ArgumentHelp("A CSV file with the columns criterion, weight.", valueName: "file")) var weights: String?
  @Option(
    help: ArgumentHelp(
      "A CSV file with the column team: all who take part; and room, where rooms differ.", valueName: "file"))
  var roster: String?
  @OptionGroup var options: RankingOptions
  @Option(help: ArgumentHelp("Write a picture of the scores with their ranges.", valueName: "file.svg")) var chart:
    String?
  @Flag(help: "Add the reports: neighbours, what the podium hangs on, who scored whom, how judges scored.")
  var reports = false
  @Flag(help: "Print one JSON document.") var json = false

  func validate() throws {
    if [file, weights, roster].count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Only one file can come from standard input.")
    }
    if let chart, [file, weights, roster].contains(chart) {
      throw ValidationError("'--chart' would be written over \(quoted(chart)), which is read: choose another name.")
    }
  }

  func run() async throws {
    let files = try await RankingFiles(scores: read(file), weights: weights.map(read), roster: roster.map(read))
    let names = RankingNames(teams: files.teams, judges: files.judges, criteria: files.criteria, rooms: files.rooms)
    let notes = files.lookalikes.map { alike in
      RankingWarning(
        code: "similar-names",
        message: "These names are taken for different ones: \(alike.map(quoted).joined(separator: ", ")).")
    }
    let report: RankingReport
    do {
      report = try options.request.report(of: files.book, names, notes: notes)
    } catch {
      throw RankingRefusal(error: error, method: options.method)
    }
    if let chart { try OutputFile.write(report.chart, to: chart, option: "--chart") }
    let analysis = reports ? RankingAnalysis(report.ranking, report.book) : nil
    if json {
      Surroundings.print(report.json(with: analysis).pretty)
    } else {
      RankingText.show(report, with: analysis)
    }
  }

  private func read(_ path: String) throws -> RankingFiles.File {
    RankingFiles.File(name: path, bytes: try InputFile.read(path))
  }
}
