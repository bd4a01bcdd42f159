import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Mentoring
import UseCases
import Vocabulary

/// `datajam mentor …`
struct MentorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "mentor", "Mentors, their available hours and their sessions with teams.",
    subcommands: [
      Import.self, Add.self, Set.self, Show.self, List.self, Available.self, MentorHoursCommand.self,
      MentorBookingCommand.self,
      MentorRequestCommand.self, Plan.self, Schedule.self, MentorNoteCommand.self,
      Remove.self, Erase.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import mentors from a CSV file.",
      more: """
        Columns: key, name, email, expertise, languages, tz, slot_minutes, shifts. Columns of forms, such as First \
        name and Availability, are known too. Separate several words by commas. Shifts are hours such as \
        "Saturday 4-6pm, Sunday 10:00-12:00". A missing key is made of the name. Empty cells change nothing.
        """,
      examples: "datajam mentor import mentors.csv")

    @OptionGroup var options: ImportOptions
    @OptionGroup var rows: RowOptions
    @OptionGroup var erased: ErasedOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let takesErased = erased.takesErased
      try await options.run(global, rows.reading, next: "mentor available MENTOR --from TIME --to TIME") {
        table, backend, event, unit in
        try backend.imports.mentors(table, of: event, by: backend.mentoring, takingErased: takesErased, in: unit)
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a mentor.",
      examples: "datajam mentor add ada --name \"Ada Lovelace\" --expertise maps,statistics")

    @Argument(help: "The mentor's key, such as ada.") var key: TypedKey
    @OptionGroup var details: MentorFields
    @OptionGroup var erased: ErasedOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      try await backend.change { event, unit in
        try backend.mentoring.add(key, of: event, in: unit, takingErased: erased.takesErased) {
          try details.apply(to: &$0)
        }
      }
      global.tell(.created, "mentor", key.text, next: "mentor available \(key) --from TIME --to TIME")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change a mentor, or add one.",
      more: "Options that you leave out change nothing; \"\" removes a value.",
      examples: "datajam mentor set ada --slot 20")

    @Argument(help: "The mentor's key.", completion: .keys(.mentor)) var key: TypedKey
    @OptionGroup var details: MentorFields
    @OptionGroup var erased: ErasedOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.mentoring.set(key, of: event, in: unit, takingErased: erased.takesErased) {
          try details.apply(to: &$0)
        }
      }
      global.tell(outcome, "mentor", key.text)
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show a mentor, with hours in the mentor's time zone.",
      examples: "datajam mentor show ada")

    @Argument(help: "The mentor's key.", completion: .keys(.mentor)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let mentor = try await backend.read { try backend.mentoring.mentor(key, of: $0.id, in: $1) }
      global.show(mentor.table, as: mentor.json)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the mentors by name.",
      examples: "datajam mentor list")

    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
        }, numeric: [5, 6], expendable: ["zone", "languages"])
      try global.show(
        table, as: mentors.map(\.json),
        in: list, whenEmpty: "There is no mentor yet. Add one: \(run: "mentor add KEY --name NAME")")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a mentor without sessions and notes.",
      examples: "datajam mentor remove ada")

    @Argument(help: "The mentor's key.", completion: .keys(.mentor)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      try await backend.change { try backend.mentoring.remove(key, of: $0, in: $1) }
      global.tell(removed: true, "mentor", key, "mentor \(quoted(key)): removed")
    }
  }
}
