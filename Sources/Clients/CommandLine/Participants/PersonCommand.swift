import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
import Lookup
import Postgres
import UseCases
import Vocabulary

/// `datajam person …`
struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "person", "Personal data of participants: export, erasure and retention.",
    subcommands: [Export.self, PersonEraseCommand.self, Retention.self])

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "export", "Write all personal data of a participant as one JSON document.",
      more: """
        The document has imported data and log entries, with author and time. Scores are not in it, because \
        they are about teams.
        """,
      examples: "datajam person export p-7 -o p-7.json")

    @Argument(help: "The participant's key.", completion: .keys(.participant)) var key: String
    @Option(
      name: .shortAndLong, help: ArgumentHelp("The file. Without it: standard output.", valueName: "file"),
      completion: .file())
    var output: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let document = try await backend.read { try backend.erasure.everything(about: key, $0, in: $1) }
      let file = try DraftedFile(output, for: .owner)
      try file.write(Array((document.pretty + "\n").utf8))
      try file.end()
      if let output, output != "-" { Console.say("All that is held about \(quoted(key)) is in \(output).") }
    }
  }

  struct Retention: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "retention", "Show or set the last day on which personal data are kept.",
      more: "After this day, erase the data by: datajam person erase --due",
      examples: "datajam person retention 2027-05-10")

    @Argument(help: ArgumentHelp("The last day; none removes it. Without it: show the day.", valueName: "date"))
    var day: ClearableDay?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      if let typed = day {
        let day = try typed.day()
        let (slug, outcome) = try await backend.transaction { unit in
          let event = try backend.events.find(backend.configuration.event, in: unit)
          return (event.event.slug, try backend.events.keepPeople(until: day, of: event.id, in: unit))
        }
        global.tell(outcome, "retention", slug.text)
        if let day, !global.json { Console.say("After \(day), run: \(run: "person erase --due")") }
        return
      }
      let (slug, day) = try await backend.read { ($0.event.slug, try backend.events.retention(of: $0.id, in: $1)) }
      if global.json {
        let document: JSON = ["event": .string(slug.text), "keep_people_until": (day?.description).json]
        Console.print(document.pretty)
      } else if let day {
        Console.print("\(day)")
      } else {
        Console.say("There is no day yet. Set it: \(run: "person retention DATE")")
      }
    }
  }
}
