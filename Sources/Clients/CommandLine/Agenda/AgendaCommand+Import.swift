import Agenda
public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
public import ImportFormats
import UseCases
import Vocabulary

extension AgendaCommand {
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import sessions from a table, a conference schedule or a calendar.",
      more: """
        Columns: key, date, start, end (or hours), tz, languages, audience, kind, title_en, title_fr, \
        title_es, objective_en, objective_fr, objective_es, room, url, register_url, capacity, cancelled. The \
        columns date_as_printed and time_zone_as_printed are compared with the date and the zone. Columns of \
        the speakers' file: session, order, honorific, name, role, organisation, role_2, organisation_2, \
        public. A schedule is XML or JSON of frab or pretalx, and a calendar is iCalendar (.ics). What an export of the agenda \
        writes as ics, json, xml or csv is read too. Rooms that nobody knows are added. All rows are imported, or none.
        """,
      examples: "datajam agenda import sessions.csv --speakers speakers.csv",
      "datajam agenda import schedule.xml --language en --dry-run", "datajam agenda import calendar.ics")

    @OptionGroup var options: ImportOptions
    @OptionGroup var rows: RowOptions
    @Option(help: ArgumentHelp("A second table with the speakers.", valueName: "file"), completion: .file())
    var speakers: String?
    @Option(help: ArgumentHelp("Which one counts where date and weekday differ: date or weekday.", valueName: "which"))
    var weekdayMismatch: WeekdayMismatch?
    @Option(
      help: ArgumentHelp(
        "The language of texts that name none. Without it: the event's first language.", valueName: "code"))
    var language: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      if options.file == "-", speakers == "-" {
        throw ValidationError("Standard input can be read once only: name a file for --speakers.")
      }
    }

    func run() async throws {
      let language = try self.language.map { try Language(code: $0) }
      let source = try SourceFile(options.file, options.sheets, or: [.calendar, .schedule, .xml, .json])
      let table = try rows.reading.table(of: source)
      let lineups = try speakers.map { try TableReading().table(of: SourceFile($0)) }
      let rejects = table.keepsGoodRows && !options.dryRun ? RejectsFile(beside: source) : nil
      let backend = try await global.open()
      do {
        let taken = try await backend.transaction(isRehearsal: options.dryRun) { unit in
          let event = try backend.events.find(backend.configuration.event, in: unit)
          try backend.events.require(Phase.changeable, of: event)
          let sessions =
            try ScheduleForm(table.bytes).map {
              try backend.imports.schedule(
                table.bytes, as: $0, file: options.file, in: language, eventLanguages: event.event.languages,
                of: event.id, by: backend.agenda, in: unit)
            }
            ?? backend.imports.sessions(
              table, believing: weekdayMismatch, in: language, of: event.id, by: backend.agenda, in: unit)
          try rejects?.write(sessions.problems)
          let people = try lineups.map {
            try backend.imports.speakers($0, of: event.id, by: backend.agenda, in: unit)
          }
          let doubts = try backend.agenda.findings(of: event.id, in: unit).filter {
            $0.level == .problem && $0.language == nil
          }.map(
            \.message)
          return Taken(sessions: sessions, speakers: people, doubts: doubts)
        }
        tell(taken, rejects)
        if !taken.sessions.problems.isEmpty { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
      } catch let error as ImportError {
        if case .rejected(let report, _) = error { ImportLines.tell(report) }
        throw error
      }
    }

    private struct Taken: Sendable {
      let sessions: ImportReport
      let speakers: ImportReport?
      let doubts: [String]
    }

    private func tell(_ taken: Taken, _ rejects: RejectsFile?) {
      if global.json {
        let speakers = taken.speakers.map { [JSON.Member("speakers", $0.json)] } ?? []
        let doubts = [JSON.Member("doubts", .array(taken.doubts.map { .string($0) }))]
        return Console.print(JSON.object((taken.sessions.json.members ?? []) + speakers + doubts).pretty)
      }
      ImportOptions.say(taken.sessions, of: options.file)
      if !taken.sessions.problems.isEmpty, let rejects { Console.say("The rejected rows are in \(rejects.path).") }
      if let report = taken.speakers { ImportOptions.say(report, of: speakers ?? "") }
      AgendaWarnings.say(taken.doubts)
      Console.say(
        options.dryRun ? "Nothing was written, because of --dry-run." : "Next: \(run: "agenda check")")
    }
  }
}

extension WeekdayMismatch: ExpressibleByArgument {}
