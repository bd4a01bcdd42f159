import ArgumentParser
import Backend
import UseCases
import Vocabulary

/// `datajam mentor hours …`
struct MentorHoursCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "hours", "The hours of many mentors, from one file.", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import when mentors have time from a CSV file.",
      more: """
        Columns: mentor, then from and to, or shifts, date, tz, except. Mentors are found by key, by name or by \
        e-mail address. Times are like "2026-05-08 13:00" or "Saturday 1 p.m."; shifts are like "Saturday 4-6pm, \
        Sunday 10:00-12:00". With yes in except, the mentor has no time then. A form may have a column for each shift, \
        such as "Saturday 4-6pm" or "Availability [Saturday 4-6pm]". There x, yes or TRUE means that a mentor has time.
        """,
      examples: "datajam mentor hours import hours.csv")

    @OptionGroup var options: ImportOptions
    @OptionGroup var rows: RowOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      try await options.run(global, rows.reading, next: "mentor booking list --free") { table, backend, event, unit in
        try backend.imports.mentorHours(table, of: event, by: backend.mentoring, in: unit)
      }
    }
  }
}
