public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import ImportFormats
import Lookup
public import Submissions
import UseCases
import Vocabulary

/// `datajam submission …`
struct SubmissionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "submission", "The teams' submissions and their versions.",
    subcommands: [
      Add.self, Set.self, Show.self, List.self, Submit.self, AcceptLate.self, Withdraw.self, Remove.self,
      History.self,
      SubmissionFileCommand.self, Import.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import submitted versions from a CSV file.",
      more: TemplateNoun.submissions.inHelp,
      examples: "datajam submission import submissions.csv")

    @OptionGroup var options: FileImportOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws { try await options.run(global, as: .submission) }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a team's submission as a draft.",
      examples: "datajam submission add aurora --title-en \"Star map\" --url https://example.org/star-map")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @OptionGroup var details: SubmissionFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.submissions.add(team, of: $0, in: $1, details.apply) }
      global.tell(.created, "submission", team, next: "submission submit \(team)")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change a team's draft, or add it.",
      more: """
        Submitted versions do not change. Options that you leave out change nothing; "" removes a text.
        """,
      examples: "datajam submission set aurora --video https://example.org/video")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @OptionGroup var details: SubmissionFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { try backend.submissions.edit(team, of: $0, in: $1, details.apply) }
      global.tell(
        outcome, "submission", team, next: outcome == .unchanged ? nil : "submission submit \(team)")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the submissions by team, with the version that is judged.",
      more: """
        States: draft (nothing was submitted), submitted (a version is judged), late (all versions are late, \
        so none is judged), accepted-late (an organiser accepted it), withdrawn. A draft with later changes is \
        marked.
        """,
      examples: "datajam submission list --state late")

    @Option(help: "Only submissions in this state.")
    var state: SubmissionDetails.State?
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (languages, all) = try await backend.read {
        ($0.event.languages, try backend.submissions.all(of: $0.id, in: $1))
      }
      let submissions = all.filter { state == nil || $0.state == state }
      let areOpted = submissions.contains { !$0.submission.optedFor.isEmpty }
      let table = TextTable(
        header: ["team", "title", "state", "judged", "versions", "received", "draft", "url"]
          + (areOpted ? ["opted for"] : []),
        rows: submissions.map { overview in
          [
            overview.submission.team, overview.submission.title.text(preferring: languages), overview.state.rawValue,
            overview.judged.map(String.init) ?? "", String(overview.versions),
            overview.receivedLocally?.description ?? "", overview.hasChanges && overview.versions > 0 ? "changed" : "",
            overview.submission.url ?? "",
          ] + (areOpted ? [overview.submission.optedFor.joined(separator: ", ")] : [])
        }, numeric: [3, 4], expendable: ["url", "versions", "draft"])
      try global.show(
        table, as: submissions.map(\.json),
        in: list,
        whenEmpty: all.isEmpty
          ? "There is no submission yet. Add some: \(run: "submission import FILE")" : "No submission is like that.")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show a team's draft, or one submitted version.",
      examples: "datajam submission show aurora --number 2")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Option(name: .customLong("number"), help: ArgumentHelp("The number of the version.", valueName: "n"))
    var number: Int?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (overview, versions) = try await backend.read {
        try backend.submissions.submission(of: team, $0.id, in: $1)
      }
      guard let number else { return global.show(overview.table, as: overview.json) }
      guard let version = versions.first(where: { $0.number == number }) else {
        throw SubmissionError.unknownVersion(number, team: team)
      }
      global.show(version.table(of: team), as: version.json)
    }
  }
}

extension SubmissionDetails.State: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument.replacing("-", with: " ")) }
  public static var allValueStrings: [String] { allCases.map(\.word) }

  /// The state as one word.
  var word: String { rawValue.replacing(" ", with: "-") }
}
