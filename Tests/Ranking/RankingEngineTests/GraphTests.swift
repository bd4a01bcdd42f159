import Testing

@testable import RankingEngine

/// Parts, cuts, weak links and connectivity against slow ways to the same answer.
@Suite struct GraphTests {
  /// Sparse enough for rings, bridges and lone parts.
  static func books() throws -> [ScoreBook] {
    try (1...300 as ClosedRange<UInt64>).compactMap { seed in
      let share = [0.2, 0.25, 0.3, 0.4][Int(seed % 4)]
      let design = RandomDesign(teams: 8, judges: 6 + Int(seed % 5), share: share)
      let sheets = design.sheets(seed: seed)
      return sheets.isEmpty ? nil : try design.book(sheets)
    }
  }

  /// The teams of each part that is left, without the sheets that are taken out.
  static func parts(_ book: ScoreBook, without removed: (Int) -> Bool = { _ in false }) -> Set<Set<Int>> {
    var parts = (0..<book.teamCount).filter { !book.sheets(ofTeam: $0).isEmpty }.map { Set([$0]) }
    for judge in 0..<book.judgeCount {
      let teams = book.sheets(ofJudge: judge).filter { !removed($0) }.map { book.teams[$0] }
      let joined = parts.filter { !$0.isDisjoint(with: teams) }
      parts = parts.filter { $0.isDisjoint(with: teams) }
      if !joined.isEmpty { parts.append(joined.reduce(Set()) { $0.union($1) }) }
    }
    return Set(parts)
  }

  @Test func partsAreThoseOfSlowMerging() throws {
    for book in try Self.books() {
      let components = Components(of: book)
      #expect(Set(components.teamsByPart.map { Set($0) }) == Self.parts(book))
      #expect(components.teamsByPart.map { $0[0] } == components.teamsByPart.map { $0[0] }.sorted())
      for sheet in 0..<book.sheetCount {
        #expect(components.team[book.teams[sheet]] == components.judge[book.judges[sheet]])
      }
    }
  }

  @Test func cutsAreThoseWithoutWhomThereAreMoreParts() throws {
    for book in try Self.books() {
      let (report, whole) = (DesignReport(of: book), Self.parts(book).count)
      let judges = (0..<book.judgeCount).filter { judge in
        Self.parts(book) { book.judges[$0] == judge }.count > whole
      }
      // Without its sheets the team itself is one part more, or the same one if it stood alone.
      let teams = (0..<book.teamCount).filter { team in
        Self.parts(book) { book.teams[$0] == team }.filter { $0 != [team] }.count > whole
      }
      #expect(report.cutJudges == judges && report.cutTeams == teams)
    }
  }

