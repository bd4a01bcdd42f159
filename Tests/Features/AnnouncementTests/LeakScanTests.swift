import Testing
import Vocabulary

@testable import Announcement

@Suite struct LeakScanTests {
  let scan = LeakScan(
    Embargo(
      secrets: [
        .init(key: "aurora", name: "Team Aurora", score: "7.90"),
        .init(key: "prize-fighters", name: "Prize Fighters", score: nil),
      ], publishAt: nil, isOver: false))

  func found(_ text: String, in file: String = "page.html") -> [String] {
    scan.leaks(in: file, Array(text.utf8)).map { "\($0.line.map(String.init) ?? "name"): \($0.what)" }
  }

  let beside = "a place, a prize or a score stands beside"

  @Test(arguments: [
    "1st place: Team Aurora", "TEAM AURORA wins", "<td>Team Aurora</td><td>7.90</td>", #"{"rank":1,"team":"aurora"}"#,
    "1re place : Team Aurora", "2.º lugar: Team Aurora", "Team Aurora remporte", "ganador: Team Aurora.",
    "1re place : l’équipe «\u{A0}Team Aurora\u{A0}»", "“Team Aurora” wins", "Team Aurora’s prize",
    "1st–\u{2068}Team Aurora\u{2069}",
    "<b>winner</b>&nbsp;Team Aurora",
  ])
  func aPlaceOrScoreBesideATeamIsALeak(text: String) {
    #expect(found(text) == [#"1: \#(beside) "Team Aurora""#])
  }

  @Test(arguments: [
    "Team Aurora", "Team Aurora presents at 7:90", "teams: Team Aurora, Team Boreal", "Team Auroras wins",
    "Team Auroraé wins",
    "xaurora won",
    "Team Boreal takes first place", "Team Aurora took 17.90 minutes", "Prize Fighters",
  ])
  func aTeamAloneIsNone(text: String) {
    #expect(found(text) == [])
  }

  @Test func linesNearbyAreReadTogetherAndFarOnesAreNot() {
    #expect(
      found("{\n  \"rank\": 1,\n  \"team\": {\n    \"name\": \"Team Aurora\"\n") == [#"4: \#(beside) "Team Aurora""#])
    #expect(found("rank 1\n\n\n\n\nTeam Aurora\n") == [])
  }

  @Test func aFilesNameTellsToo() {
    #expect(found("", in: "out/winner-aurora.html") == [#"name: the file's name tells of "Team Aurora""#])
    #expect(found("", in: "certificates/aurora.html") == [])
  }

  @Test func whatIsMarkedMayHoldItAndHasToBeMarkedInside() {
    #expect(found("EMBARGOED\n1st place: Team Aurora", in: "EMBARGOED.announcement.en.md") == [])
    #expect(
      found("1st place: Team Aurora", in: "EMBARGOED.announcement.en.md")
        == ["name: the name says EMBARGOED, but the text does not"])
    #expect(
      found("EMBARGOED 1st place: Team Aurora", in: "announcement.en.md") == [#"1: \#(beside) "Team Aurora""#])
    #expect(
      found("EMBARGOED", in: "EMBARGOED.winner.aurora.md") == [#"name: the file's name tells of "Team Aurora""#])
  }

  @Test func aMarkedPictureNeedsNoWords() {
    #expect(scan.leaks(in: "EMBARGOED.card.en.png", [0x89, 0x50, 0x4E, 0x47, 0xFF]) == [])
  }

  @Test func bytesThatAreNoTextAreRead() {
    #expect(scan.leaks(in: "a.bin", [0xFF, 0xFE, 0x00] + Array("aurora won".utf8)).count == 1)
  }
}
