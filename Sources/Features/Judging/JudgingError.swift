public import Vocabulary

/// Why judging cannot go on as asked.
public enum JudgingError: ExplainedError, Equatable {
  case unusableCode(String)
  case blankName(String)
  case alreadyThere(String)
  case unusableWord(String)
  case emailTaken(String)
  case hasSheets(String)
  case ofFrozenRound(String)
  case wrongInvitation
  case unknownJudge(String, nearest: String?)
  case unknownTeam(String, nearest: String?)
  case unknownRound(String, nearest: String?)
  case noRound
  case severalRounds([String])
  case wrongState(round: String, state: Round.State, wanted: Round.State)
  case conflict(judge: String, team: String)
  case rubricInUse(round: String)

  public var explanation: Explanation {
    switch self {
    case .unusableCode(let code):
      Explanation(
        .badData, code: "unusable-judge-code",
        "\(quoted(code)) cannot be a judge's code: it takes 1 to 20 letters, digits and dashes.",
        hint: "Write it like J-03.")
    case .blankName(let code): Explanation(.badData, code: "blank-name", "The judge \(quoted(code)) has no name.")
    case .alreadyThere(let code):
      Explanation(
        .refused, code: "judge-exists", "There is a judge \(quoted(code)) already.",
        hint: "To change what is known: \(run: "judge set \(code) --name NAME")")
    case .unusableWord(let word):
      Explanation(
        .badData, code: "unusable-word", "\(quoted(word)) cannot be a word of expertise: it holds a comma.",
        hint: "Write single words with commas between them, such as maps,statistics.")
    case .emailTaken(let address):
      Explanation(
        .refused, code: "email-taken", "Another judge of the event has the e-mail address \(quoted(address)).",
        hint: "See them: \(run: "judge list")")
    case .hasSheets(let code):
      Explanation(
        .refused, code: "judge-has-sheets",
        "The judge \(quoted(code)) has saved sheets, which are kept with the judge.",
        hint: "To keep the judge from a team: \(run: "judge conflict add \(code) TEAM --reason TEXT")")
    case .ofFrozenRound(let code):
      Explanation(
        .refused, code: "judge-of-frozen-round",
        "The judge \(quoted(code)) has teams in a round that is frozen, and is kept with it.",
        hint: "To take out who it is: \(run: "judge erase \(code)")")
    case .wrongInvitation:
      Explanation(
        .notAllowed, code: "wrong-code", "This code lets nobody in: it is wrong, was used, or has expired.",
        hint: "Copy it whole from the invitation, or ask an organiser for another: \(run: "judge invite CODE")")
    case .unknownJudge(let code, let nearest):
      .unknown("judge", code, nearest: nearest, otherwise: "List them: \(run: "judge list")")
    case .unknownTeam(let key, let nearest):
      .unknown("team", key, nearest: nearest, otherwise: "List them: \(run: "team list")")
    case .unknownRound(let key, let nearest):
      .unknown("round", key, nearest: nearest, otherwise: "Open one: \(run: "judging open KEY")")
    case .noRound:
      Explanation(
        .notFound, code: "no-round", "The event has no round of judging yet.",
        hint: "Open one: \(run: "judging open main")")
    case .severalRounds(let keys):
      Explanation(
        .usage, code: "which-round", "There are several rounds: \(keys.joined(separator: ", ")).",
        hint: "Say which one with --round KEY.")
    case .wrongState(let round, let state, let wanted):
      Explanation(
        .refused, code: "round-\(state.rawValue)",
        "The round \(quoted(round)) is \(state.rawValue), so it cannot become \(wanted.rawValue).",
        hint: "See the rounds: \(run: "round list")")
    case .conflict(let judge, let team):
      Explanation(
        .refused, code: "judge-in-conflict", "\(judge) has a conflict of interest with team \(quoted(team)).",
        hint: "See why: \(run: "judge conflict list --judge \(judge) --team \(team)")")
    case .rubricInUse(let round):
      Explanation(
        .refused, code: "rubric-in-use",
        "The round \(quoted(round)) has scores already, so it keeps the rubric version that they were given by.",
        hint: "Open a further round for the new version.")
    }
  }
}
