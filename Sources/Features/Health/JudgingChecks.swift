import Vocabulary

extension HealthCheck {
  /// Who scored whom.
  static let judgingChecks = [
    HealthCheck("judge-conflicts", "no ready sheet is of a judge in conflict") { store in
      try store.sheetsInConflict().map { sheet in
        Finding(
          .problem,
          "\(sheet.judge) scored team \"\(sheet.team)\" in round \"\(sheet.round)\" in spite of a conflict of interest "
            + "(\(sheet.kinds))", nextStep(sheet))
      }
    },
    HealthCheck("scores", "the ranks come from scores") { store in
      store.facts.isRecord
        ? [Finding(.info, "the ranks were stated: no judges, criteria or scores are known")] : []
    },
    HealthCheck("result-teams", "every team of the result to announce takes part") { store in
      try store.inactiveTeamsOfResult().map { team in
        Finding(
          .problem, "result \(team.result) gives team \"\(team.team)\" rank \(team.rank), but it is \(team.status)",
          team.isPublic ? "result retract \(team.result) --reason TEXT" : "result compute")
      }
    },
  ]

  /// An open round lets the judge recuse and a closed one is opened for it; a frozen one leaves it to two organisers.
  private static func nextStep(_ sheet: HealthStore.SheetInConflict) -> NextStep {
    switch sheet.state {
    case "open": "score recuse \(sheet.judge) \(sheet.team) --reason TEXT --round \(sheet.round)"
    case "closed": "judging reopen \(sheet.round) --reason TEXT"
    default: "judge conflict override \(sheet.judge) \(sheet.team) --reason TEXT"
    }
  }
}
