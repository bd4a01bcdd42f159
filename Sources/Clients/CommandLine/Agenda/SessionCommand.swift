import Agenda
public import AgendaFormats
public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Vocabulary

/// `datajam session …`
struct SessionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "The agenda: its sessions, who speaks, and what is published of it.",
    discussion: "Sessions are drafted; \"publish\" makes what leaves the house, and \"export\" writes it.",
    subcommands: [
      Import.self, Add.self, Set.self, Show.self, List.self, Cancel.self, Remove.self, SessionSpeakerCommand.self,
      Check.self, Publish.self, Versions.self, Export.self,
    ])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a session to the draft.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's key, such as opening.") var key: TypedKey
    @OptionGroup var details: SessionFields

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let warnings = try await backend.change { event, unit in
        try backend.agenda.add(key, of: event, in: unit) { try details.apply(to: &$0) }
        return try backend.doubts(about: key, event, unit, saying: details.zoneWord())
      }
      SessionDoubts.say(warnings)
      global.tell(.created, "session", key.text, next: "datajam session speaker add \(key) --name NAME")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a session, or change what is known of it.",
      discussion: "What is not given stays as it is; \"\" takes a text away, and none an address, a room or a capacity."
    )

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's key.") var key: TypedKey
    @OptionGroup var details: SessionFields

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let (outcome, warnings) = try await backend.change { event, unit in
        let outcome = try backend.agenda.set(key, of: event, in: unit) { try details.apply(to: &$0) }
        return (outcome, try backend.doubts(about: key, event, unit, saying: details.zoneWord()))
      }
      SessionDoubts.say(warnings)
      global.tell(outcome, "session", key.text, next: outcome == .unchanged ? nil : "datajam session check")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a session of the draft with its speakers.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's key.") var key: String

    func run() async throws {
      let backend = try await global.open()
      let entry = try await backend.read { try backend.agenda.entry(key, of: $0.id, in: $1) }
      global.show(entry.table, as: entry.json)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the sessions of the draft by time, in the event's zone and in another one.")

    @OptionGroup var global: GlobalOptions
    @Option(help: "Only sessions that are public or for participants.") var audience: AgendaSession.Audience?
    @Option(name: .customLong("tz"), help: ArgumentHelp("Show the hours in this zone too.", valueName: "zone"))
    var zone: String?

    func run() async throws {
      let backend = try await global.open()
      let list = try await backend.read { event, snapshot in
        SessionList(
          entries: try backend.agenda.draft(of: event.id, audience: audience, in: snapshot),
          eventHours: try backend.agenda.hours(of: event.id, in: nil, snapshot),
          readerHours: try zone.map { try backend.agenda.hours(of: event.id, in: $0, snapshot) }, readerZone: zone)
      }
      global.show(
        list.table, as: list.items, whenEmpty: "There is no session yet. Add some: datajam session import FILE")
    }
  }

  struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Call a session off; calendars hear of it when the agenda is published.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's key.") var key: String
    @Flag(help: "It takes place after all.") var undo = false

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { try backend.agenda.cancel(key, undo: undo, of: $0, in: $1) }
      global.tell(outcome, "session", key, next: outcome == .unchanged ? nil : "datajam session publish")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a session out of the draft, with its speakers.",
      discussion: "What was published of it stays in the feed as cancelled.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's key.") var key: String

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.agenda.remove(key, of: $0, in: $1) }
      global.tell(removed: true, "session", key, "session \(quoted(key)): removed")
    }
  }
}

extension AgendaSession.Audience: ExpressibleByArgument {}
extension AgendaSession.Kind: ExpressibleByArgument {}
