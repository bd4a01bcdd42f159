import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Postgres
import Vocabulary

/// `datajam event …`
struct EventCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "event", "Events: their names, days and phases.",
    subcommands: [
      Add.self, Set.self, Show.self, List.self, EventPhaseCommand.self, Relate.self, Unrelate.self, Relations.self,
      Clone.self, Import.self, Remove.self,
    ])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Create an event. You become its first organiser.",
      examples: "datajam event add my-jam --name-en \"My Jam\" --from 2026-05-08 --to 2026-05-10 --tz America/Toronto")

    @Argument(help: "The event's key for commands, such as datajam-2021.") var slug: TypedKey
    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd")) var from: TypedDay
    @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd")) var to: TypedDay
    @Option(help: ArgumentHelp("The IANA time zone, such as America/Toronto.", valueName: "zone")) var tz: String
    @OptionGroup var settings: EventSettings
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      if settings.name.replacing(in: LocalizedText()).isEmpty {
        throw ValidationError("An event needs a name: add --name-en NAME, or --name-fr or --name-es.")
      }
    }

    func run() async throws {
      var event = Event(
        slug: try slug.slug(), name: LocalizedText(), timeZone: tz, startsOn: try from.day(), endsOn: try to.day(),
        languages: [.english])
      try settings.apply(to: &event)
      if settings.languages == nil { event.languages = event.name.languages }
      let backend = try await global.open()
      let added = event
      try await backend.transaction { unit in
        _ = try backend.events.add(added, in: unit) { try backend.organisers.found($0, in: unit) }
      }
      NamedEvent.$slug.withValue(slug.text) { global.tell(.created, "event", slug.text, next: "team import FILE") }
      if !global.json { Console.say("The first organiser is \(backend.configuration.principal).") }
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change the settings of an event.",
      more: "Options that you leave out change nothing. \"\" removes a text; none removes a day or a number.",
      examples: "datajam event set --deadline 2026-05-10T17:00 --team-size 5")

    @OptionGroup var choice: EventChoice
    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd")) var from: TypedDay?
    @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd")) var to: TypedDay?
    @Option(help: ArgumentHelp("The IANA time zone. A deadline keeps its hour on the clock.", valueName: "zone"))
    var tz: String?
    @OptionGroup var settings: EventSettings
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (outcome, key) = try await backend.transaction { unit in
        let stored = try choice.find(in: backend, unit)
        try backend.events.require(Phase.changeable, of: stored)
        let outcome = try backend.events.edit(stored.id, in: unit) { event in
          event.startsOn = try from?.day() ?? event.startsOn
          event.endsOn = try to?.day() ?? event.endsOn
          event.timeZone = tz ?? event.timeZone
          try settings.apply(to: &event)
        }
        return (outcome, stored.event.slug.text)
      }
      global.tell(outcome, "event", key)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the events.",
      examples: "datajam event list", "datajam event list --removed")

    @Flag(help: "The events that were removed, with the proof that is kept of each.") var removed = false
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      guard !removed else { return try await global.showRemovedEvents(of: backend, in: list) }
      let events = try await backend.database.read { try backend.events.all(in: $0) }
      let table = TextTable(
        header: ["event", "name", "phase", "from", "to", "zone", "languages"],
        rows: events.map { stored in
          let event = stored.event
          return [
            event.slug.text, event.name.text(preferring: event.languages), stored.phase.rawValue,
            event.startsOn.description,
            event.endsOn.description, event.timeZone, event.languages.map(\.code).joined(separator: ","),
          ]
        }, expendable: ["zone", "languages"])
      let items = events.map { stored -> JSON in
        let event = stored.event
        return [
          "key": .string(event.slug.text), "name": event.name.json, "phase": .string(stored.phase.rawValue),
          "starts_on": .string(event.startsOn.description), "ends_on": .string(event.endsOn.description),
          "tz": .string(event.timeZone), "languages": .array(event.languages.map { .string($0.code) }),
        ]
      }
      try global.show(
        table, as: items,
        in: list,
        whenEmpty:
          "There is no event yet. Add one: \(run: "event add SLUG --name-en NAME --from DATE --to DATE --tz ZONE")")
    }
  }
}

/// The event that a command of `event` is about.
struct EventChoice: ParsableArguments {
  @Argument(help: "The event. Without it: -E, or the only event.", completion: .keys(.event))
  var slug: String?

  init() {}

  init(slug: String) { self.slug = slug }

  func find(in backend: Backend, _ snapshot: Snapshot) throws -> StoredEvent {
    if let slug, let own = backend.configuration.holder?.slug, slug != own {
      throw AccessError.ofOtherEvent(asked: slug, own: own)
    }
    return try backend.events.find(slug ?? backend.configuration.event, in: snapshot)
  }
}
