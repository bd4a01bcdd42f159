import ArgumentParser
import Backend
import Judging
import Lookup
import Postgres
import Rubrics
import Scores
import Vocabulary

/// The choice of a round, for the commands that work within one.
struct RoundOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The round's key, if there are several rounds.", valueName: "key"), completion: .keys(.round))
  var round: String?
}

extension Backend {
  /// The round of this key, otherwise the only one; for a judge, of those in which the judge has a team.
  func round(_ key: String?, of event: EventID, in snapshot: Snapshot) throws -> Round {
    guard let ownCode else { return try judging.round(key, of: event, in: snapshot) }
    return try judging.round(key, for: ownCode, of: event, in: snapshot)
  }

  /// The rubric of a round, of this key and number, or the newest; for a judge, of the round in which the judge scores.
  func rubric(
    _ key: String?, number: Int?, of round: String?, _ event: EventID, in snapshot: Snapshot
  ) throws -> StoredRubric {
    let isChosen = key != nil || number != nil
    guard round != nil || ownCode != nil && !isChosen else {
      return try rubrics.newest(key, version: number, of: event, in: snapshot)
    }
    let found: Round
    do {
      found = try self.round(round, of: event, in: snapshot)
    } catch RoundError.nothingAssigned {
      return try rubrics.newest(key, of: event, in: snapshot)
    }
    let entry = try judging.roundsInFull(of: event, in: snapshot).first { $0.round.id == found.id }
    return try rubrics.newest(entry?.rubricKey, version: entry?.rubricVersion, of: event, in: snapshot)
  }

  /// Whether what a judge did may be shown: to organisers and to that judge.
  func mayShow(_ judge: String) -> Bool { ownCode == nil || ownCode == judge }

  /// Whom two words name: a judge and a team, or with a judge's token the team alone.
  func judgeAndTeam(_ words: [String]) throws -> (judge: String, team: String) {
    if words.count == 2 {
      guard mayShow(words[0]) else { throw ScoreError.ofOtherJudge(words[0]) }
      return (words[0], words[1])
    }
    guard words.count == 1 else {
      throw UsageError(
        "One judge and one team are needed, but \(words.count) words were given.",
        hint: "Write the judge's code and the team's key, such as J-03 aurora.")
    }
    guard let ownCode else {
      throw UsageError(
        "The judge is missing: only with a judge's token the team alone says whose sheet it is.",
        hint: "Write the judge's code before the team, such as J-03 \(words[0]).")
    }
    return (ownCode, words[0])
  }
}
