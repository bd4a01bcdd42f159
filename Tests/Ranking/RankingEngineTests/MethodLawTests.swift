import RankingEngine
import Testing

/// What holds for every method whatever the scores.
@Suite struct MethodLawTests {
  struct Method: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let scores: @Sendable (ScoreBook) -> [Double?]
    /// Whether it takes out how severe a judge is.
    let forgivesSeverity: Bool
  }

  static let methods = [
    Method(testDescription: "raw", scores: { RawMean.scores(of: $0) }, forgivesSeverity: false),
    Method(testDescription: "trimmed", scores: { TrimmedMean.scores(of: $0) }, forgivesSeverity: false),
    Method(testDescription: "median", scores: { Median.scores(of: $0) }, forgivesSeverity: false),
    Method(testDescription: "z-score", scores: { JudgeZScore.scores(of: $0) }, forgivesSeverity: true),
    Method(testDescription: "least squares", scores: { LeastSquares.scores(of: $0) }, forgivesSeverity: true),
    Method(testDescription: "Borda", scores: { Borda.scores(of: $0) }, forgivesSeverity: true),
    Method(testDescription: "Copeland", scores: { Copeland.scores(of: $0) }, forgivesSeverity: true),
    Method(testDescription: "Schulze", scores: { Schulze.scores(of: $0) }, forgivesSeverity: true),
    Method(testDescription: "Bradley-Terry", scores: { BradleyTerry.scores(of: $0) }, forgivesSeverity: true),
  ]

  static let design = RandomDesign(teams: 9, judges: 5, share: 0.5, levels: 6)

  @Test(arguments: methods) func theOrderOfTheInputIsNothing(_ method: Method) throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let sheets = Self.design.sheets(seed: seed)
      var generator = Seeded(state: seed)
      let scores = try method.scores(Self.design.book(sheets))
      #expect(try method.scores(Self.design.book(sheets.shuffled(using: &generator))) == scores)
    }
  }

  @Test(arguments: methods) func theNumbersOfTeamsAndJudgesAreNothing(_ method: Method) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let sheets = Self.design.sheets(seed: seed)
      var generator = Seeded(state: seed)
      let team = Array(0..<Self.design.teams).shuffled(using: &generator)
      let judge = Array(0..<Self.design.judges).shuffled(using: &generator)
      let renamed = sheets.map { (judge[$0.judge], team[$0.team], $0.points) as RandomDesign.Sheet }
      let (before, after) = try (method.scores(Self.design.book(sheets)), method.scores(Self.design.book(renamed)))
      #expect(agree(before, team.map { after[$0] }))
    }
  }

  /// A judge who gives everybody three more moves no team against another of its part.
  @Test(arguments: methods.filter(\.forgivesSeverity)) func aJudgeMayBeAsSevereAsHeLikes(_ method: Method) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let sheets = Self.design.sheets(seed: seed)
      let kinder = sheets.map { sheet in
        (sheet.judge, sheet.team, sheet.points.map { $0.map { $0 + (sheet.judge == 2 ? 3 : 0) } }) as RandomDesign.Sheet
      }
      let book = try Self.design.book(sheets)
      let (before, after) = try (method.scores(book), method.scores(Self.design.book(kinder)))
      for teams in Dictionary(grouping: 0..<Self.design.teams, by: { Components(of: book).team[$0] }).values {
        let lift = (after[teams[0]] ?? 0) - (before[teams[0]] ?? 0)
        #expect(agree(teams.map { before[$0] }, teams.map { team in after[team].map { $0 - lift } }))
      }
    }
  }

  /// A better sheet never harms a team on a full table.
  @Test(arguments: methods) func aBetterSheetDoesNotHarm(_ method: Method) throws {
    let design = RandomDesign(teams: 6, judges: 5, share: 1, levels: 8)
    for seed in 1...20 as ClosedRange<UInt64> {
      var sheets = design.sheets(seed: seed)
      let before = try method.scores(design.book(sheets))
      let raised = Int(seed) % sheets.count
      sheets[raised].points = sheets[raised].points.map { $0.map { $0 + 2 } }
      let after = try method.scores(design.book(sheets))
      let gains = zip(before, after).map { ($1 ?? 0) - ($0 ?? 0) }
      #expect(gains[sheets[raised].team] >= -1e-9)
    }
  }

  @Test(arguments: methods) func aTeamWithoutASheetHasNoScore(_ method: Method) throws {
    let book = try Sample.book([(0, 1, [3]), (0, 2, [4]), (1, 2, [5])], teams: 4, judges: 3)
    #expect(method.scores(book).map { $0 == nil } == [true, false, false, true])
  }
}
