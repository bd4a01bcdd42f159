import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Teams
import Vocabulary

/// `datajam track …`
struct TrackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "track", abstract: "Subjects under which teams compete.",
    subcommands: [Add.self, Set.self, List.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a track.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The track's key.") var key: TypedKey
    @OptionGroup var name: LocalisedOptions<NameField>

    func run() async throws {
      let track = Track(key: try key.slug(), name: name.replacing(in: LocalizedText()))
      let backend = try await global.open()
      try await backend.change { try backend.teams.add(track, of: $0, in: $1) }
      global.tell(.created, "track", track.key.text, next: "datajam team set TEAM --track \(track.key)")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "set", abstract: "Change the name of a track.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The track's key.") var key: String
    @OptionGroup var name: LocalisedOptions<NameField>

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.teams.edit(track: key, of: event, in: unit) { $0.name = name.replacing(in: $0.name) }
      }
      global.tell(outcome, "track", key)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the tracks, with how many teams are in each.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let tracks = try await backend.read { event, snapshot in
        try backend.teams.allTracks(of: event.id, in: snapshot).map { Entry(track: $0, teams: $1) }
      }
      let table = TextTable(
        header: ["key", "name", "teams"],
        rows: tracks.map { [$0.track.key.text, $0.track.name.anyText, String($0.teams)] }, numeric: [2])
      let items = tracks.map { entry -> JSON in
        ["key": .string(entry.track.key.text), "name": entry.track.name.json, "teams": .integer(entry.teams)]
      }
      global.show(
        table, as: items, whenEmpty: "There is no track yet. Add one: datajam track add KEY --name-en NAME")
    }

    private struct Entry: Sendable {
      let track: Track
      let teams: Int
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a track away in which no team is.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The track's key.") var key: String

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.teams.remove(track: key, of: $0, in: $1) }
      global.tell(removed: true, "track", key, "track \(quoted(key)): removed")
    }
  }
}
