public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import ImportFormats
public import Submissions
import UseCases
import Vocabulary

/// `datajam submission …`
struct SubmissionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submission", abstract: "What the teams work on and hand in.",
    subcommands: [
      Add.self, Set.self, Show.self, List.self, HandIn.self, Admit.self, Withdraw.self, History.self,
      SubmissionFileCommand.self, Import.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import submissions as they were handed in.", discussion: TemplateNoun.submissions.inHelp)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: FileImportOptions

    func run() async throws { try await options.run(global, as: .submission) }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Begin a team's submission, as a draft.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @OptionGroup var details: SubmissionFields

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.submissions.add(team, of: $0, in: $1, details.apply) }
      global.tell(.created, "submission", team, next: "datajam submission hand-in \(team)")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change what a team works on, or begin it.",
      discussion: "What was handed in before stays as it is. What is not given stays too, and \"\" takes a text away.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @OptionGroup var details: SubmissionFields

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { try backend.submissions.edit(team, of: $0, in: $1, details.apply) }
      global.tell(
        outcome, "submission", team, next: outcome == .unchanged ? nil : "datajam submission hand-in \(team)")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the submissions by team, with what is judged of each.",
      discussion: """
        State: draft (nothing was submitted), submitted, late (all of it came late, so none is judged), accepted late (it \
        came late and is judged), withdrawn. A draft that holds more than what was submitted is marked as changed.
        """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "Only those that are draft, submitted, late, accepted-late or withdrawn.")
    var state: SubmissionDetails.State?

    func run() async throws {
      let backend = try await global.open()
      let all = try await backend.read { try backend.submissions.all(of: $0.id, in: $1) }
      let submissions = all.filter { state == nil || $0.state == state }
      let table = TextTable(
        header: ["team", "title", "state", "judged", "versions", "received", "draft", "url"],
        rows: submissions.map { overview in
          [
            overview.submission.team, overview.submission.title.anyText, overview.state.rawValue,
            overview.judged.map(String.init) ?? "", String(overview.versions),
            overview.receivedLocally?.description ?? "", overview.hasChanges && overview.versions > 0 ? "changed" : "",
            overview.submission.url ?? "",
          ]
        }, numeric: [3, 4])
      global.show(
        table, as: submissions.map(\.json),
        whenEmpty: all.isEmpty
          ? "There is no submission yet. Add some: datajam submission import FILE" : "No submission is like that.")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what a team works on, or one version of what it handed in.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Option(name: .customLong("number"), help: ArgumentHelp("The version.", valueName: "n")) var number: Int?

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
