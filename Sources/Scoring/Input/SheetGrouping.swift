/// Ratings brought together into sheets that stand by team and then by judge.
struct SheetGrouping {
  private(set) var teams: [Int] = []
  private(set) var judges: [Int] = []
  private(set) var points: [Int64] = []

  init(_ ratings: [Rating], teamCount: Int, judgeCount: Int, criterionCount: Int) throws(ScoringError) {
    let byJudge = countingSort(Array(ratings.indices), by: ratings.map(\.judge), count: judgeCount)
    let order = countingSort(byJudge, by: ratings.map(\.team), count: teamCount)
    teams.reserveCapacity(ratings.count / criterionCount + 1)
    judges.reserveCapacity(ratings.count / criterionCount + 1)
    points.reserveCapacity(ratings.count)
    for index in order {
      let rating = ratings[index]
      if teams.last != rating.team || judges.last != rating.judge {
        teams.append(rating.team)
        judges.append(rating.judge)
        for _ in 0..<criterionCount { points.append(ScoreBook.missing) }
      }
      let cell = (teams.count - 1) * criterionCount + rating.criterion
      guard points[cell] == ScoreBook.missing else {
        throw .ratedTwice(judge: rating.judge, team: rating.team, criterion: rating.criterion)
      }
      points[cell] = rating.points
    }
  }
}

/// Indices in the order of their keys; equal keys keep their order. Keys run from 0 below `count`.
func countingSort(_ indices: [Int], by keys: [Int], count: Int) -> [Int] {
  var next = starts(of: keys, count: count)
  var sorted = [Int](repeating: 0, count: indices.count)
  for index in indices {
    sorted[next[keys[index]]] = index
    next[keys[index]] += 1
  }
  return sorted
}

/// Where the run of each key begins once sorted, and, last, where all end.
func starts(of keys: [Int], count: Int) -> [Int] {
  var starts = [Int](repeating: 0, count: count + 1)
  for key in keys { starts[key + 1] += 1 }
  for key in 0..<count { starts[key + 1] += starts[key] }
  return starts
}
