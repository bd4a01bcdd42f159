import ArgumentParser
import Backend
import Lookup
import Scores
import Vocabulary

/// For which judge a command is: the one who acts, or the one whom an organiser names.
struct JudgeChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp("The judge's code, if an organiser runs the command.", valueName: "code"),
    completion: .keys(.judge))
  var judge: String?

  /// - Throws: `ScoreError.ofOtherJudge` to a judge who names another.
  static func resolve(_ given: String?, _ backend: Backend) throws -> String {
    if let wanted = given {
      guard backend.mayShow(wanted) else { throw ScoreError.ofOtherJudge(wanted) }
      return wanted
    }
    guard let judge = backend.ownCode else {
      throw UsageError(
        "It is not clear which judge is meant.",
        hint: "Name one with --judge CODE, or log in as one: \(run: "login --token-file FILE")")
    }
    return judge
  }
}
