import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Mentoring
import UseCases
import Vocabulary

/// `datajam mentor …`
struct MentorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentor", abstract: "Mentors, their time, and their sessions with teams.",
    subcommands: [
      Import.self, Add.self, Set.self, Show.self, List.self, Available.self, MentorSlotCommand.self,
      MentorRequestCommand.self, Plan.self, Agenda.self, MentorNoteCommand.self,
      Erase.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import mentors.",
      discussion:
        "Columns: key, name, email, expertise, languages, tz, slot_minutes; expertise and languages with commas between "
        + "them. A cell that is empty leaves what is there.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportOptions

    func run() async throws {
      let file = options.file
      try await options.run(global, next: "datajam mentor available MENTOR --from TIME --to TIME") {
        bytes, backend, event, unit in
        try backend.imports.mentors(bytes, file: file, of: event, by: backend.mentoring, in: unit)
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add a mentor.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The mentor's key, such as ada.") var key: TypedKey
    @OptionGroup var details: MentorFields

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      try await backend.change { event, unit in
        try backend.mentoring.add(key, of: event, in: unit) { try details.apply(to: &$0) }
      }
      global.tell(.created, "mentor", key.text, next: "datajam mentor available \(key) --from TIME --to TIME")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a mentor, or change what is known of one.",
      discussion: "What is not given stays as it is; \"\" takes away what is there.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The mentor's key.") var key: TypedKey
    @OptionGroup var details: MentorFields

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.mentoring.set(key, of: event, in: unit) { try details.apply(to: &$0) }
      }
      global.tell(outcome, "mentor", key.text)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a mentor, with hours in the mentor's own zone.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The mentor's key.") var key: String

    func run() async throws {
      let backend = try await global.open()
      let mentor = try await backend.read { try backend.mentoring.mentor(key, of: $0.id, in: $1) }
      global.show(mentor.table, as: mentor.json)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the mentors by name.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let mentors = try await backend.read { try backend.mentoring.all(of: $0.id, in: $1) }
      let table = TextTable(
        header: ["key", "name", "expertise", "languages", "zone", "booked", "free"],
        rows: mentors.map { entry in
          let mentor = entry.mentor
          return [
            mentor.key.text, mentor.name, mentor.expertise.joined(separator: ", "),
            mentor.languages.joined(separator: ","), mentor.timeZone, String(entry.bookedSessions),
            String(entry.freeSlots),
          ]
        }, numeric: [5, 6])
      global.show(
        table, as: mentors.map(\.json),
        whenEmpty: "There is no mentor yet. Add one: datajam mentor add KEY --name NAME")
    }
  }
}
