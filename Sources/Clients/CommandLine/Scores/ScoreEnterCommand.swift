import ArgumentParser
import Backend
import Events
import Judging
import ScoreScreen
import Scores
import Terminal
import Vocabulary

/// `datajam score enter`
struct ScoreEnterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter", abstract: "Score your teams, one question after the other.",
    discussion: """
      Every answer is saved as soon as it is given: quit whenever you like and come back to the same place. On a terminal \
      a form opens; ? shows its keys. With --plain, and where there is no terminal, each question is asked on a line of its \
      own, which suits screen readers.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var rounds: RoundOptions
  @Argument(help: "The team to begin with; left out, the one where you left.") var team: String?
  @OptionGroup var whose: JudgeChoice
  @Flag(help: "Ask line by line.") var plain = false
  @Option(help: ArgumentHelp("The language of the questions.", valueName: "code")) var lang: TypedLanguage?

  func run() async throws {
    let desk = try await ScoringDesk.open(
      global, round: rounds.round, judge: whose.judge, language: try lang?.language())
    let contents = try await desk.contents()
    guard !contents.teams.isEmpty else {
      return Surroundings.say("\(desk.judge) has no team to score yet. An organiser assigns them.")
    }
    let first = try team.map { key in
      guard let index = contents.teams.firstIndex(where: { $0.key == key }) else {
        throw ScoreError.unknownTeam(key, nearest: nearest(to: key, among: contents.teams.map(\.key)))
      }
      return index
    }
    if !plain, Surroundings.environment["TERM"] != "dumb", let terminal = TerminalSession() {
      var sitting = TerminalSitting(desk, contents, first, on: terminal)
      await sitting.run()
      Surroundings.say(sitting.farewell)
    } else {
      try await PlainSitting(desk, contents).run(from: first)
    }
  }
}

extension ScoringDesk {
  /// Opens the round for whoever acts: a judge by token, or the judge whom an organiser names.
  static func open(
    _ global: GlobalOptions, round: String?, judge: String?, language: Language?
  ) async throws -> ScoringDesk {
    let backend = try await global.open(allowing: .judge)
    let judge = try JudgeChoice.resolve(judge, backend)
    let form = try await backend.read { event, snapshot in
      let round = try backend.round(round, of: event.id, in: snapshot)
      return try backend.scores.form(of: round.id, event.id, in: snapshot)
    }
    return ScoringDesk(backend: backend, judge: judge, form: form, language: language)
  }
}
