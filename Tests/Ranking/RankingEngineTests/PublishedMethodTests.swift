import RankingEngine
import Testing

/// The simple methods and least squares against R.
@Suite struct PublishedMethodTests {
  static let cases = [
    (PublishedData.penicillin, PublishedAnswers.penicillin), (.wineRating, .wineRating), (.shroutFleiss, .shroutFleiss),
  ]

  @Test(arguments: cases) func theSimpleMethodsAgree(_ data: PublishedData, _ answers: PublishedAnswers) throws {
    let book = try data.book()
    #expect(agree(RawMean.scores(of: book), answers.rawMean))
    #expect(agree(TrimmedMean.scores(of: book), answers.trimmedMean))
    #expect(agree(Median.scores(of: book), answers.median))
    #expect(agree(JudgeZScore.scores(of: book), answers.zMean))
    #expect(agree(Borda.scores(of: book), answers.borda))
    #expect((0..<book.judgeCount).map { book.sheets(ofJudge: $0).count } == answers.judgeSheets)
  }

  @Test(arguments: cases) func leastSquaresAgrees(_ data: PublishedData, _ answers: PublishedAnswers) throws {
    let fit = LeastSquares(of: try data.book())
    #expect(agree(fit.teamEffects, answers.leastSquares))
    #expect(agree(fit.judgeEffects, answers.judgeSeverity))
    #expect(agree(fit.standardErrors, answers.leastSquaresError))
    #expect(agree([fit.residualVariance?.squareRoot()], [answers.leastSquaresSigma]))
  }
}
