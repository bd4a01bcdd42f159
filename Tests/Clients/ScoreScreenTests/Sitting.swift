import Terminal
import Vocabulary

@testable import ScoreScreen

/// A judge at the form, and a server that saves what it asks for.
struct Sitting {
  var form: ScoreForm
  var kept: [JudgedTeam.Answers] = []
  var hasQuit = false
  /// What the server says to the next saves, instead of keeping them.
  var faults: [(ScoreForm, JudgedTeam.Answers, Bool) -> ScoreForm.Saved] = []

  init(teams: Int = 2, last: Int? = nil, in language: Language = .english) {
    let levels = [
      ScoreQuestion.Level(points: SampleForm.points(0), text: "no use"),
      ScoreQuestion.Level(points: SampleForm.points(10), text: "ready to use"),
    ]
    form = ScoreForm(
      event: "Demo", judge: "J-03",
      questions: [
        SampleForm.question("impact", "Impact", levels: levels),
        SampleForm.question("data", "Use of data", isRequired: false),
      ], teams: (0..<teams).map { JudgedTeam(key: "t\($0)", name: ["Aurora", "Boreal", "Cedar"][$0]) }, last: last,
      in: language)
  }

  mutating func type(_ text: String) { for character in text { press(.character(character)) } }

  mutating func press(_ keys: Key...) { for key in keys { handle(form.press(key)) } }

  /// Opens the whole sheet and takes one of its choices.
  mutating func choose(_ action: ScoreForm.Action) {
    if case .field = form.place { press(.escape) }
    for _ in 0..<(form.actions.firstIndex(of: action) ?? 0) { press(.down) }
    press(.enter)
  }

  private mutating func handle(_ request: ScoreForm.Request?) {
    switch request {
    case .save(let team, let answers, let isReady):
      let fault = faults.isEmpty ? nil : faults.removeFirst()
      if fault == nil { kept.append(answers) }
      let saved =
        fault?(form, answers, isReady)
        ?? .saved(answers, isReady: isReady, revision: form.teams[team].revision + 1, time: "14:02")
      handle(form.take(saved, of: team))
    case .recuse(let team, _): handle(form.take(.recused, of: team))
    case .edit(let text): form.take(edited: text + "!")
    case .quit: hasQuit = true
    case nil: break
    }
  }

  var lines: [String] { form.screen(columns: 80, rows: 24).lines }
  var shown: String { lines.joined(separator: "\n") }
}

enum SampleForm {
  static func points(_ units: Int64) -> Points { Points(thousandths: units * 1_000) }

  static func question(
    _ key: String, _ title: String, isRequired: Bool = true, levels: [ScoreQuestion.Level] = []
  ) -> ScoreQuestion {
    ScoreQuestion(
      key: key, title: title, share: "50 %", scale: points(0)...points(10), step: Points(thousandths: 500),
      isRequired: isRequired, levels: levels)
  }
}
