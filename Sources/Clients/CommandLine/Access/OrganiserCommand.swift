import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Vocabulary

/// `datajam organiser …`
struct OrganiserCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "organiser", "People who may change an event.",
    subcommands: [Add.self, List.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Give a colleague the rights of an organiser.",
      examples: "datajam organiser add amina")

    @Argument(help: "The colleague's name for commands, such as amina.") var name: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.organisers.add(name, to: event, in: unit)
      }
      global.tell(outcome, "organiser", name)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the organisers.",
      examples: "datajam organiser list")

    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let names = try await backend.read { try backend.organisers.names(of: $0.id, in: $1) }
      global.show(
        TextTable(header: ["organiser"], rows: names.map { [$0] }), as: names.map(JSON.string),
        whenEmpty: "There is no organiser.")
    }
  }
}
