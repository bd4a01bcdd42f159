import Terminal
import Testing
import Vocabulary

@testable import ScoreScreen

/// The form in each language, with nothing left of another one.
@Suite struct FormLanguageTests {
  /// The screens of a judge who meets everything that the form says.
  private func screens(in language: Language, columns: Int) -> [[String]] {
    var sitting = Sitting(in: language)
    var screens: [[String]] = []
    let theirs = JudgedTeam(
      key: "t0", name: "Aurora", answers: JudgedTeam.Answers(points: ["impact": SampleForm.points(7)]), revision: 4)
    let look = { screens.append(sitting.form.screen(columns: columns, rows: 30).lines) }
    func press(_ keys: Key...) {
      for key in keys {
        sitting.press(key)
        look()
      }
    }
    look()
    press(.character("x"), .character("9"), .character("9"), .enter, .control("u"), .character("8"))
    sitting.faults = [{ _, mine, isReady in .changed(theirs, mine: mine, isReady: isReady) }]
    press(.enter, .control("c"), .down, .down, .enter)
    sitting.faults = [{ _, answers, _ in .lost(answers, "–") }]
    press(.character("6"), .enter, .escape, .enter)
    for _ in 0..<6 { press(.down) }
    press(.enter, .escape, .up, .up, .enter, .enter, .escape, .escape, .character("?"), .escape)
    press(.enter, .down, .enter, .escape, .escape)
    return screens
  }

  @Test func `every screen is in one language`() {
    let english = Set(screens(in: .english, columns: 80).flatMap(\.self).flatMap(words))
    for language in [Language.french, .spanish] {
      let shown = screens(in: language, columns: 80).flatMap(\.self).flatMap(words)
      let own = [
        "Demo", "J-03", "Aurora", "Boreal", "Impact", "Use", "of", "data", "no", "ready", "to", "use", "Ctrl-C",
        "Ctrl-O", "Tab", "or", "Esc", "points", "editor",
      ]
      let left = Set(shown).intersection(english).subtracting(own).filter {
        $0.contains { $0.isLetter } && $0.count > 1
      }
      #expect(left.isEmpty, "\(language): \(left)")
    }
  }

  @Test(arguments: Language.allCases, [20, 40, 80]) func `no line is wider than the terminal`(
    language: Language, columns: Int
  ) {
    for screen in screens(in: language, columns: columns) {
      #expect(screen.allSatisfy { displayWidth($0) <= columns })
    }
  }

  private func words(_ line: String) -> [String] {
    line.split { " ·:.,()?!;>".contains($0) }.map(String.init)
  }
}
