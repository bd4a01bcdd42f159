import ArgumentParser
import Backend
import CanonicalJSON
import Mentoring
import Vocabulary

/// `datajam mentor note …`
struct MentorNoteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Notes on teams' mentoring, for organisers only.",
    subcommands: [Add.self, List.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Keep a note on a team.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The team's key.") var team: String
    @Argument(help: "The note, or - to read it from standard input.") var text: String
    @Option(help: ArgumentHelp("The mentor whose note it is.", valueName: "key")) var mentor: String?

    func run() async throws {
      let words = text == "-" ? String(decoding: try InputFile.read("-"), as: UTF8.self) : text
      let backend = try await global.open()
      let number = try await backend.change {
        try backend.mentoring.note(words, on: team, by: mentor, of: $0, in: $1)
      }
      global.tell(.created, "mentor note", String(number))
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the notes in the order in which they were written.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The key of the only team.") var team: String?

    func run() async throws {
      let backend = try await global.open()
      let notes = try await backend.change { try backend.mentoring.notes(on: team, of: $0, in: $1) }
      let table = TextTable(
        header: ["note", "written", "team", "mentor", "text"],
        rows: notes.map { [String($0.number), $0.writtenAt.description, $0.team, $0.mentor ?? "", $0.text] },
        numeric: [0])
      global.show(
        table,
        as: notes.map { note in
          [
            "number": .integer(note.number), "team": .string(note.team), "mentor": note.mentor.json,
            "text": .string(note.text), "written_at": .string(note.writtenAt.description),
          ]
        }, whenEmpty: "There is no note yet. Keep one: datajam mentor note add TEAM TEXT")
    }
  }
}
