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
    subcommands: [Add.self, List.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Give a colleague the rights of an organiser.",
      examples: "datajam organiser add amina")

    @Argument(help: "The colleague's name for commands, such as amina.") var name: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change(during: Phase.all) { event, unit in
        try backend.organisers.add(name, to: event, in: unit)
      }
      global.tell(outcome, "organiser", name)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the organisers.",
      examples: "datajam organiser list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let names = try await backend.read { try backend.organisers.names(of: $0.id, in: $1) }
      try global.show(
        TextTable(header: ["organiser"], rows: names.map { [$0] }), as: names.map(JSON.string),
        in: list, whenEmpty: "There is no organiser.")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "End the rights of an organiser.",
      more: """
        Their tokens end and they can change nothing any more. What they did stays in the log. On a terminal you have to \
        type the name.
        """,
      examples: "datajam organiser remove amina")

    @Argument(help: "The organiser's name.") var name: String
    @Option(help: ArgumentHelp("The name, instead of typing it.", valueName: "name")) var confirm: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      // What prevents it is said before anything has to be typed.
      let slug = try await backend.transaction(isRehearsal: true) { unit in
        let event = try backend.events.find(backend.configuration.event, in: unit)
        try backend.organisers.remove(name, of: event.id, in: unit)
        return event.event.slug.text
      }
      let lines = [
        "goes:  the rights and the tokens of organiser \(quoted(name))", "stays: what they did, and the log",
      ]
      try DestructiveConfirmation(name: name, lines: lines).confirm(confirm, of: slug, on: backend)
      try await backend.change(during: Phase.all) { try backend.organisers.remove(name, of: $0, in: $1) }
      global.tell(removed: true, "organiser", name, "organiser \(quoted(name)): removed")
    }
  }
}
