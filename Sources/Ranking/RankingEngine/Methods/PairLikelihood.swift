/// The penalised likelihood of Bradley and Terry for the comparisons within judges' lists, and its maximum.
struct PairLikelihood {
  private static let ridge = 0.1

  /// The rivals of team i, with the number of comparisons, stand from `starts[i]` to `starts[i + 1]`.
  private var starts = [0]
  private var rivals: [Int32] = []
  private var comparisons: [Int32] = []
  /// The comparisons that each team won, with halves for ties.
  private var wins: [Double] = []

  init(of book: ScoreBook) {
    var tally = PairTally(of: book)
    for team in 0..<book.teamCount {
      var won = 0.0
      for rival in tally.rivals(of: team) {
        rivals.append(Int32(rival.team))
        comparisons.append(Int32(rival.wins + rival.losses + rival.ties))
        won += Double(rival.wins) + Double(rival.ties) / 2
      }
      wins.append(won)
      starts.append(rivals.count)
    }
  }

  /// The strengths of the maximum; the penalised likelihood is strictly concave, so that there is one.
  func maximum() -> [Double] {
    var strengths = [Double](repeating: 0, count: wins.count)
    for _ in 0..<100 {
      let (gradient, curvatures) = derivatives(at: strengths)
      let step = direction(gradient, curvatures)
      strengths = advanced(strengths, by: step)
      if step.allSatisfy({ abs($0) < 1e-10 }) { break }
    }
    return strengths
  }

  /// The gradient, and for each pair what it adds to the curvature.
  private func derivatives(at strengths: [Double]) -> (gradient: [Double], curvatures: [Double]) {
    var gradient = wins
    var curvatures = [Double](repeating: 0, count: rivals.count)
    for team in wins.indices {
      for pair in starts[team]..<starts[team + 1] {
        let odds = exponential(strengths[Int(rivals[pair])] - strengths[team])
        let chance = 1 / (1 + odds)
        let expected = Double(comparisons[pair]) * chance
        gradient[team] -= expected
        curvatures[pair] = expected * odds * chance
      }
      gradient[team] -= Self.ridge * strengths[team]
    }
    return (gradient, curvatures)
  }

  /// Newton's step, by conjugate gradients: the curvature is sparse, and the ridge keeps it far from singular.
  private func direction(_ gradient: [Double], _ curvatures: [Double]) -> [Double] {
    var step = [Double](repeating: 0, count: gradient.count)
    var (residual, search) = (gradient, gradient)
    var size = dot(residual, residual)
    let enough = size * 1e-16
    for _ in 0..<1000 where size > enough {
      let image = curved(search, curvatures)
      let length = size / dot(search, image)
      for index in step.indices {
        step[index] += length * search[index]
        residual[index] -= length * image[index]
      }
      let next = dot(residual, residual)
      for index in search.indices { search[index] = residual[index] + next / size * search[index] }
      size = next
    }
    return step
  }

  private func curved(_ vector: [Double], _ curvatures: [Double]) -> [Double] {
    vector.indices.map { team in
      (starts[team]..<starts[team + 1]).reduce(Self.ridge * vector[team]) { sum, pair in
        sum + curvatures[pair] * (vector[team] - vector[Int(rivals[pair])])
      }
    }
  }

  /// The strengths after the step, or after so much of it that the likelihood does not fall.
  private func advanced(_ strengths: [Double], by step: [Double]) -> [Double] {
    let value = value(at: strengths)
    var share = 1.0
    while true {
      let next = zip(strengths, step).map { $0 + share * $1 }
      if self.value(at: next) >= value - 1e-12 * abs(value) || share < 1e-6 { return next }
      share /= 2
    }
  }

  private func value(at strengths: [Double]) -> Double {
    var value = 0.0
    for team in wins.indices {
      let own = strengths[team]
      value += wins[team] * own - Self.ridge / 2 * own * own
      for pair in starts[team]..<starts[team + 1] {
        let rival = strengths[Int(rivals[pair])]
        // Each pair is met from both sides, and counts half from either.
        value -= Double(comparisons[pair]) / 2 * (max(own, rival) + logarithm(1 + exponential(-abs(own - rival))))
      }
    }
    return value
  }
}

/// The sum of products.
func dot(_ one: [Double], _ other: [Double]) -> Double {
  var sum = 0.0
  for index in one.indices { sum += one[index] * other[index] }
  return sum
}
