import Terminal
import Testing
import Vocabulary

@testable import ScoreScreen

@Suite struct ScoreFormTests {
  @Test func everyAnswerIsSavedAtOnce() {
    var sitting = Sitting()
    sitting.type("8")
    #expect(sitting.kept.isEmpty)
    sitting.press(.enter)
    sitting.type("6,5")
    sitting.press(.down)
    #expect(
      sitting.kept.map(\.points) == [
        ["impact": SampleForm.points(8)], ["impact": SampleForm.points(8), "data": Points(thousandths: 6_500)],
      ])
    sitting.type("Solid.")
    sitting.press(.tab, .enter)
    #expect(sitting.kept.last?.comment == "Solid.")
    #expect(sitting.form.place == .review)
    sitting.choose(.ready)
    #expect(sitting.form.teams[0].status == .ready)
    #expect(sitting.form.team == 1)
    #expect(sitting.shown.contains("team 2 of 2: Boreal"))
  }

  @Test func theScreenShowsTheQuestionWithItsLevels() {
    var sitting = Sitting()
    sitting.type("6.5")
    #expect(
      sitting.form.screen(columns: 80, rows: 14)
        == Screen(
          lines: [
            "Demo · J-03 · team 1 of 2: Aurora", "", "> Impact (50 %, 0–10): 6.5", "    10  ready to use",
            "    0  no use",
            "  Use of data (50 %, 0–10): –", "  Comment for the organisers only", "  Feedback for the team", "", "", "",
            "",
            "Draft · 0 of 2 criteria · nothing is final until the sheet is ready",
            "Enter next · ↑ ↓ move · Esc what else · Ctrl-C quit",
          ], cursor: (2, 26)))
  }

  @Test(arguments: [20, 40, 80, 200], [8, 12, 24, 60]) func nothingIsEverWiderOrLongerThanTheTerminal(
    columns: Int, rows: Int
  ) {
    var sitting = Sitting()
    for key: Key in [
      .character("8"), .enter, .escape, .down, .down, .enter,
      .pasted(String(repeating: "long words ", count: 60)),
      .enter, .enter, .down, .down, .down, .down, .enter, .pasted(String(repeating: "x", count: 300)), .escape, .escape,
    ] {
      sitting.press(key)
      let screen = sitting.form.screen(columns: columns, rows: rows)
      #expect(screen.lines.allSatisfy { displayWidth($0) <= columns })
      #expect(screen.lines.count <= rows)
      if let cursor = screen.cursor {
        #expect((0..<columns).contains(cursor.column) && (0..<rows).contains(cursor.row))
      }
    }
  }

  @Test func whatIsNoAnswerIsSaidAndNotSaved() {
    var sitting = Sitting()
    for (typed, said) in [
      ("11", "Impact takes 0 to 10, but 11 was given."), ("6.25", "Impact goes in steps of 0.5, but 6.25 was given."),
      ("-", "Impact has to be scored; it cannot be left without an opinion."),
      ("1.2.3", #""1.2.3" is no number of points. Write it like 8 or 6.5."#),
    ] {
      sitting.type(typed)
      sitting.press(.enter)
      #expect(sitting.shown.contains("! " + said))
      #expect(sitting.form.place == .field(0))
      sitting.press(.control("u"))
    }
    #expect(sitting.kept.isEmpty)
  }

  @Test func theJudgeComesBackToTheSamePlace() {
    var sitting = Sitting(teams: 3, last: 1)
    #expect((sitting.form.team, sitting.form.place) == (1, .field(0)))
    sitting.type("8")
    sitting.press(.enter)
    let again = ScoreForm(
      event: "Demo", judge: "J-03", questions: sitting.form.questions, teams: sitting.form.teams, last: 1)
    #expect((again.team, again.place) == (1, .field(1)))
  }

  @Test func quittingSavesWhatIsTyped() {
    for isMenu in [false, true] {
      var sitting = Sitting()
      sitting.type("7")
      if isMenu { sitting.choose(.quit) } else { sitting.press(.control("c")) }
      #expect(sitting.hasQuit)
      #expect(sitting.kept.map(\.points) == [["impact": SampleForm.points(7)]])
    }
    var nonsense = Sitting()
    nonsense.type("77")
    nonsense.press(.control("c"))
    #expect(!nonsense.hasQuit)
    nonsense.press(.control("u"), .control("c"))
    #expect(nonsense.hasQuit)
  }

  @Test func anAnswerThatTheServerDidNotGetIsKeptAndTriedAgain() {
    var sitting = Sitting()
    let lost = { (_: ScoreForm, answers: JudgedTeam.Answers, _: Bool) in ScoreForm.Saved.lost(answers, "No server.") }
    sitting.faults = [lost, lost]
    sitting.type("8")
    sitting.press(.enter)
    #expect(sitting.shown.contains("! NOT SAVED: No server."))
    sitting.type("6")
    sitting.press(.enter)
    #expect(sitting.kept.isEmpty)
    sitting.type("fine")
    sitting.press(.enter)
    #expect(
      sitting.kept == [
        JudgedTeam.Answers(points: ["impact": SampleForm.points(8), "data": SampleForm.points(6)], comment: "fine")
      ])
    #expect(!sitting.shown.contains("NOT SAVED"))
  }

  @Test func whoQuitsWithAnUnsavedAnswerIsTold() {
    var sitting = Sitting()
    sitting.faults = [{ _, answers, _ in .lost(answers, "No server.") }]
    sitting.type("8")
    sitting.press(.control("c"))
    #expect(!sitting.hasQuit)
    #expect(sitting.shown.contains("Ctrl-C once more quits without it."))
    sitting.press(.control("c"))
    #expect(sitting.hasQuit)
    #expect(sitting.kept.isEmpty)
  }

  @Test func theFirstKeyInAFieldReplacesItsScore() {
    var sitting = Sitting()
    sitting.type("1")
    sitting.press(.enter, .up)
    sitting.type("0")
    #expect(sitting.shown.contains("> Impact (50 %, 0–10): 0"))
    sitting.press(.enter)
    #expect(sitting.kept.last?.points["impact"] == SampleForm.points(0))
    // Whoever moves the cursor first mends what is there.
    sitting.press(.up, .left, .right)
    sitting.type(".5")
    sitting.press(.enter, .up, .backspace)
    #expect(sitting.kept.last?.points["impact"] == Points(thousandths: 500))
    #expect(sitting.shown.contains("> Impact (50 %, 0–10): \n"))
    sitting.press(.escape)
    sitting.choose(.comment)
    sitting.type("Good")
    sitting.press(.enter, .up)
    sitting.type(" work")
    #expect(sitting.shown.contains("Good work"))
  }

  @Test(arguments: ["lovely work", "bon courage", "quite sorry", "muy bien!"]) func aWordInTheWrongFieldDoesNothing(
    _ words: String
  ) {
    var sitting = Sitting()
    sitting.type("8")
    sitting.press(.enter)
    sitting.type("6")
    let (place, kept) = (sitting.form.place, sitting.kept)
    for letter in words where letter.isLetter { sitting.type(String(letter)) }
    #expect(sitting.form.place == place && sitting.kept == kept && sitting.form.team == 0)
    #expect(sitting.shown.contains("Points are a number. The comment has a field of its own below."))
    sitting.press(.enter, .enter, .enter)
    #expect(sitting.form.place == .review)
    sitting.type(words)
    #expect(sitting.form.place == .review && sitting.form.teams[0].status == .draft && !sitting.hasQuit)
  }

  @Test func aRefusedAnswerDoesNotLookSaved() {
    var sitting = Sitting()
    sitting.faults = [{ _, _, _ in .refused("The round is closed.") }]
    sitting.type("8")
    sitting.press(.enter)
    #expect(sitting.form.teams[0].answers.points.isEmpty)
    #expect(sitting.shown.contains("! The round is closed."))
    #expect(sitting.shown.contains("> Impact (50 %, 0–10): 8"))
    sitting.press(.enter)
    #expect(sitting.form.teams[0].answers.points == ["impact": SampleForm.points(8)])
  }

  @Test func aSheetWithoutARequiredScoreIsNotReady() {
    var sitting = Sitting()
    sitting.choose(.ready)
    #expect(sitting.shown.contains("! Impact has no score yet."))
    #expect(sitting.kept.isEmpty)
  }

  @Test func nothingButItsChoiceMakesASheetReady() {
    var sitting = Sitting()
    sitting.type("8")
    sitting.press(.enter, .enter, .enter, .enter)
    #expect(sitting.form.place == .review)
    sitting.press(.character("y"), .character("x"), .pasted("y"), .enter)
    #expect(sitting.form.teams[0].status == .draft)
    #expect(sitting.form.place == .field(1))
    sitting.choose(.comment)
    #expect(sitting.form.place == .field(2))
    sitting.choose(.ready)
    #expect(sitting.form.teams[0].status == .ready)
  }

  @Test func recusingAsksWhy() {
    var sitting = Sitting()
    sitting.choose(.recuse)
    sitting.press(.enter)
    #expect(sitting.shown.contains("! Say in a few words why"))
    sitting.type("I know them")
    sitting.press(.enter)
    #expect(sitting.form.teams[0].status == .recused)
    #expect(sitting.form.team == 1)
  }

  @Test func theEditorsTextStandsInTheField() {
    var sitting = Sitting()
    sitting.choose(.comment)
    sitting.type("Good")
    sitting.press(.control("o"), .enter)
    #expect(sitting.kept.last?.comment == "Good!")
  }

  @Test func noKeysTrapOrLoseAnAnswer() {
    var state: UInt64 = 7
    let keys: [Key] = [
      .enter, .up, .down, .tab, .backTab, .escape, .backspace, .delete, .left, .home, .control("u"), .character("8"),
      .character("q"), .character("s"), .character("v"), .character("y"), .character("r"), .character("t"),
      .character("m"), .character("?"), .pasted("a\nb"), .resized, .pageDown,
    ]
    for _ in 0..<300 {
      var sitting = Sitting(teams: 3)
      var saved: [String: JudgedTeam.Answers] = [:]
      for _ in 0..<60 where !sitting.hasQuit {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        sitting.press(keys[Int(state >> 33) % keys.count])
        _ = sitting.form.screen(columns: 40, rows: 10)
        saved = Dictionary(uniqueKeysWithValues: sitting.form.teams.map { ($0.key, $0.answers) })
      }
      #expect(sitting.kept.last.map { saved.values.contains($0) } ?? true)
    }
  }
}
