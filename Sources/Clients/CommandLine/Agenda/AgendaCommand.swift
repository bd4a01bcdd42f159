import Agenda
public import AgendaFormats
public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Vocabulary

/// `datajam agenda …`
struct AgendaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "agenda", "The event's programme: sessions and speakers.",
    more: """
      You work on a draft. "publish" makes a public version of it, and "export" writes that version to a \
      file.
      """,
    subcommands: [
      Import.self, Add.self, Set.self, Show.self, List.self, Cancel.self, Remove.self, AgendaSpeakerCommand.self,
      Check.self, AllowOverlap.self, Publish.self, Versions.self, Export.self,
    ])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a session to the draft.",
      examples: "datajam agenda add opening --day 2026-05-08 --hours \"10:30-11:15\" --title-en Opening")

    @Argument(help: "The session's key, such as opening.") var key: TypedKey
    @OptionGroup var details: SessionFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let warnings = try await backend.change { event, unit in
        try backend.agenda.add(key, of: event, in: unit) { try details.apply(to: &$0) }
        return try backend.doubts(about: key, event, unit, saying: details.zoneWord())
      }
      AgendaWarnings.say(warnings)
      global.tell(.created, "session", key.text, next: "agenda speaker add \(key) --name NAME")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change a session, or add it.",
      more: """
        Options that you leave out change nothing. "" removes a text; none removes an address, a room or a \
        capacity.
        """,
      examples: "datajam agenda set opening --room main-hall --languages en,fr")

    @Argument(help: "The session's key.", completion: .keys(.session)) var key: TypedKey
    @OptionGroup var details: SessionFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let (outcome, warnings) = try await backend.change { event, unit in
        let outcome = try backend.agenda.set(key, of: event, in: unit) { try details.apply(to: &$0) }
        return (outcome, try backend.doubts(about: key, event, unit, saying: details.zoneWord()))
      }
      AgendaWarnings.say(warnings)
      global.tell(outcome, "session", key.text, next: outcome == .unchanged ? nil : "agenda check")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show a session of the draft with its speakers.",
      examples: "datajam agenda show opening")

    @Argument(help: "The session's key.", completion: .keys(.session)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let entry = try await backend.read { try backend.agenda.entry(key, of: $0.id, in: $1) }
      global.show(entry.table, as: entry.json)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the sessions of the draft by time.",
      more: "Times are in the event's time zone. --tz adds a column in another zone.",
      examples: "datajam agenda list --tz America/Vancouver")

    @Option(help: "Only sessions for the public, or only those for participants.") var audience: AgendaSession.Audience?
    @Option(name: .customLong("tz"), help: ArgumentHelp("A second time zone for the hours.", valueName: "zone"))
    var zone: String?
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let list = try await backend.read { event, snapshot in
        SessionList(
          entries: try backend.agenda.draft(of: event.id, audience: audience, in: snapshot),
          eventHours: try backend.agenda.hours(of: event.id, in: nil, snapshot),
          readerHours: try zone.map { try backend.agenda.hours(of: event.id, in: $0, snapshot) }, readerZone: zone,
          languages: event.event.languages)
      }
      try global.show(
        list.table, as: list.items, in: self.list,
        whenEmpty: "There is no session yet. Add some: \(run: "agenda import FILE")")
    }
  }

  struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "cancel", "Mark a session as cancelled.",
      more: "Calendars show it as cancelled after the next \"agenda publish\".",
      examples: "datajam agenda cancel opening")

    @Argument(help: "The session's key.", completion: .keys(.session)) var key: String
    @Flag(help: "The session takes place again.") var undo = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { try backend.agenda.cancel(key, undo: undo, of: $0, in: $1) }
      global.tell(outcome, "session", key, next: outcome == .unchanged ? nil : "agenda publish")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a session and its speakers from the draft.",
      more: "If the session was published, calendars show it as cancelled.",
      examples: "datajam agenda remove opening")

    @Argument(help: "The session's key.", completion: .keys(.session)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.agenda.remove(key, of: $0, in: $1) }
      global.tell(removed: true, "session", key, "session \(quoted(key)): removed")
    }
  }
}

extension AgendaSession.Audience: ExpressibleByArgument {}
extension AgendaSession.Kind: ExpressibleByArgument {}
