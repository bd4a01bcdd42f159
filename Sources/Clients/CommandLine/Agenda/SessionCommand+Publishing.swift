import Agenda
import AgendaFormats
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Postgres
import Terminal
import Vocabulary

extension SessionCommand {
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Say what is doubtful in the draft, each with the command that mends it.",
      discussion: "Exit 3 when something keeps it from being published (FAIL).")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let findings = try await backend.read { try backend.agenda.findings(of: $0.id, in: $1) }
      let problems = findings.count(where: \.isProblem)
      if global.json {
        let document: JSON = [
          "items": .array(findings.map(\.json)), "count": .integer(findings.count), "problems": .integer(problems),
        ]
        Surroundings.print(document.pretty)
      } else {
        for finding in findings {
          Surroundings.print(
            "\(finding.isProblem ? "FAIL" : "warn")  \(onOneLine(finding.message))\n      datajam \(finding.command)")
        }
        Surroundings.say(
          problems == 0
            ? "Nothing stands in the way. Next: datajam session publish"
            : "\(problems == 1 ? "1 problem keeps" : "\(problems) problems keep") the agenda from being published.")
      }
      if problems > 0 { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }
  }

  struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "publish",
      abstract: "Publish the draft as the next version of the agenda.",
      discussion: "Until then nothing of the draft shows in what \"session export\" writes.")

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("What is new, for the list of versions.", valueName: "text")) var note: String?
    @Flag(name: [.customShort("n"), .long], help: "Say what would be published and keep nothing.") var dryRun = false

    func run() async throws {
      let backend = try await global.open()
      let (version, outcome) = try await backend.change(isRehearsal: dryRun) { event, unit in
        try backend.agenda.publish(note: note, of: event, in: unit)
      }
      if global.json {
        let document = [JSON.Member("outcome", .string(outcome.rawValue))] + (version.json.members ?? [])
        return Surroundings.print(JSON.object(document).pretty)
      }
      guard outcome != .unchanged else {
        return Surroundings.say("agenda: unchanged since version \(version.number)")
      }
      for change in version.changes { Surroundings.say("  \(change.words)") }
      Surroundings.say(
        dryRun
          ? "Nothing was written, because of --dry-run."
          : "agenda: version \(version.number) published. Next: datajam session export --as ics -o FILE")
    }
  }

  struct Versions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "versions",
      abstract: "List what was published when, newest first, or show what was new in one version.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The number of one version.") var number: Int?

    func run() async throws {
      let backend = try await global.open()
      let versions = try await backend.read { try backend.agenda.versions(of: $0.id, in: $1) }
      guard let number else { return list(versions) }
      guard let version = versions.first(where: { $0.number == number }) else { throw UnknownVersion(number: number) }
      let table = TextTable(
        header: ["session", "change", "what"],
        rows: version.changes.map { [$0.session, $0.kind.rawValue, $0.fields.joined(separator: ", ")] })
      global.show(table, as: version.json)
    }

    private func list(_ versions: [AgendaVersion]) {
      let table = TextTable(
        header: ["version", "published", "changes", "note"],
        rows: versions.map {
          [String($0.number), $0.publishedAt.description, String($0.changes.count), $0.note ?? ""]
        }, numeric: [0, 2])
      global.show(
        table, as: versions.map(\.json),
        whenEmpty: "The agenda was not published yet. Publish it: datajam session publish")
    }

    private struct UnknownVersion: ExplainedError {
      let number: Int
      var explanation: Explanation {
        Explanation(
          .notFound, code: "version-not-found", "There is no version \(quoted(String(number))) of the agenda.",
          hint: "List them: datajam session versions")
      }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write the published agenda: as a calendar, a conference schedule, a table or a page.",
      discussion: """
        ics is a calendar to subscribe to, json and xml are schedules as pretalx and frab have them, csv is a table and \
        md a page of Markdown. Each is in one language; a public one holds public sessions only.
        """)

    @OptionGroup var global: GlobalOptions
    @Option(name: .customLong("as"), help: "The form: ics, json, xml, csv or md.") var form: AgendaForm
    @Option(help: ArgumentHelp("The language: en, fr or es; the event's first otherwise.", valueName: "code"))
    var lang: String?
    @Option(help: "Whom it is for; public unless said.") var audience = AgendaSession.Audience.public
    @Option(name: .shortAndLong, help: ArgumentHelp("The file; standard output otherwise.", valueName: "file"))
    var output: String?

    func run() async throws {
      let language = try lang.map { try Language(code: $0) }
      let backend = try await global.open()
      let (bytes, count) = try await backend.read { event, snapshot in
        let agenda = try backend.agenda.published(to: audience, of: event.id, in: snapshot)
        let language = language ?? event.event.languages.first ?? .english
        return (try form.bytes(of: agenda, in: language), agenda.sessions.count)
      }
      let file = try StreamedFile(output)
      try file.write(bytes)
      try file.end()
      if let output, output != "-" {
        Surroundings.say("\(count == 1 ? "1 session" : "\(count) sessions") in \(output)")
      }
    }
  }
}

/// A form in which an agenda leaves the house.
enum AgendaForm: String, CaseIterable, ExpressibleByArgument {
  case ics, json, xml, csv, md

  func bytes(of agenda: PublishedAgenda, in language: Language) throws -> [UInt8] {
    switch self {
    case .ics: Array(ICalendar(agenda, in: language).text.utf8)
    case .json: Array((ScheduleJSON(agenda, in: language).json.pretty + "\n").utf8)
    case .xml: Array(ScheduleXML(agenda, in: language).text.utf8)
    case .csv: try AgendaTable(agenda, in: language).csv()
    case .md: Array(AgendaPage(agenda, in: language).text.utf8)
    }
  }
}

extension AgendaFinding {
  fileprivate var json: JSON {
    [
      "level": .string(isProblem ? "fail" : "warn"), "code": .string(code), "session": .string(session),
      "message": .string(message), "command": .string("datajam \(command)"),
    ]
  }
}

extension AgendaChange {
  fileprivate var words: String {
    "\(session): \(kind.rawValue)" + (kind == .changed ? " (\(fields.joined(separator: ", ")))" : "")
  }
}

extension AgendaVersion {
  fileprivate var json: JSON {
    [
      "version": .integer(number), "published_at": .string(publishedAt.description), "note": note.json,
      "sessions": .integer(sessions.count), "changes": .array(changes.map(\.json)),
    ]
  }
}
