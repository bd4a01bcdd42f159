import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Teams
import UseCases
import Vocabulary

/// `datajam track …`
struct TrackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "track", "Tracks: the subjects in which teams compete.",
    subcommands: [Import.self, Add.self, Set.self, List.self, Remove.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import tracks from a CSV file.",
      more: "Columns: key, name_en, name_fr, name_es. A missing key is made of the name. Empty cells change nothing.",
      examples: "datajam track import tracks.csv")

    @OptionGroup var options: ImportOptions
    @OptionGroup var rows: RowOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      try await options.run(global, rows.reading, next: "team import FILE") { table, backend, event, unit in
        try backend.imports.tracks(table, of: event, by: backend.teams, in: unit)
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a track.",
      examples: "datajam track add health --name-en Health --name-fr Santé")

    @Argument(help: "The track's key, such as health.") var key: TypedKey
    @OptionGroup var name: LocalisedOptions<NameField>
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let track = Track(key: try key.slug(), name: name.replacing(in: LocalizedText()))
      let backend = try await global.open()
      try await backend.change { try backend.teams.add(track, of: $0, in: $1) }
      global.tell(.created, "track", track.key.text, next: "team set TEAM --track \(track.key)")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change the name of a track.",
      examples: "datajam track set health --name-en \"Public health\"")

    @Argument(help: "The track's key.", completion: .keys(.track)) var key: String
    @OptionGroup var name: LocalisedOptions<NameField>
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
      "list", "List the tracks with the number of teams in each.",
      examples: "datajam track list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (languages, tracks) = try await backend.read { event, snapshot in
        let tracks = try backend.teams.allTracks(of: event.id, in: snapshot)
        return (event.event.languages, tracks.map { Entry(track: $0, teams: $1) })
      }
      let table = TextTable(
        header: ["key", "name", "teams"],
        rows: tracks.map { [$0.track.key.text, $0.track.name.text(preferring: languages), String($0.teams)] },
        numeric: [2])
      let items = tracks.map { entry -> JSON in
        ["key": .string(entry.track.key.text), "name": entry.track.name.json, "teams": .integer(entry.teams)]
      }
      try global.show(
        table, as: items, in: list, whenEmpty: "There is no track yet. Add one: \(run: "track add KEY --name-en NAME")")
    }

    private struct Entry: Sendable {
      let track: Track
      let teams: Int
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a track without teams.",
      examples: "datajam track remove health")

    @Argument(help: "The track's key.", completion: .keys(.track)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.teams.remove(track: key, of: $0, in: $1) }
      global.tell(removed: true, "track", key, "track \(quoted(key)): removed")
    }
  }
}
