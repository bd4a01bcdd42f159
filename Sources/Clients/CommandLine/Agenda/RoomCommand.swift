import Agenda
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import UseCases
import Vocabulary

/// `datajam room …`
struct RoomCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "room", "Rooms of the agenda and of mentor sessions, on site or online.",
    subcommands: [Import.self, Add.self, Set.self, List.self, Remove.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import rooms from a CSV file.",
      more: """
        Columns: key, name_en, name_fr, name_es, capacity, url. A missing key is made of the name. Empty cells \
        change nothing.
        """,
      examples: "datajam room import rooms.csv")

    @OptionGroup var options: ImportOptions
    @OptionGroup var rows: RowOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      try await options.run(global, rows.reading, next: "agenda import FILE") { table, backend, event, unit in
        try backend.imports.rooms(table, of: event, by: backend.agenda, in: unit)
      }
    }
  }

  struct Details: ParsableArguments {
    @OptionGroup var name: LocalisedOptions<NameField>
    @Option(help: ArgumentHelp("The number of people that fit in; none removes it.", valueName: "n"))
    var capacity: ClearableCount?
    @Option(help: ArgumentHelp("The link to an online room; none removes it.", valueName: "https://…"))
    var url: ClearableAddress?

    func apply(to room: inout Room) {
      room.name = name.replacing(in: room.name)
      if let capacity { room.capacity = capacity.count }
      if let url { room.url = url.address }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a room.",
      examples: "datajam room add main-hall --name-en \"Main hall\" --capacity 120")

    @Argument(help: "The room's key, such as main-hall.") var key: TypedKey
    @OptionGroup var details: Details
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      try await backend.change { try backend.agenda.add(room: key, of: $0, in: $1) { details.apply(to: &$0) } }
      global.tell(.created, "room", key.text, next: "agenda set SESSION --room \(key)")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change a room, or add it.",
      examples: "datajam room set main-hall --capacity 90")

    @Argument(help: "The room's key.", completion: .keys(.room)) var key: TypedKey
    @OptionGroup var details: Details
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.agenda.set(room: key, of: event, in: unit) { details.apply(to: &$0) }
      }
      global.tell(outcome, "room", key.text)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the rooms with the number of sessions in each.",
      examples: "datajam room list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (languages, rooms) = try await backend.read { event, snapshot in
        let rooms = try backend.agenda.rooms(of: event.id, in: snapshot)
        return (event.event.languages, rooms.map { Entry(room: $0, sessions: $1) })
      }
      let table = TextTable(
        header: ["key", "name", "capacity", "sessions", "link"],
        rows: rooms.map { entry in
          [
            entry.room.key.text, entry.room.name.text(preferring: languages),
            entry.room.capacity.map { String($0) } ?? "",
            String(entry.sessions), entry.room.url ?? "",
          ]
        }, numeric: [2, 3], expendable: ["link"])
      let items = rooms.map { entry -> JSON in
        [
          "key": .string(entry.room.key.text), "name": entry.room.name.json,
          "capacity": entry.room.capacity.map { .integer($0) } ?? .null, "url": entry.room.url.json,
          "sessions": .integer(entry.sessions),
        ]
      }
      try global.show(
        table, as: items, in: list, whenEmpty: "There is no room yet. Add one: \(run: "room add KEY --name-en NAME")")
    }

    private struct Entry: Sendable {
      let room: Room
      let sessions: Int
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a room that no session uses.",
      examples: "datajam room remove main-hall")

    @Argument(help: "The room's key.", completion: .keys(.room)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.agenda.remove(room: key, of: $0, in: $1) }
      global.tell(removed: true, "room", key, "room \(quoted(key)): removed")
    }
  }
}
