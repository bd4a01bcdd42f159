import Terminal
import Testing

@testable import ScoreScreen

/// Answers that are not saved: they stay, look unsaved, and are dropped only when the judge says so twice.
@Suite struct UnsavedAnswerTests {
  @Test func `a comment that is refused stays in its field`() {
    var sitting = Sitting()
    sitting.choose(.comment)
    sitting.type("Too long")
    sitting.faults = [{ _, _, _ in .refused("The text is too long.") }]
    sitting.press(.enter)
    #expect(sitting.form.place == .field(2))
    #expect(sitting.shown.contains("> Comment for the organisers only\n  Too long"))
    #expect(sitting.shown.contains("! The text is too long."))
    sitting.press(.control("c"))
    #expect(sitting.hasQuit)
    #expect(sitting.kept.last?.comment == "Too long")
  }

  @Test func `who quits although an answer is refused is asked once`() {
    for (key, isNumber) in [(Key.control("c"), true), (.control("d"), true), (.control("c"), false)] {
      var sitting = Sitting()
      sitting.type(isNumber ? "11" : "8")
      sitting.faults = isNumber ? [] : [{ _, _, _ in .refused("Impact takes 0 to 10, but 11 was given.") }]
      sitting.press(key)
      #expect(!sitting.hasQuit)
      #expect(
        sitting.shown.replacing("\n", with: " ").contains(
          "! NOT SAVED: Impact takes 0 to 10, but 11 was given. Ctrl-C once more quits without it."))
      sitting.press(key)
      #expect(sitting.hasQuit)
    }
  }

  @Test func `an answer that waits for the server is shown as not saved`() {
    var sitting = Sitting()
    let lost = { (_: ScoreForm, answers: JudgedTeam.Answers, _: Bool) in ScoreForm.Saved.lost(answers, "No server.") }
    sitting.faults = [lost, lost]
    sitting.type("8")
    sitting.press(.enter)
    #expect(sitting.shown.contains("  Impact (50 %, 0–10): 8 (not saved)"))
    sitting.choose(.comment)
    #expect(sitting.shown.contains("  Use of data (50 %, 0–10): –\n"))
    sitting.type("fine")
    sitting.press(.enter)
    #expect(!sitting.shown.contains("(not saved)"))
  }

  @Test func `who quits before choosing between two answers is asked once`() {
    for key: Key in [.control("c"), .control("d")] {
      var sitting = Sitting()
      let theirs = JudgedTeam(key: "t0", name: "Aurora", revision: 4)
      sitting.faults = [{ _, mine, isReady in .changed(theirs, mine: mine, isReady: isReady) }]
      sitting.type("8")
      sitting.press(.enter, key)
      #expect(!sitting.hasQuit)
      #expect(sitting.shown.contains("! NOT SAVED: You have not chosen which answers stay."))
      sitting.press(key)
      #expect(sitting.hasQuit)
    }
  }

  @Test(.timeLimit(.minutes(1))) func `the time that a long text takes grows with its length only`() {
    var (sitting, decoder) = (Sitting(), KeyDecoder())
    sitting.choose(.comment)
    let text = String(repeating: "z", count: 1_000_000)
    let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    var start = 0
    while start < bytes.count {
      let end = min(start + 256, bytes.count)
      for key in decoder.decode(bytes[start..<end]) { sitting.press(key) }
      start = end
    }
    #expect(sitting.lines.count == 24)
    sitting.press(.enter)
    #expect(sitting.kept.last?.comment == text)
  }
}
