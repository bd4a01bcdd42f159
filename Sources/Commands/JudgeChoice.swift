import ArgumentParser
import Backend
import Competition

/// For which judge a command is: the one who acts, or the one whom an organiser names.
struct JudgeChoice: ParsableArguments {
  @Option(help: ArgumentHelp("The judge, where an organiser acts.", valueName: "code"))
  var judge: String?

  static func resolve(_ given: String?, _ backend: Backend) throws -> String {
    switch (given, backend.judgeWhoActs) {
    case (let wanted?, let judge?) where wanted != judge: throw NotYours(judge: judge, wanted: wanted)
    case (_, let judge?): return judge
    case (let wanted?, nil): return wanted
    case (nil, nil):
      throw UsageError(
        "It is not clear which judge is meant.",
        hint: "Name one with --judge CODE, or log in as one: datajam login --token-file FILE")
    }
  }

  /// Whoever acts by a judge's token meets their own sheets only.
  struct NotYours: ExplainedError {
    let judge: String
    let wanted: String

    var explanation: Explanation {
      Explanation(
        .notAllowed, code: "not-your-sheet", "You are \(judge), so the sheets of \(quoted(wanted)) are not yours.",
        hint: "Leave the judge out to work on your own.")
    }
  }
}
