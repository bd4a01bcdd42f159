import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Postgres
import Vocabulary

extension EventCommand {
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Permanently remove an event with everything in it.",
      more: """
        Only an event of which no result was ever announced. You cannot undo this: on a terminal you have to type the \
        event. A proof that it existed stays: datajam event list --removed
        """,
      examples: "datajam event remove my-jam")

    @Argument(help: "The event.", completion: .keys(.event)) var slug: String
    @Option(help: ArgumentHelp("The event, instead of typing it.", valueName: "slug")) var confirm: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let choice = EventChoice(slug: slug)
      let backend = try await global.open()
      // What prevents it is said before anything has to be typed.
      let counts = try await backend.transaction(isRehearsal: true) { unit in
        let event = try choice.find(in: backend, unit).id
        let counts = try backend.events.counts(of: event, in: unit)
        try backend.events.remove(event, in: unit)
        return counts
      }
      try DestructiveConfirmation(name: slug, lines: lines(counts)).confirm(confirm, of: slug, on: backend)
      try await backend.transaction { unit in
        try backend.events.remove(choice.find(in: backend, unit).id, in: unit)
      }
      global.tell(removed: true, "event", slug, "event \(quoted(slug)): removed")
    }

    private func lines(_ counts: EventCounts) -> [String] {
      [
        "goes:  all of it, with participants: \(counts.participants), teams: \(counts.teams), "
          + "submissions: \(counts.submissions), its scores and its log",
        "stays: its key, its name, who removed it, and the hashes of its log",
      ]
    }
  }
}

extension GlobalOptions {
  /// Prints what is kept of events that were removed.
  func showRemovedEvents(of backend: Backend, in list: ListOptions) async throws {
    let events = try await backend.database.read { try backend.events.removedEvents(in: $0) }
    let table = TextTable(
      header: ["event", "name", "removed", "by", "entries", "log"],
      rows: events.map { event in
        [
          event.slug.text, event.name.text(preferring: event.name.languages), event.removedAt.description,
          event.removedBy, String(event.entries), event.logDigest,
        ]
      }, numeric: [4], expendable: ["log", "entries"])
    let items = events.map { event -> JSON in
      [
        "key": .string(event.slug.text), "name": event.name.json, "removed_at": .string(event.removedAt.description),
        "removed_by": .string(event.removedBy), "log_entries": .integer(event.entries),
        "log_sha256": .string(event.logDigest),
      ]
    }
    try show(table, as: items, in: list, whenEmpty: "No event was removed.")
  }
}
