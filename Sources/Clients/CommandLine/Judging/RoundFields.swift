import ArgumentParser
import Judging
import RankingEngine
import Vocabulary

/// What can be said of a round; what is not given stays as it is.
struct RoundFields: ParsableArguments {
  @Option(help: ArgumentHelp("The rubric, where there are several.", valueName: "key")) var rubric: String?
  @Option(help: ArgumentHelp("Only the teams of this track; \"\" takes all teams.", valueName: "key"))
  var track: String?
  @Option(help: ArgumentHelp("Only these judges, such as J-01,J-02; \"\" takes all.", valueName: "codes"))
  var judges: TypedWords?
  @Option(help: ArgumentHelp("How many complete sheets a team needs before the round closes.", valueName: "n"))
  var minimum: Int?
  @Option(
    help:
      "Whether what somebody enters for a judge waits for the eyes of somebody else (datajam score confirm): yes or no."
  )
  var confirm: YesOrNo?
  @Option(help: ArgumentHelp("How it is ranked unless said otherwise.", valueName: "name")) var method: RankingMethod?

  func apply(to round: inout Round.Settings) throws {
    if let track { round.entrants = track.isBlank ? .all : .track(track) }
    if let judges { round.panel = Set(judges.words.filter { !$0.isEmpty }).sorted() }
    round.minimumSheets = minimum ?? round.minimumSheets
    if let confirm { round.asksConfirmation = confirm == .yes }
    round.method = method?.rawValue ?? round.method
  }
}