  @Test func weakLinksAreThoseOfTryingAllPairs() throws {
    var found = (single: 0, double: 0)
    for book in try Self.books() {
      let links = DesignReport(of: book).weakLinks
      let whole = Self.parts(book)
      func side(_ removed: Set<Int>) -> Int {
        Self.parts(book) { removed.contains($0) }.subtracting(whole).map(\.count).min() ?? 0
      }
      let bridges = (0..<book.sheetCount).filter { Self.isBridge($0, book) }
      #expect(
        links.filter { $0.sheets.count == 1 }
          == bridges.map { WeakLink(sheets: [$0], teamCount: side([$0])) }.filter { $0.teamCount >= 2 })
      let rings = Self.rings(book, except: Set(bridges))
      let best = rings.map { ring in
        ring.flatMap { one in ring.filter { $0 > one }.map { side([one, $0]) } }.max() ?? 0
      }
      let pairs = links.filter { $0.sheets.count == 2 }
      #expect(pairs.map(\.teamCount).sorted() == best.filter { $0 >= 2 }.sorted())
      for pair in pairs {
        #expect(side(Set(pair.sheets)) == pair.teamCount && rings.contains { $0.isSuperset(of: pair.sheets) })
      }
      found = (found.single + links.count - pairs.count, found.double + pairs.count)
    }
    #expect(found.single > 20 && found.double > 20)
  }

  /// How many parts of teams and judges there are without some sheets.
  private static func count(_ book: ScoreBook, without removed: Set<Int>) -> Int {
    var label = Array(0..<book.teamCount + book.judgeCount)
    for sheet in 0..<book.sheetCount where !removed.contains(sheet) {
      let (one, other) = (label[book.teams[sheet]], label[book.teamCount + book.judges[sheet]])
      label = label.map { $0 == other ? one : $0 }
    }
    return Set(label).count
  }

  private static func isBridge(_ sheet: Int, _ book: ScoreBook) -> Bool {
    count(book, without: [sheet]) > count(book, without: [])
  }

  /// The sets of sheets of which any two cut, and none alone.
  private static func rings(_ book: ScoreBook, except bridges: Set<Int>) -> Set<Set<Int>> {
    let whole = count(book, without: [])
    let sheets = (0..<book.sheetCount).filter { !bridges.contains($0) }
    return Set(
      sheets.map { one in
        Set(sheets.filter { $0 == one || count(book, without: [one, $0]) > whole })
      })
  }

  @Test func connectivityIsTheSecondEigenvalue() throws {
    var compared = 0
    for (teams, judges, share) in [
      (8, 6, 0.4), (6, 9, 0.4), (30, 20, 0.2), (20, 30, 0.15), (60, 40, 0.08), (3, 5, 0.8),
    ] {
      for seed in 1...6 as ClosedRange<UInt64> {
        let design = RandomDesign(teams: teams, judges: judges, share: share)
        let book = try design.book(design.sheets(seed: seed))
        guard let value = DesignReport(of: book).algebraicConnectivity else { continue }
        #expect(abs(value - Self.secondEigenvalue(book)) < 1e-9)
        compared += 1
      }
    }
    #expect(compared > 15)
  }

  /// All eigenvalues of D^-1/2 S D^-1/2 by Jacobi's rotations.
  private static func secondEigenvalue(_ book: ScoreBook) -> Double {
    let judges = (0..<book.judgeCount).filter { !book.sheets(ofJudge: $0).isEmpty }
    var matrix = judges.map { one in judges.map { $0 == one ? 1.0 : 0 } }
    for team in 0..<book.teamCount {
      let own = book.sheets(ofTeam: team).compactMap { judges.firstIndex(of: book.judges[$0]) }
      for one in own {
        for other in own {
          let sheets = book.sheets(ofJudge: judges[one]).count * book.sheets(ofJudge: judges[other]).count
          matrix[one][other] -= 1 / Double(own.count) / Double(sheets).squareRoot()
        }
      }
    }
    for _ in 0..<30 {
      for one in matrix.indices {
        for other in 0..<one where abs(matrix[one][other]) > 1e-15 { rotate(&matrix, one, other) }
      }
    }
    return matrix.indices.map { matrix[$0][$0] }.sorted()[1]
  }

  private static func rotate(_ matrix: inout [[Double]], _ p: Int, _ q: Int) {
    let ratio = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q])
    let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for index in matrix.indices {
      let (one, other) = (matrix[index][p], matrix[index][q])
      matrix[index][p] = cosine * one - sine * other
      matrix[index][q] = sine * one + cosine * other
    }
    for index in matrix.indices {
      let (one, other) = (matrix[p][index], matrix[q][index])
      matrix[p][index] = cosine * one - sine * other
      matrix[q][index] = sine * one + cosine * other
    }
  }

  @Test func aChainOf10000TeamsIsSearchedToItsEnd() throws {
    let teams = 10_000
    let sheets = (0..<teams - 1).flatMap { [($0, $0, [1]), ($0, $0 + 1, [1])] as [RandomDesign.Sheet] }
    let book = try Sample.book(sheets)
    let components = Components(of: book)
    let search = GraphSearch(of: book)
    #expect(components.count == 1)
    #expect((0..<teams).filter { search.isCut($0, partTeams: teams) } == Array(1..<teams - 1))
    #expect((0..<teams - 1).allSatisfy { search.isCut(teams + $0, partTeams: teams) })
    let links = WeakLink.all(in: book, search, components)
    #expect(links.count == sheets.count - 4 && links.map(\.teamCount).max() == teams / 2)
    // Closed to a ring, no sheet and nobody cuts alone, and one pair stands for all.
    let ring = try Sample.book(sheets + [(teams - 1, teams - 1, [1]), (teams - 1, 0, [1])])
    let around = GraphSearch(of: ring)
    #expect(!(0..<2 * teams).contains { around.isCut($0, partTeams: teams) })
    #expect(WeakLink.all(in: ring, around, Components(of: ring)).map(\.teamCount) == [teams / 2])
  }
}
