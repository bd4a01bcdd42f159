import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Vocabulary

/// `datajam organiser …`
struct OrganiserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organiser", abstract: "Who may act in an event.", subcommands: [Add.self, List.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Let somebody else act as an organiser.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The name by which they act.") var name: String

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.organisers.add(name, to: event, in: unit)
      }
      global.tell(outcome, "organiser", name)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the organisers.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let names = try await backend.read { try backend.organisers.names(of: $0.id, in: $1) }
      global.show(
        TextTable(header: ["organiser"], rows: names.map { [$0] }), as: names.map(JSON.string),
        whenEmpty: "There is no organiser.")
    }
  }
}
