import RankingReports

/// The words of an explanation in English.
struct EnglishExplanation: ExplanationWording {
  func title(_ team: String, rank: Int) -> String { "Why \(team) has rank \(rank)" }
  func place(_ rank: Int, of count: Int) -> String { "Rank \(rank) of \(count)" }
  func method(_ name: String) -> String { "method \(name)" }
  func computed(_ time: String, result: Int) -> String { "computed \(time), result \(result)" }
  func chances(first: String, ranks: ClosedRange<Int>) -> String {
    let range = ranks.count == 1 ? "\(ranks.lowerBound)" : "from \(ranks.lowerBound) to \(ranks.upperBound)"
    return "First with \(first); 9 times in 10 its rank is \(range)."
  }
  func tie(_ rung: String) -> String { "Its score ties with another's; decided by: \(rung)." }
  let provisional = "Provisional: too few judges scored it to win a prize."
  func decision(_ words: String) -> String { words }
  let embargo = "EMBARGOED: for the organisers and this team only, until the result is announced."

  func column(_ column: ExplanationColumn) -> String {
    switch column {
    case .judge: "judge"
    case .sheet: "sheet"
    case .total: "weighted"
    case .severityInPoints, .severity: "severity"
    case .note: "note"
    case .says: "says"
    case .weight: "weight"
    case .adds: "adds"
    }
  }

  let flagged = "flagged"

  func totals(countShares: Bool) -> String {
    countShares
      ? "A weighted total is the sum of the shares times the weights. A share goes from 0 to 100: it is 100 times the points above "
        + "the lowest, divided by the range."
      : "A weighted total is the sum of the points times the weights."
  }

  func mean(_ sum: String, _ count: Int, _ score: String) -> String {
    "The score is the mean of the weighted totals: (\(sum)) / \(count) = \(score)."
  }

  let introduction = """
    How the score comes about. Each sheet says how good the team is, on a scale where 0 is an average team. What its judge \
    adds to every team (severity) is taken off. The rest counts with the weight of the sheet: adds = weight x (says - severity). \
    A sheet weighs less if it, or its judge, agrees little with the others.
    """

  func sum(_ adds: String) -> String { "Sum of what the sheets add: \(adds)." }
  func room(_ adds: String, _ quality: String) -> String { "The room adds \(adds): \(quality)." }
  func weights(_ sum: String, rest: String, sheets: Int) -> String {
    "The weights sum to \(sum). The rest, \(rest), counts as an average team, because "
      + "\(sheets == 1 ? "1 sheet proves" : "\(sheets) sheets prove") only so much."
  }
  func conversion(_ points: [(quality: String, score: String)]) -> String {
    "On the scale of the rubric: \(points.map { "\($0.quality) is \($0.score)" }.joined(separator: ", "))."
  }

  func neighbour(_ side: NeighbourSide, rank: Int, name: String?, by distance: String?) -> String {
    let named = name.map { ", \($0)" } ?? ""
    let by = distance.map { ", by \($0)" } ?? ""
    switch side {
    case .ahead: return "Ahead: rank \(rank)\(named)\(by)."
    case .behind: return "Behind: rank \(rank)\(named)\(by)."
    case .shared: return "On the same rank: \(name ?? "another team")."
    }
  }

  func isBetter(_ name: String?, _ chance: String, isTooClose: Bool) -> String {
    "\(name ?? "That team") is better with \(chance)\(isTooClose ? ": too close to call." : ".")"
  }

  let noChange = "Leaving out any one judge does not change the rank."

  func changes(_ changes: [(judge: String?, rank: Int)]) -> String {
    let words = changes.map { change in
      change.judge.map { "without \($0) it would be \(change.rank)" }
        ?? "without one of them it would be \(change.rank)"
    }
    return "The rank depends on single judges: \(words.joined(separator: ", "))."
  }

  func chartTitle(_ team: String) -> String { "What each sheet says of \(team)" }

  func chartLabel(_ label: ChartLabel) -> String {
    switch label {
    case .averageTeam: "average team"
    case .team: "the team"
    case .says: "what the sheet says"
    case .counts: "what counts, without the judge's severity; a larger circle weighs more"
    }
  }

  func proof(result: Int, sha256: String, by command: String) -> String {
    "Result \(result), SHA-256 \(sha256). With the result's file, anybody can compute it again: \(command)."
  }

  func number(_ value: Double, _ digits: Int) -> String { fixed(value, digits) }
  func percent(_ probability: Double) -> String { RankingReports.percent(probability) }
}
