import ArgumentParser
import Backend
import CanonicalJSON
import Competition
import Events
import Interchange
import Submissions
import Workflows

/// `datajam submission …`
struct SubmissionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submission", abstract: "What the teams hand in.", subcommands: [Import.self, Set.self, List.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import submissions.", discussion: TemplateNoun.submissions.inHelp)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: FileImportOptions

    func run() async throws { try await options.run(global, as: .submission) }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a team's submission, or change it.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @OptionGroup var title: LocalisedOptions<TitleField>
    @OptionGroup var summary: LocalisedOptions<SummaryField>
    @Option(help: "A link to the project.") var url: String?

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let known = try backend.submissions.all(of: event, in: unit).first { $0.team == team }
        var submission = known ?? Submission(team: team)
        submission.title = title.replacing(in: submission.title)
        submission.summary = summary.replacing(in: submission.summary)
        submission.url = url ?? submission.url
        return try backend.submissions.set(submission, of: event, in: unit)
      }
      global.tell(outcome, "submission", team)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the submissions by team.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let submissions = try await backend.read { try backend.submissions.all(of: $0.id, in: $1) }
      let table = TextTable(
        header: ["team", "title", "url"],
        rows: submissions.map { [$0.team, $0.title.anyText, $0.url ?? ""] })
      let items = submissions.map { submission -> JSON in
        [
          "team": .string(submission.team), "title": submission.title.json, "summary": submission.summary.json,
          "url": submission.url.json,
        ]
      }
      global.show(table, as: items, whenEmpty: "There is no submission yet. Add some: datajam submission import FILE")
    }
  }
}
