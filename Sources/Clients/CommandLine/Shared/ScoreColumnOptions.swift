public import ArgumentParser
public import ScoreTables
import Vocabulary

/// What the columns of a table of scores are, where their names do not tell it; shared by `rank` and `score import`.
struct ScoreColumnOptions: ParsableArguments {
  static let title = "Wide tables"

  @Option(help: ArgumentHelp("The column that names the judge.", valueName: "column")) var judgeColumn: String?
  @Option(help: ArgumentHelp("The column that names the team.", valueName: "column")) var teamColumn: String?
  @Option(
    help: ArgumentHelp("The columns of scores, with commas between them.", valueName: "column,column"))
  var scoreColumns: [String] = []
  @Option(
    help: ArgumentHelp("What each column of scores is: criteria, judges or teams.", valueName: "kind"))
  var columnsAre: ScoreTableSettings.Across?
  @Option(
    help: ArgumentHelp(
      "Cells that mean \"not judged\": blank or 0; repeat the option for both.", valueName: "blank|0"))
  var notJudged: [ScoreTableSettings.NotJudged] = []
  @Flag(help: "If a judge answered several times on a team, the last row counts.") var last = false

  var settings: ScoreTableSettings {
    var settings = ScoreTableSettings()
    settings.judge = judgeColumn
    settings.team = teamColumn
    settings.scores = scoreColumns
    settings.across = columnsAre
    settings.notJudged = Set(notJudged)
    settings.lastCounts = last
    return settings
  }
}

extension ScoreTableSettings.Across: ExpressibleByArgument {}
extension ScoreTableSettings.NotJudged: ExpressibleByArgument {}
