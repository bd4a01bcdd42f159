/// Ratings brought together into sheets that stand by team and then by judge.
struct SheetGrouping {
  private(set) var teams: [Int] = []
  private(set) var judges: [Int] = []
  private(set) var points: [Int64] = []

  init(_ ratings: [Rating], teamCount: Int, judgeCount: Int, criterionCount: Int) throws(ScoringError) {
    let byJudge = countingSort(ratings.indices, count: judgeCount) { ratings[$0].judge }
    let order = countingSort(byJudge, count: teamCount) { ratings[$0].team }
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
