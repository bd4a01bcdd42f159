import Access
public import ArgumentParser
import Backend
import CanonicalJSON
import Competition
public import Events
import Postgres

/// `datajam event …`
struct EventCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Editions: their names, days and settings.",
    subcommands: [Add.self, Set.self, List.self])

  /// The settings that `add` and `set` share.
  struct Settings: ParsableArguments {
    @OptionGroup var name: LocalisedOptions<NameField>
    @OptionGroup var purpose: LocalisedOptions<PurposeField>
    @OptionGroup var notice: LocalisedOptions<NoticeField>

    @Option(help: ArgumentHelp("The day of the announcement.", valueName: "yyyy-mm-dd"))
    var announced: TypedDay?

    @Option(help: "online, on-site or hybrid.")
    var mode: Event.Mode?

    @Option(help: ArgumentHelp("The languages in which the event publishes, such as en,fr.", valueName: "codes"))
    var langs: TypedWords?

    @Option(parsing: .unconditional, help: ArgumentHelp("The most members that a team may have.", valueName: "n"))
    var teamSize: Int?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("The published number of participants, where not all are registered here.", valueName: "n"))
    var statedParticipants: Int?

    @Option(parsing: .unconditional, help: ArgumentHelp("The published number of nationalities.", valueName: "n"))
    var statedNationalities: Int?

    func validate() throws {
      for (option, number) in [
        ("--team-size", teamSize), ("--stated-participants", statedParticipants),
        ("--stated-nationalities", statedNationalities),
      ] {
        if let number, !(1...1_000_000).contains(number) {
          throw ValidationError("'\(option)' takes 1 to 1000000, but \(number) was given.")
        }
      }
    }

    func apply(to event: inout Event) throws {
      event.name = name.replacing(in: event.name)
      event.purpose = purpose.replacing(in: event.purpose)
      event.notice = notice.replacing(in: event.notice)
      event.announcedOn = try announced?.day() ?? event.announcedOn
      event.mode = mode ?? event.mode
      event.teamSize = teamSize ?? event.teamSize
      event.statedParticipants = statedParticipants ?? event.statedParticipants
      event.statedNationalities = statedNationalities ?? event.statedNationalities
      event.languages = try langs?.languages() ?? event.languages
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add an event. Whoever adds it is its first organiser.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "A short name for commands, such as datajam-2021.") var slug: TypedKey
    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd")) var from: TypedDay
    @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd")) var to: TypedDay
    @Option(help: ArgumentHelp("The IANA time zone, such as America/Toronto.", valueName: "zone")) var tz: String
    @OptionGroup var settings: Settings

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
        next: "datajam team import FILE (first organiser: \(backend.configuration.principal))")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Change an event's settings.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The event; left out, the one of -E or the only one.") var slug: String?
    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd")) var from: TypedDay?
    @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd")) var to: TypedDay?
    @Option(help: ArgumentHelp("The IANA time zone.", valueName: "zone")) var tz: String?
    @OptionGroup var settings: Settings

    func run() async throws {
      let backend = try await global.open()
      let (outcome, key) = try await backend.transaction { unit in
        let stored = try backend.events.find(slug ?? backend.configuration.event, in: unit)
        var event = stored.event
        event.startsOn = try from?.day() ?? event.startsOn
        event.endsOn = try to?.day() ?? event.endsOn
        event.timeZone = tz ?? event.timeZone
        try settings.apply(to: &event)
        return (try backend.events.set(event, of: stored.id, in: unit), event.slug.text)
      }
      global.tell(outcome, "event", key)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the events.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let events = try await backend.database.read { try backend.events.all(in: $0) }.map(\.event)
      let table = TextTable(
        header: ["event", "name", "from", "to", "zone", "languages"],
        rows: events.map { event in
          [
            event.slug.text, event.name.anyText, event.startsOn.description, event.endsOn.description, event.timeZone,
            event.languages.map(\.code).joined(separator: ","),
          ]
        })
      let items = events.map { event -> JSON in
        [
          "key": .string(event.slug.text), "name": event.name.json, "starts_on": .string(event.startsOn.description),
          "ends_on": .string(event.endsOn.description), "tz": .string(event.timeZone),
          "languages": .array(event.languages.map { .string($0.code) }),
        ]
      }
      global.show(
        table, as: items,
        whenEmpty:
          "There is no event yet. Add one: datajam event add SLUG --name-en NAME --from DATE --to DATE --tz ZONE")
    }
  }
}

extension Event.Mode: ExpressibleByArgument {}
