import Agenda
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Vocabulary

/// `datajam room …`
struct RoomCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "room", abstract: "Where sessions take place, on site or online.",
    subcommands: [Add.self, Set.self, List.self, Remove.self])

  struct Details: ParsableArguments {
    @OptionGroup var name: LocalisedOptions<NameField>
    @Option(help: ArgumentHelp("How many people it holds, or none.", valueName: "n")) var capacity: TypedOpenCount?
    @Option(help: ArgumentHelp("Where one joins a virtual room, or none.", valueName: "https://…"))
    var url: TypedOpenAddress?

    func apply(to room: inout Room) {
      room.name = name.replacing(in: room.name)
      if let capacity { room.capacity = capacity.count }
      if let url { room.url = url.address }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a room.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The room's key, such as salle-a.") var key: TypedKey
    @OptionGroup var details: Details

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      try await backend.change { try backend.agenda.add(room: key, of: $0, in: $1) { details.apply(to: &$0) } }
      global.tell(.created, "room", key.text, next: "datajam session set SESSION --room \(key)")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Add a room, or change what is known of it.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The room's key.") var key: TypedKey
    @OptionGroup var details: Details

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
      commandName: "list", abstract: "List the rooms, with how many sessions are in each.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let rooms = try await backend.read { event, snapshot in
        try backend.agenda.rooms(of: event.id, in: snapshot).map { Entry(room: $0, sessions: $1) }
      }
      let table = TextTable(
        header: ["key", "name", "capacity", "sessions", "link"],
        rows: rooms.map { entry in
          [
            entry.room.key.text, entry.room.name.anyText, entry.room.capacity.map { String($0) } ?? "",
            String(entry.sessions), entry.room.url ?? "",
          ]
        }, numeric: [2, 3])
      let items = rooms.map { entry -> JSON in
        [
          "key": .string(entry.room.key.text), "name": entry.room.name.json,
          "capacity": entry.room.capacity.map { .integer($0) } ?? .null, "url": entry.room.url.json,
          "sessions": .integer(entry.sessions),
        ]
      }
      global.show(table, as: items, whenEmpty: "There is no room yet. Add one: datajam room add KEY --name-en NAME")
    }

    private struct Entry: Sendable {
      let room: Room
      let sessions: Int
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a room away in which nothing takes place.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The room's key.") var key: String

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.agenda.remove(room: key, of: $0, in: $1) }
      global.tell(removed: true, "room", key, "room \(quoted(key)): removed")
    }
  }
}
