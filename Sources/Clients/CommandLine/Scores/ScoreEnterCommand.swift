import ArgumentParser
import Backend
import Events
import Judging
import Lookup
import Postgres
import ScoreScreen
import Scores
import Terminal
import Vocabulary

/// `datajam score enter`
struct ScoreEnterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "enter", "Score your teams, one question after another.",
    more: """
      Each answer is saved at once. You can stop at any time and continue later. On a terminal a form opens; \
      Esc shows what else it can do. With --plain, each question has its own line, which suits screen readers.
      """,
    examples: "datajam score enter", "datajam score enter aurora --plain")

  @OptionGroup var rounds: RoundOptions
  @Argument(help: "The team to begin with. Without it: where you stopped.", completion: .keys(.team)) var team: String?
  @OptionGroup var whose: JudgeChoice
  @Flag(help: "Ask line by line.") var plain = false
  @Option(help: ArgumentHelp("The reason, when an organiser changes a ready sheet.", valueName: "text"))
  var reason: String?
  @Option(
    help: ArgumentHelp(
      "The language: en, fr or es. Without it: the judge's, or that of your terminal.", valueName: "code"))
  var language: TypedLanguage?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let entry = try await ScoreEntry.open(
      global, round: rounds.round, judge: whose.judge, reason: reason,
      language: try language?.language())
    let contents = try await entry.contents()
    guard !contents.teams.isEmpty else {
      return Console.say("\(entry.judge) has no team to score yet. An organiser assigns them.")
    }
    let first = try team.map { key in
      guard let index = contents.teams.firstIndex(where: { $0.key == key }) else {
        throw ScoreError.unknownTeam(key, nearest: nearest(to: key, among: contents.teams.map(\.key)))
      }
      return index
    }
    if !plain, !Window.isDumb, let terminal = TerminalSession() {
      var runner = ScoreScreenRunner(entry, contents, first, on: terminal)
      await runner.run()
      Console.say(runner.farewell)
    } else {
      try await ScoreLinePrompt(entry, contents).run(from: first)
    }
  }
}

extension ScoreEntry {
  /// Opens the round for the judge who scores: a judge by token, or the judge whom an organiser names.
  static func open(
    _ global: GlobalOptions, round: String?, judge: String?, reason: String?, language: Language?
  ) async throws -> ScoreEntry {
    let backend = try await global.open(allowing: .judge)
    let judge = try JudgeChoice.resolve(judge, backend)
    let (form, own) = try await backend.read { event, snapshot in
      let round = try backend.round(round, of: event.id, in: snapshot)
      return (
        try backend.scores.form(of: round.id, event.id, in: snapshot),
        try backend.language(ofJudge: judge, event.id, snapshot)
      )
    }
    let language = language ?? own
    return ScoreEntry(
      backend: backend, judge: judge, form: form, reason: reason, language: language,
      spoken: language ?? Language.ofEnvironment ?? .english)
  }
}

extension Backend {
  /// The first of a judge's languages that the program speaks.
  func language(ofJudge code: String, _ event: EventID, _ snapshot: Snapshot) throws -> Language? {
    try judging.judge(code, of: event, in: snapshot).judge.languages.lazy.compactMap(Language.init(rawValue:)).first
  }
}

extension Language {
  /// The language of the terminal (POSIX, LC_ALL, LC_MESSAGES, LANG); nil when it is none of ours.
  fileprivate static var ofEnvironment: Language? {
    let variables = ProcessEnvironment.variables
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
    return locale.flatMap { Language(rawValue: String($0.prefix { $0.isLetter }).lowercased()) }
  }
}
