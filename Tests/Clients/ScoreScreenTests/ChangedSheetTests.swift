import Terminal
import Testing
import Vocabulary

@testable import ScoreScreen

/// A sheet that somebody else changed while the judge was at it.
@Suite struct ChangedSheetTests {
  @Test(arguments: [true, false]) func ofTwoEditorsTheSecondSeesBothAnswers(isMine: Bool) {
    var sitting = Sitting()
    sitting.form.teams[0].answers.points = ["data": SampleForm.points(3)]
    let theirs = JudgedTeam(
      key: "t0", name: "Aurora",
      answers: JudgedTeam.Answers(
        points: ["impact": SampleForm.points(7), "data": SampleForm.points(1)], comment: "Hm."),
      revision: 4)
    sitting.faults = [{ _, mine, isReady in .changed(theirs, mine: mine, isReady: isReady) }]
    sitting.type("8")
    sitting.press(.enter)
    #expect(sitting.shown.contains("  Impact: yours 8, on the server 7"))
    // What the judge did not touch is the server's.
    #expect(!sitting.shown.contains("Use of data: yours") && !sitting.shown.contains("Comment: yours"))
    // Keys that were typed ahead choose nothing.
    sitting.type("ms")
    sitting.press(.enter)
    #expect(sitting.kept.isEmpty)
    sitting.press(.down)
    if !isMine { sitting.press(.down) }
    sitting.press(.enter)
    let expected = JudgedTeam.Answers(
      points: ["impact": SampleForm.points(isMine ? 8 : 7), "data": SampleForm.points(1)], comment: "Hm.")
    #expect(sitting.form.teams[0].answers == expected)
    #expect(sitting.form.teams[0].revision == (isMine ? 5 : 4))
    #expect(sitting.kept == (isMine ? [expected] : []))
  }

  @Test func whatBothGaveAlikeIsNoConflict() {
    var sitting = Sitting()
    let theirs = JudgedTeam(
      key: "t0", name: "Aurora", answers: JudgedTeam.Answers(points: ["impact": SampleForm.points(8)], comment: "Hm."),
      revision: 4)
    sitting.faults = [{ _, mine, isReady in .changed(theirs, mine: mine, isReady: isReady) }]
    sitting.type("8")
    sitting.press(.enter)
    #expect(sitting.form.place == .review)
    #expect(sitting.shown.contains("Somebody changed this sheet meanwhile: look at it again."))
    #expect(sitting.form.teams[0] == theirs)
  }
}
