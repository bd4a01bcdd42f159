import Access
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Postgres
import Vocabulary

/// `datajam event …`
struct EventCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Editions: their names, days and phases.",
    subcommands: [
      Add.self, Set.self, Show.self, List.self, EventPhaseCommand.self, Relate.self, Unrelate.self, Relations.self,
      Clone.self,
    ])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add an event. Whoever adds it is its first organiser.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "A short name for commands, such as datajam-2021.") var slug: TypedKey
    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd")) var from: TypedDay
    @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd")) var to: TypedDay
    @Option(help: ArgumentHelp("The IANA time zone, such as America/Toronto.", valueName: "zone")) var tz: String
    @OptionGroup var settings: EventSettings

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
      if settings.langs == nil { event.languages = event.name.languages }
      let backend = try await global.open()
      let added = event
      try await backend.transaction { unit in
        _ = try backend.events.add(added, in: unit) { try backend.organisers.found($0, in: unit) }
      }
      global.tell(
        .created, "event", slug.text,
        next: "datajam team import FILE -E \(slug.text) (first organiser: \(backend.configuration.principal))")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change an event's settings.",
      discussion:
        "What is not given stays as it is; \"\" takes a text away, and none a day or a number that may be open.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var choice: EventChoice
    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd")) var from: TypedDay?
    @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd")) var to: TypedDay?
    @Option(help: ArgumentHelp("The IANA time zone; a deadline keeps what its clocks show.", valueName: "zone"))
    var tz: String?
    @OptionGroup var settings: EventSettings

    func run() async throws {
      let backend = try await global.open()
      let (outcome, key) = try await backend.transaction { unit in
        let stored = try choice.find(in: backend, unit)
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
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the events.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let events = try await backend.database.read { try backend.events.all(in: $0) }
      let table = TextTable(
        header: ["event", "name", "phase", "from", "to", "zone", "languages"],
        rows: events.map { stored in
          let event = stored.event
          return [
            event.slug.text, event.name.anyText, stored.phase.rawValue, event.startsOn.description,
            event.endsOn.description, event.timeZone, event.languages.map(\.code).joined(separator: ","),
          ]
        })
      let items = events.map { stored -> JSON in
        let event = stored.event
        return [
          "key": .string(event.slug.text), "name": event.name.json, "phase": .string(stored.phase.rawValue),
          "starts_on": .string(event.startsOn.description), "ends_on": .string(event.endsOn.description),
          "tz": .string(event.timeZone), "languages": .array(event.languages.map { .string($0.code) }),
        ]
      }
      global.show(
        table, as: items,
        whenEmpty:
          "There is no event yet. Add one: datajam event add SLUG --name-en NAME --from DATE --to DATE --tz ZONE")
    }
  }
}
