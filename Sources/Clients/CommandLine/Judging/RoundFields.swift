import ArgumentParser
import Judging
import Lookup
import RankingEngine
import Vocabulary

/// What can be said of a round; what is not given stays as it is.
struct RoundFields: ParsableArguments {
  @Option(
    help: ArgumentHelp("The rubric's key, if there are several rubrics.", valueName: "key"), completion: .keys(.rubric))
  var rubric: String?
  @Option(
    help: ArgumentHelp("Only the teams of this track; \"\" means all teams.", valueName: "key"),
    completion: .keys(.track))
  var track: String?
  @Option(
    help: ArgumentHelp("The teams that opted for this prize or track, by name.", valueName: "name"))
  var opted: String?
  @Option(help: ArgumentHelp("Only these judges, such as J-01,J-02; \"\" means all judges.", valueName: "codes"))
  var judges: TypedWords?
  @Option(
    help: ArgumentHelp("The number of complete sheets that a team needs before the round closes.", valueName: "n"))
  var minimum: Int?
  @Option(
    help:
      "Whether a second person confirms scores entered for a judge: yes or no.")
  var confirm: YesOrNo?
  @Option(help: ArgumentHelp("The standard ranking method of the round.", valueName: "name")) var method: RankingMethod?

  func validate() throws {
    if track != nil, opted != nil { throw ValidationError("Give either --track or --opted.") }
  }

  /// - Parameter opted: The key of the track that `--opted` names.
  func apply(to round: inout Round.Settings, opted: String?) throws {
    if let track = opted ?? track { round.entrants = track.isBlank ? .all : .track(track) }
    if let judges { round.panel = Set(judges.words.filter { !$0.isEmpty }).sorted() }
    round.minimumSheets = minimum ?? round.minimumSheets
    if let confirm { round.asksConfirmation = confirm == .yes }
    round.method = method?.rawValue ?? round.method
  }
}
