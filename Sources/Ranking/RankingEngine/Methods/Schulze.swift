/// The strongest paths between teams in the judges' comparisons, by winning votes (Schulze 2011).
///
/// Made for judges who scored nearly all teams: a pair is compared by the judges who scored both, so that two teams with
/// many judges in common weigh more than two with few. Teams of different connected parts are not comparable.
public enum Schulze {
  /// - Throws: `unmetPrecondition` when fewer than two teams have a sheet, or no judge has scored two.
  public static func requirements(of book: ScoreBook) throws(ScoringError) { try book.requireComparisons() }

  /// The score of each team, a whole number; nil without a sheet.
  ///
  /// It is the number of teams of its connected part that the team beats, less those that beat it: a beats b where the
  /// strongest path from a to b is stronger than the one back. A path is as strong as its weakest step, a step from a to b
  /// has the votes of the judges who prefer a, if they are more than those who prefer b. Totals are compared as rounded
  /// to 9 decimals.
  /// - Complexity: per part, the cube of its teams in time and four times their square in bytes: half a second for 1,000
  ///   teams, some ten minutes and 400 MB for 10,000.
  public static func scores(of book: ScoreBook) -> [Double?] {
    let parts = Components(of: book).teamsByPart
    var scores = [Double?](repeating: nil, count: book.teamCount)
    var tally = PairTally(of: book)
    var place = [Int](repeating: 0, count: book.teamCount)
    for teams in parts {
      for (index, team) in teams.enumerated() { place[team] = index }
      var strength = [Int32](repeating: 0, count: teams.count * teams.count)
      for (index, team) in teams.enumerated() {
        for rival in tally.rivals(of: team) where rival.wins > rival.losses {
          strength[index * teams.count + place[rival.team]] = Int32(rival.wins)
        }
      }
      widen(&strength, order: teams.count)
      for (team, margin) in zip(teams, margins(strength, order: teams.count)) { scores[team] = Double(margin) }
    }
    return scores
  }

  /// Turns the strengths of steps, row by row, into those of the strongest paths (Floyd and Warshall).
  static func widen(_ strength: inout [Int32], order: Int) {
    strength.withUnsafeMutableBufferPointer { strength in
      guard let base = strength.baseAddress else { return }
      for middle in 0..<order {
        for start in 0..<order {
          let first = strength[start * order + middle]
          guard first > 0, start != middle else { continue }
          widenRow(base + start * order, by: base + middle * order, first, order)
        }
      }
    }
  }

  /// Lets a row of paths take another's as second steps behind a first one; eight numbers at a time.
  @inline(__always)
  private static func widenRow(
    _ row: UnsafeMutablePointer<Int32>, by other: UnsafeMutablePointer<Int32>, _ first: Int32, _ order: Int
  ) {
    let (paths, steps) = (UnsafeMutableRawPointer(row), UnsafeRawPointer(other))
    let firsts = SIMD8(repeating: first)
    var end = 0
    while end + 8 <= order {
      let offset = end * MemoryLayout<Int32>.stride
      let path = pointwiseMin(firsts, steps.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int32>.self))
      let widest = pointwiseMax(paths.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int32>.self), path)
      paths.storeBytes(of: widest, toByteOffset: offset, as: SIMD8<Int32>.self)
      end += 8
    }
    while end < order {
      row[end] = max(row[end], min(first, other[end]))
      end += 1
    }
  }

  private static func margins(_ strength: [Int32], order: Int) -> [Int] {
    (0..<order).map { one in
      (0..<order).reduce(0) { margin, other in
        let (there, back) = (strength[one * order + other], strength[other * order + one])
        return margin + (there > back ? 1 : there < back ? -1 : 0)
      }
    }
  }
}
