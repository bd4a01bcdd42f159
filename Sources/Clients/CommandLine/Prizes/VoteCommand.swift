import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Prizes
import Results
import UseCases
import Vocabulary

/// `datajam vote …`
struct VoteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vote", abstract: "The public's votes, which decide prizes added with --choice.",
    subcommands: [Import.self, List.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take how many votes each team had, in place of what the same source said before.",
      discussion: "Columns: team, votes. What several sources say is added up.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportOptions
    @Option(help: ArgumentHelp("The key of the prize that they decide.", valueName: "key")) var prize: TypedKey
    @Option(help: ArgumentHelp("Who counted them, and where.", valueName: "text")) var source: String

    func run() async throws {
      let (file, prize, source) = (options.file, try prize.slug(), source)
      try await options.run(global, next: "datajam vote list") { bytes, backend, event, unit in
        try backend.imports.votes(
          bytes, file: file, for: prize, from: source, of: event, by: backend.awards, in: unit)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the votes by prize and source. Not for the public before the announcement.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let votes = try await backend.read { try backend.awards.votes(of: $0.id, in: $1) }
      let table = TextTable(
        header: ["prize", "source", "team", "name", "votes"],
        rows: votes.map { [$0.prize.text, $0.source, $0.team, $0.teamName, String($0.votes)] }, numeric: [4])
      let items = votes.map { count -> JSON in
        [
          "prize": .string(count.prize.text), "source": .string(count.source), "team": .string(count.team),
          "votes": .integer(count.votes),
        ]
      }
      global.show(
        table, as: items,
        whenEmpty: "There are no votes yet. Import them: datajam vote import FILE --prize KEY --source TEXT")
    }
  }
}
