public import CanonicalJSON
public import ScoreSheetFiles
import Scores
public import Vocabulary

/// What came of one judge's returned sheets.
public struct SheetReturn: Equatable, Sendable {
  public let judge: String
  public internal(set) var counts: [Outcome: Int] = [:]
  /// Teams whose sheet was changed on both sides.
  public internal(set) var conflicts: [SheetConflict] = []
  /// Teams with points whose sheet is a draft still, which is not ranked.
  public internal(set) var drafts: [String] = []
  /// What could not be taken, with its line.
  public internal(set) var faults: [SheetFault] = []

  init(judge: String) { self.judge = judge }

  public var json: JSON {
    .object(
      [JSON.Member("judge", .string(judge))]
        + Outcome.allCases.map { JSON.Member($0.rawValue, .integer(counts[$0] ?? 0)) } + [
          JSON.Member("drafts", .array(drafts.map(JSON.string))),
          JSON.Member("conflicts", .array(conflicts.map(\.json))),
          JSON.Member(
            "problems",
            .array(faults.map { ["line": .integer($0.line), "message": .string($0.sentence)] })),
        ])
  }
}

/// A sheet that was changed on paper and on the server.
public struct SheetConflict: Equatable, Sendable {
  public let team: String
  public let line: Int
  /// A sentence each: "impact: 8 on the sheet, 7 on the server".
  public let differences: [String]
  /// Who saved what is on the server.
  public let savedBy: String?

  init(_ returned: ReturnedSheet.Team, _ stored: StoredSheet, _ form: ScoringForm) {
    let (mine, theirs) = (returned.sheet, stored.sheet)
    func pair(_ title: String, _ mine: String, _ theirs: String) -> String? {
      mine == theirs ? nil : "\(title): \(mine) on the sheet, \(theirs) on the server"
    }
    team = mine.team
    line = returned.line
    savedBy = stored.savedBy
    differences =
      form.questions.compactMap {
        pair($0.key, mine.points[$0.key]?.description ?? "none", theirs.points[$0.key]?.description ?? "none")
      }
      + [
        pair("status", mine.status.rawValue, theirs.status.rawValue),
        pair("comment", quoted(mine.comment), quoted(theirs.comment)),
        pair("feedback", quoted(mine.feedback), quoted(theirs.feedback)),
      ].compactMap { $0 }
  }

  var json: JSON {
    [
      "team": .string(team), "line": .integer(line), "differences": .array(differences.map(JSON.string)),
      "saved_by": savedBy.json,
    ]
  }
}
