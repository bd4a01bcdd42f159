import ArgumentParser
import Backend
import CanonicalJSON
import Files
import Lookup
import Mentoring
import Vocabulary

/// `datajam mentor note …`
struct MentorNoteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "note", "Notes about the mentoring of teams, which only organisers see.",
    subcommands: [Add.self, List.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a note about a team.",
      examples: "datajam mentor note add aurora \"Needs help with maps\" --mentor ada")

    @Argument(help: "The team's key.", completion: .keys(.team)) var team: String
    @Argument(help: "The note; - reads it from standard input.") var text: String
    @Option(
      help: ArgumentHelp("The key of the mentor who wrote the note.", valueName: "key"), completion: .keys(.mentor))
    var mentor: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let words = text == "-" ? try InputFile.text("-") : text
      let backend = try await global.open()
      let number = try await backend.change {
        try backend.mentoring.note(words, on: team, by: mentor, of: $0, in: $1)
      }
      global.tell(.created, "mentor note", String(number))
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the notes, oldest first.",
      examples: "datajam mentor note list aurora")

    @Argument(help: "Only notes about this team.", completion: .keys(.team)) var team: String?
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let notes = try await backend.change { try backend.mentoring.notes(on: team, of: $0, in: $1) }
      let table = TextTable(
        header: ["note", "written", "team", "mentor", "text"],
        rows: notes.map { [String($0.number), $0.writtenAt.description, $0.team, $0.mentor ?? "", $0.text] },
        numeric: [0], expendable: ["mentor"])
      try global.show(
        table,
        as: notes.map { note in
          [
            "number": .integer(note.number), "team": .string(note.team), "mentor": note.mentor.json,
            "text": .string(note.text), "written_at": .string(note.writtenAt.description),
          ]
        }, in: list, whenEmpty: "There is no note yet. Keep one: \(run: "mentor note add TEAM TEXT")")
    }
  }
}
