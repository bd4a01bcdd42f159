import RankingEngine
import Testing

@Suite struct DesignReportTests {
  /// Two rooms of so many judges and teams each, where everybody in a room is scored by its judges.
  static func rooms(judges: Int = 3, teams: Int = 4, links: [(judge: Int, team: Int)]) throws -> ScoreBook {
    let rooms = (0..<2).flatMap { room in
      (0..<judges).flatMap { judge in
        (0..<teams).map { (room * judges + judge, room * teams + $0, [5]) as RandomDesign.Sheet }
      }
    }
    return try Sample.book(rooms + links.map { ($0.judge, $0.team, [5]) })
  }

  @Test func roomsWithoutALinkAreParts() throws {
    let report = DesignReport(of: try Self.rooms(links: []))
    #expect(report.components.count == 2)
    #expect(report.components.team == [0, 0, 0, 0, 1, 1, 1, 1] && report.components.judge == [0, 0, 0, 1, 1, 1])
    #expect(report.algebraicConnectivity == nil && !report.isWeaklyConnected)
  }

  @Test func oneLinkIsWeakAndItsEndsAreCuts() throws {
    let book = try Self.rooms(links: [(0, 4)])
    let report = DesignReport(of: book)
    #expect(report.cutJudges == [0] && report.cutTeams == [4] && report.isWeaklyConnected)
    #expect(report.weakLinks.map(\.teamCount) == [4])
    #expect(report.weakLinks.flatMap(\.sheets).map { [book.judges[$0], book.teams[$0]] } == [[0, 4]])
  }

  @Test func twoLinksAreWeakAndThreeAreNot() throws {
    let two = DesignReport(of: try Self.rooms(links: [(0, 4), (1, 5)]))
    #expect(two.cutJudges == [] && two.cutTeams == [])
    #expect(two.weakLinks.map(\.teamCount) == [4] && two.weakLinks[0].sheets.count == 2 && two.isWeaklyConnected)
    let three = DesignReport(of: try Self.rooms(links: [(0, 4), (1, 5), (2, 6)]))
    #expect(three.weakLinks == [] && !three.isWeaklyConnected)
    #expect(try #require(two.algebraicConnectivity) < (try #require(three.algebraicConnectivity)))
  }

  /// No sheet and nobody is alone in holding them together, yet three among 120 are few.
  @Test func threeLinksBetweenLargeRoomsAreWeakTogether() throws {
    let report = DesignReport(of: try Self.rooms(judges: 6, teams: 10, links: [(0, 10), (1, 11), (2, 12)]))
    #expect(report.cutJudges == [] && report.cutTeams == [] && report.weakLinks == [])
    #expect(try #require(report.algebraicConnectivity) < 0.1 && report.isWeaklyConnected)
  }

  @Test func aCompleteTableIsAsWellConnectedAsCanBe() throws {
    for data in PublishedData.all {
      let report = DesignReport(of: try data.book())
      #expect(agree([report.algebraicConnectivity], [1]))
      #expect(!report.isWeaklyConnected && report.components.count == 1)
      #expect(report.sheetsPerTeam == data.judges.count...data.judges.count)
      #expect(report.sheetsPerJudge == data.teams.count...data.teams.count)
    }
    let wine = DesignReport(of: try PublishedData.wineRating.book())
    let fives = PublishedData.wineRating.scores.joined().count { $0 == 5 }
    #expect(wine.ceilingShares == [Double(fives) / 72] && fives == 7)
  }

  /// A guest with one sheet tells nothing of how teams compare, so that a team does not become a cut by having met him.
  @Test func aGuestJudgeIsNoDanger() throws {
    let book = try Sample.book(
      (0..<3).flatMap { judge in (0..<4).map { (judge, $0, [5]) as RandomDesign.Sheet } } + [(3, 0, [5])])
    let report = DesignReport(of: book)
    #expect(report.cutTeams == [] && report.cutJudges == [] && report.weakLinks == [])
    #expect(report.sheetsPerJudge == 1...4)
  }

  @Test func aTeamWithOneSheetHangsOnItsJudge() throws {
    let book = try Sample.book(
      (0..<3).flatMap { judge in (0..<4).map { (judge, $0, [5]) as RandomDesign.Sheet } } + [(1, 4, [5])], teams: 7)
    let report = DesignReport(of: book)
    #expect(report.cutJudges == [1] && report.cutTeams == [] && report.weakLinks == [])
    #expect(report.provisionalTeams == [4] && report.teamsWithoutSheets == [5, 6])
    #expect(report.components.team == [0, 0, 0, 0, 0, nil, nil])
    #expect(report.sheetsPerTeam == 1...3)
  }

  @Test func levelsAtTheEdgesAndHolesAreCounted() throws {
    let book = try Sample.book(
      [(0, 0, [5, nil]), (1, 0, [5, 1]), (0, 1, [nil, 3]), (1, 1, [1, 1])], weights: [1, 1])
    let report = DesignReport(of: book)
    #expect(agree(report.ceilingShares, [2.0 / 3, 1.0 / 3]) && agree(report.floorShares, [1.0 / 3, 2.0 / 3]))
    #expect(report.partialSheets.map { [book.judges[$0], book.teams[$0]] } == [[0, 0], [0, 1]])
  }

  @Test func oneJudgeHoldsEverythingTogether() throws {
    let report = DesignReport(of: try Sample.book((0..<4).map { (0, $0, [5]) }))
    #expect(report.cutJudges == [0] && report.algebraicConnectivity == nil && report.isWeaklyConnected)
  }

  @Test func nothingLeftOfABookIsNoError() throws {
    let report = DesignReport(of: try Sample.book([(0, 0, [5])]).filtered { _ in false })
    #expect(report.components.count == 0 && report.sheetsPerTeam == nil && report.ceilingShares == [nil])
    #expect(report.teamsWithoutSheets == [0] && !report.isWeaklyConnected)
  }
}
