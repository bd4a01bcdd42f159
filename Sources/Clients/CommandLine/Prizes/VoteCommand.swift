import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Prizes
import Results
import UseCases
import Vocabulary

/// `datajam vote …`
struct VoteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "vote", "Votes of the public for the prizes with --choice.",
    subcommands: [Import.self, List.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import the number of votes of each team.",
      more: """
        Columns: team, votes. Votes of the same source are replaced; votes of several sources are added up.
        """,
      examples: "datajam vote import votes.csv --prize people --source \"Paper ballots\"")

    @OptionGroup var options: ImportOptions
    @OptionGroup var columns: ColumnOptions
    @Option(
      help: ArgumentHelp("The key of the prize that the votes decide.", valueName: "key"), completion: .keys(.prize))
    var prize: TypedKey
    @Option(help: ArgumentHelp("Where the votes were counted, and by whom.", valueName: "text")) var source: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (prize, source) = (try prize.slug(), source)
      try await options.run(global, columns.reading, next: "vote list") { table, backend, event, unit in
        try backend.imports.votes(table, for: prize, from: source, of: event, by: backend.awards, in: unit)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the votes by prize and source.",
      more: "Keep this list secret until the announcement.",
      examples: "datajam vote list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let votes = try await backend.read { try backend.awards.votes(of: $0.id, in: $1) }
      let table = TextTable(
        header: ["prize", "source", "team", "name", "votes"],
        rows: votes.map { [$0.prize.text, $0.source, $0.team, $0.teamName, String($0.votes)] }, numeric: [4],
        expendable: ["source"])
      let items = votes.map { count -> JSON in
        [
          "prize": .string(count.prize.text), "source": .string(count.source), "team": .string(count.team),
          "votes": .integer(count.votes),
        ]
      }
      try global.show(
        table, as: items,
        in: list, whenEmpty: "There are no votes yet. Import them: \(run: "vote import FILE --prize KEY --source TEXT")"
      )
    }
  }
}
