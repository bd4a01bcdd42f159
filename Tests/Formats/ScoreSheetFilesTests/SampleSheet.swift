import Vocabulary

@testable import ScoreSheetFiles

/// A sheet of one judge for tests, and ways to damage it.
struct SampleSheet {
  static let criteria = [
    OfflineSheet.Criterion(
      key: "impact", title: "Impact", share: "40 %", scale: points(0)...points(10), levels: ["10: ready to use"]),
    OfflineSheet.Criterion(key: "use-of-data", title: "Use of data", share: "60 %", scale: points(0)...points(10)),
  ]

  static func points(_ units: Int64) -> Points { Points(thousandths: units * 1_000) }

  static func sheet(_ teams: [TeamSheet]) -> OfflineSheet {
    OfflineSheet(
      origin: SheetOrigin(event: "demo-2021", round: "main", judge: "J-03", rubric: "main-2"),
      issued: "2021-05-17T21:00Z", criteria: criteria, teams: teams)
  }

  static let aurora = TeamSheet(
    team: "aurora", name: "Aurora", revision: 2, points: ["impact": Points(thousandths: 6_500)], comment: "Solid.")
  static let boreal = TeamSheet(team: "boreal", name: "Boréal – «neige»", revision: 0)

  /// SplitMix64.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
