import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Postgres
import UseCases
import Vocabulary

/// `datajam person …`
struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "What is held about a person: hand it out, erase it, and until when it is kept.",
    subcommands: [Export.self, PersonEraseCommand.self, Retention.self])

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write all that is held about a participant as one JSON document.",
      discussion: "It has what files said of the person and what the log can show, with who wrote it and when. "
        + "Scores are about teams, and are not in it.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The participant's key.") var key: String
    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it; standard output otherwise.", valueName: "file"))
    var output: String?

    func run() async throws {
      let backend = try await global.open()
      let document = try await backend.read { try backend.erasure.everything(about: key, $0, in: $1) }
      let file = try StreamedFile(output)
      try file.write(Array((document.pretty + "\n").utf8))
      try file.end()
      if let output, output != "-" { Surroundings.say("All that is held about \(quoted(key)) is in \(output).") }
    }
  }

  struct Retention: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retention",
      abstract: "Show or set the last day on which people's identities are kept.",
      discussion: "Afterwards this takes them out: datajam person erase --due")

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("The day, or none to leave it open.", valueName: "date")) var day: TypedOpenDay?

    func run() async throws {
      let backend = try await global.open()
      if let typed = day {
        let day = try typed.day()
        let (slug, outcome) = try await backend.transaction { unit in
          let event = try backend.events.find(backend.configuration.event, in: unit)
          return (event.event.slug, try backend.events.keepPeople(until: day, of: event.id, in: unit))
        }
        return global.tell(outcome, "retention", slug.text, next: day.map { "after \($0): datajam person erase --due" })
      }
      let (slug, day) = try await backend.read { ($0.event.slug, try backend.events.retention(of: $0.id, in: $1)) }
      if global.json {
        let document: JSON = ["event": .string(slug.text), "keep_people_until": (day?.description).json]
        Surroundings.print(document.pretty)
      } else if let day {
        Surroundings.print("\(day)")
      } else {
        Surroundings.say("There is no day yet. Set it: datajam person retention DATE -E \(slug)")
      }
    }
  }
}
