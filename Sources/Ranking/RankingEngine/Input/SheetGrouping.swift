/// Ratings brought together into sheets that stand by team and then by judge.
struct SheetGrouping {
  private(set) var teams: [Int] = []
  private(set) var judges: [Int] = []
  private(set) var points: [Int64] = []

  init(_ ratings: [Rating], teamCount: Int, judgeCount: Int, criterionCount: Int) throws(ScoringError) {
    // Most files have the scores of a sheet one behind the other, so that only where they begin has to be sorted.
    let runs = Self.runs(in: ratings)
    let byJudge = countingSort(runs.indices.dropLast(), count: judgeCount) { ratings[runs[$0]].judge }
    let order = countingSort(byJudge, count: teamCount) { ratings[runs[$0]].team }
    teams.reserveCapacity(order.count)
    judges.reserveCapacity(order.count)
    points.reserveCapacity(max(ratings.count, order.count * criterionCount))
    for run in order {
      let first = ratings[runs[run]]
      if teams.last != first.team || judges.last != first.judge {
        teams.append(first.team)
        judges.append(first.judge)
        for _ in 0..<criterionCount { points.append(ScoreBook.missing) }
      }
      let start = (teams.count - 1) * criterionCount
      for index in runs[run]..<runs[run + 1] {
        let rating = ratings[index]
        guard points[start + rating.criterion] == ScoreBook.missing else {
          throw .ratedTwice(judge: rating.judge, team: rating.team, criterion: rating.criterion)
        }
        points[start + rating.criterion] = rating.points
      }
    }
  }

  /// Where ratings of one judge and one team begin that follow each other, and, last, where all end.
  private static func runs(in ratings: [Rating]) -> [Int] {
    var runs: [Int] = []
    var (team, judge) = (-1, -1)
    for (index, rating) in ratings.enumerated() where rating.team != team || rating.judge != judge {
      (team, judge) = (rating.team, rating.judge)
      runs.append(index)
    }
    return runs + [ratings.count]
  }
}

/// Indices in the order of their keys; equal keys keep their order. Keys run from 0 below `count`.
func countingSort(_ indices: some Collection<Int>, count: Int, by key: (Int) -> Int) -> [Int] {
  var next = starts(of: indices, count: count, by: key)
  return [Int](unsafeUninitializedCapacity: indices.count) { sorted, initialized in
    for index in indices {
      let place = key(index)
      sorted[next[place]] = index
      next[place] += 1
    }
    initialized = indices.count
  }
}

/// Where the run of each key begins once sorted, and, last, where all end.
func starts(of indices: some Collection<Int>, count: Int, by key: (Int) -> Int) -> [Int] {
  var starts = [Int](repeating: 0, count: count + 1)
  for index in indices { starts[key(index) + 1] += 1 }
  for place in 0..<count { starts[place + 1] += starts[place] }
  return starts
}
