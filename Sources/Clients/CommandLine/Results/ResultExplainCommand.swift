import ArgumentParser
import Backend
import CanonicalJSON
import ExplanationFormats
import Files
import Lookup
import Postgres
import RankingEngine
import RankingReports
import Results
import Terminal
import UseCases
import Vocabulary

/// `datajam result explain TEAM`: every number that made a team's rank.
struct ResultExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "explain", "Show every number that leads to a team's rank.",
    more: """
      html is a page to hand to the team, and svg is its chart. Both name no judge, and only the teams that \
      are announced; --for-team does the same for text. With --all, the folder gets one page for each team \
      and language.
      """,
    examples: "datajam result explain aurora", "datajam result explain aurora --as html --language fr -o aurora.html",
    "datajam result explain --all -o explanations")

  @Argument(help: "The team's key.", completion: .keys(.team)) var team: String?
  @Option(name: .customLong("as"), help: "The format: text, html or svg.") var form: ExplanationForm?
  @Option(
    help: ArgumentHelp("The language: en, fr or es. Without it: the event's first language.", valueName: "code"))
  var language: String?
  @Flag(help: "Write for the team: without codes of judges, and without teams that are not announced.")
  var forTeam = false
  @Flag(help: "Write one page for each team.") var all = false
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file, or the folder for --all.", valueName: "path"),
    completion: .file())
  var output: String?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func validate() throws {
    if all, team != nil || output == nil || ![nil, .html].contains(form) || global.json {
      throw ValidationError("'--all' writes the pages of all teams to a folder: 'result explain --all -o FOLDER'.")
    }
    if !all, team == nil { throw ValidationError("Give a team's key, or '--all -o FOLDER' for all teams.") }
  }

  func run() async throws {
    let language = try self.language.map { try Language(code: $0) }
    if all { return try await writeAll(in: language) }
    guard let team else { return }
    let event = try await ExplainedEvent(global.open())
    guard let standing = event.result.standings.first(where: { $0.team == team }) else {
      throw ResultError.unknownTeam(team, nearest: nearest(to: team, among: event.result.standings.map(\.team)))
    }
    if global.json { return Console.print(try event.json(standing).pretty) }
    if forTeam || language != nil || (form ?? .text) != .text {
      return try write(for: standing, event, in: language ?? event.languages.first ?? .english)
    }
    guard var explained = event.explanations.forOrganisers(team) else { return }
    explained.decisions = event.result.decisions.filter { $0.teams.contains(team) }.map(ResultVersionText.line)
    let comparison = MethodComparison(event.result, event.kept, all: false)
    let blocks = ExplanationBlocks(explained, in: .english).all.map(\.parts)
    Page(blocks + [[.text(comparison.line(of: team))]]).print()
    if comparison.isPartial { Console.say("Ranks by all methods: \(run: "result compare")") }
  }

  private func write(for standing: RankingResult.Standing, _ event: ExplainedEvent, in language: Language) throws {
    guard let explained = event.explanations.forTeam(standing.team, in: language) else { return }
    switch form ?? .text {
    case .text where output == nil:
      let embargo = ExplanationBlocks(explained, in: language).embargo.map { [[Page.Part.text($0)]] } ?? []
      Page(embargo + ExplanationBlocks(explained, in: language).all.map(\.parts)).print()
    case .text: try save(ExplanationText(explained, in: language).text)
    case .html: try save(ExplanationPage(explained, in: language).text)
    case .svg:
      guard let chart = ExplanationChart(explained, in: language) else {
        throw UsageError(
          "The method \(quoted(event.result.method.name)) has no scale for a chart.",
          hint: "Write the page, which needs none: --as html")
      }
      try save(chart.text)
    }
  }

  private func save(_ text: String) throws {
    guard let output, output != "-" else { return Console.print(text.hasSuffix("\n") ? String(text.dropLast()) : text) }
    try OutputFile.write(text, to: output, for: .owner)
    Console.say("Wrote \(output); nothing is sent.")
  }

  private func writeAll(in language: Language?) async throws {
    guard let output else { return }
    let event = try await ExplainedEvent(global.open())
    try OutputFile.makeFolder(output)
    let languages = language.map { [$0] } ?? event.languages
    for standing in event.result.standings {
      for language in languages {
        guard let explained = event.explanations.forTeam(standing.team, in: language) else { continue }
        let path = "\(output)/\(standing.team).\(language.code).html"
        try OutputFile.write(ExplanationPage(explained, in: language).text, to: path, for: .owner)
      }
    }
    let count = event.result.standings.count * languages.count
    Console.say("Wrote \(count == 1 ? "1 page" : "\(count) pages") to \(output); nothing is sent.")
  }
}

/// A form of an explanation.
enum ExplanationForm: String, CaseIterable, ExpressibleByArgument {
  case text, html, svg
}

extension ExplanationBlock {
  fileprivate var parts: [Page.Part] {
    switch self {
    case .lines(let lines): [.text(lines.map(onOneLine).joined(separator: "\n"))]
    case .table(let header, let rows, let numeric): [.table(TextTable(header: header, rows: rows, numeric: numeric))]
    }
  }
}
