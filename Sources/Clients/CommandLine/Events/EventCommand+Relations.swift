import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Postgres
import Vocabulary

extension EventCommand {
  struct Relate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "relate", "Record which other event follows this one or belongs to it.",
      more: "Name an event of another database in words, such as \"DataJam Pasos Libres\".",
      examples: "datajam event relate my-jam --follow-up my-jam-2027",
      "datajam event relate my-jam --sister \"DataJam Pasos Libres\" --when \"fall 2026\"")

    @OptionGroup var choice: EventChoice
    @Option(
      help: ArgumentHelp("The event that follows this one.", valueName: "slug or name"), completion: .keys(.event))
    var followUp: String?
    @Option(
      help: ArgumentHelp("A related event, such as one in another country.", valueName: "slug or name"),
      completion: .keys(.event))
    var sister: String?
    @Option(
      help: ArgumentHelp(
        "The date of the other event: a day, a month, a season or a year.", valueName: "2021-10 or \"fall 2021\""))
    var when: TypedFuzzyDate?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      if (followUp == nil) == (sister == nil) {
        throw ValidationError("Name one other edition: --follow-up EDITION or --sister EDITION.")
      }
    }

    func run() async throws {
      let (kind, other) = (followUp == nil ? Relation.Kind.sister : .followUp, followUp ?? sister ?? "")
      let when = try when?.date()
      let backend = try await global.open()
      let (outcome, slug) = try await backend.transaction { unit in
        let stored = try choice.find(in: backend, unit)
        return (
          try backend.events.relate(stored, kind, to: other, when: when, in: unit), stored.event.slug
        )
      }
      global.tell(outcome, kind.rawValue, other, next: "event relations \(slug)")
    }
  }

  struct Unrelate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "unrelate", "Remove the relation to another event.",
      examples: "datajam event unrelate my-jam my-jam-2027")

    @Argument(help: "The event.", completion: .keys(.event)) var slug: String
    @Argument(help: "The other event: its key or its name.") var other: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let wasRelated = try await backend.transaction { unit in
        try backend.events.unrelate(backend.events.find(slug, in: unit), from: other, in: unit)
      }
      global.tell(
        removed: wasRelated, "relation", other,
        "event \(quoted(slug)) \(wasRelated ? "no longer names" : "did not name") \(quoted(other))")
    }
  }

  struct Relations: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "relations", "List the related events, in both directions.",
      examples: "datajam event relations my-jam")

    @OptionGroup var choice: EventChoice
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (slug, relations) = try await backend.database.read { snapshot in
        let stored = try choice.find(in: backend, snapshot)
        return (stored.event.slug, try backend.events.relations(of: stored.id, in: snapshot))
      }
      let table = TextTable(
        header: ["relation", "edition", "when"],
        rows: relations.map { [$0.kind.rawValue, $0.other.text, $0.when?.description ?? ""] })
      try global.show(
        table, as: relations.map(\.json),
        in: list,
        whenEmpty: "The event is related to no other. State one: \(run: "event relate \(slug) --follow-up EDITION")")
    }
  }
}

extension Relation {
  var json: JSON {
    [
      "relation": .string(kind.rawValue), "edition": .string(other.text), "is_here": .bool(isHere),
      "when": when?.json ?? .null,
    ]
  }

  private var isHere: Bool { if case .event = other { true } else { false } }
}
