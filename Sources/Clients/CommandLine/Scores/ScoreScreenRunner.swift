import Foundation
import ScoreScreen
import Terminal
import Vocabulary

/// A judge at the form on a terminal.
struct ScoreScreenRunner {
  private let entry: ScoreEntry
  private let terminal: TerminalSession
  private var form: ScoreForm

  init(_ entry: ScoreEntry, _ contents: ScoreEntry.Contents, _ first: Int?, on terminal: TerminalSession) {
    self.entry = entry
    self.terminal = terminal
    form = ScoreForm(
      event: contents.event, judge: entry.judge, questions: contents.questions, teams: contents.teams,
      last: contents.last, in: entry.spoken)
    if let first { form.open(first) }
  }

  /// What is left to do, for when the terminal is back.
  var farewell: String {
    let left = form.teams.count { $0.status == .draft }
    let words = entry.spoken.formWording
    guard left > 0 else { return words.everythingDone }
    return words.left(left, of: form.teams.count) + " " + words.goOn(NextStep("score enter").command)
  }

  /// Shows the form until the judge quits or the terminal is gone.
  mutating func run() async {
    defer { terminal.giveBack() }
    let keys = KeyStream(of: terminal)
    show()
    for await key in keys {
      var request = form.press(key)
      show()
      while let next = request {
        if next == .quit { return }
        request = await handle(next)
        show()
      }
    }
  }

  private func show() {
    let size = terminal.size
    terminal.show(form.screen(columns: size.columns, rows: size.rows))
  }

  private mutating func handle(_ request: ScoreForm.Request) async -> ScoreForm.Request? {
    switch request {
    case .save(let team, let answers, let isReady):
      return form.take(await entry.save(answers, of: form.teams[team], isReady: isReady), of: team)
    case .recuse(let team, let reason):
      return form.take(await entry.recuse(from: form.teams[team], reason: reason), of: team)
    case .edit(let text):
      do {
        form.take(edited: try terminal.lend { try TextEditor.edit(text) })
      } catch {
        form.say((error as? any ExplainedError)?.explanation.message ?? entry.spoken.formWording.noEditor)
      }
      return nil
    case .quit: return .quit
    }
  }
}
