import Agenda
import AgendaFormats
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
import Postgres
import Terminal
import Vocabulary
import Workbooks

extension AgendaCommand {
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "check", "List the problems of the draft with the command that corrects each.",
      more: """
        Exit code 3 when a problem (FAIL) prevents publication, or keeps the agenda from being exported in one language: \
        a title, objective or role that exists in one language has to exist in each language of the event.
        """,
      examples: "datajam agenda check")

    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let findings = try await backend.read { try backend.agenda.findings(of: $0.id, in: $1) }
      let problems = findings.count { $0.level == .problem }
      if global.json {
        let document: JSON = [
          "items": .array(findings.map(\.json)), "count": .integer(findings.count), "problems": .integer(problems),
        ]
        Console.print(document.pretty)
      } else {
        Page(AgendaFindingGroup.groups(of: findings).map(\.lines)).print()
        let missing = findings.filter { $0.level == .problem && $0.language != nil }
        let others = problems - missing.count
        if others > 0 {
          Console.say("\(others == 1 ? "1 problem keeps" : "\(others) problems keep") the agenda from being published.")
          if let step = findings.allowingStep {
            Console.say("If an overlap is meant, such as one talk in two rooms: \(run: step)")
          }
        }
        for language in Swift.Set(missing.compactMap(\.language)).sorted() {
          let count = missing.count { $0.language == language }
          Console.say(
            "\(count == 1 ? "1 missing text keeps" : "\(count) missing texts keep") the agenda from being exported in "
              + "\(language.code).")
        }
        if problems == 0 { Console.say("Nothing prevents it. Next: \(run: "agenda publish")") }
      }
      if problems > 0 { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }
  }

  struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "publish", "Publish the draft as the next version of the agenda.",
      more: "\"agenda export\" writes published versions only.",
      examples: "datajam agenda publish --note \"Two rooms changed\"")

    @Option(help: ArgumentHelp("A remark for the list of versions.", valueName: "text")) var note: String?
    @Flag(name: [.customShort("n"), .long], help: "Show the changes and publish nothing.") var dryRun = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (version, outcome) = try await backend.change(isRehearsal: dryRun) { event, unit in
        try backend.agenda.publish(note: note, of: event, in: unit)
      }
      if global.json {
        let document = [JSON.Member("outcome", .string(outcome.rawValue))] + (version.json.members ?? [])
        return Console.print(JSON.object(document).pretty)
      }
      guard outcome != .unchanged else {
        return Console.say("agenda: unchanged since version \(version.number)")
      }
      for change in version.changes { Console.say("  \(change.words)") }
      Console.say(
        dryRun
          ? "Nothing was written, because of --dry-run."
          : "agenda: version \(version.number) published. Next: \(run: "agenda export --as ics -o FILE")")
    }
  }

  struct Versions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "versions", "List the published versions, newest first, or the changes in one version.",
      examples: "datajam agenda versions", "datajam agenda versions 2")

    @Argument(help: "The number of one version.") var number: Int?
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let versions = try await backend.read { try backend.agenda.versions(of: $0.id, in: $1) }
      guard let number else { return try show(versions) }
      guard let version = versions.first(where: { $0.number == number }) else { throw UnknownVersion(number: number) }
      let table = TextTable(
        header: ["session", "change", "what"],
        rows: version.changes.map { [$0.session, $0.kind.rawValue, $0.fields.joined(separator: ", ")] })
      global.show(table, as: version.json)
    }

    private func show(_ versions: [AgendaVersion]) throws {
      let table = TextTable(
        header: ["version", "published", "changes", "note"],
        rows: versions.map {
          [String($0.number), $0.publishedAt.description, String($0.changes.count), $0.note ?? ""]
        }, numeric: [0, 2])
      try global.show(
        table, as: versions.map(\.json),
        in: list, whenEmpty: "The agenda was not published yet. Publish it: \(run: "agenda publish")")
    }

    private struct UnknownVersion: ExplainedError {
      let number: Int
      var explanation: Explanation {
        Explanation(
          .notFound, code: "version-not-found", "There is no version \(quoted(String(number))) of the agenda.",
          hint: "List them: \(run: "agenda versions")")
      }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "export", "Write the published agenda as a calendar, schedule, table or page.",
      more: """
        ics is a calendar to subscribe to. json and xml are the schedule formats of pretalx and frab. csv and \
        xlsx are tables, and md is a page in Markdown. Each file is in one language, and is refused when a text is missing in \
        it. A public file has public sessions only.
        """,
      examples: "datajam agenda export --as ics --language fr -o agenda.fr.ics")

    @Option(name: .customLong("as"), help: "The format: ics, json, xml, csv, xlsx or md.") var form: AgendaForm
    @Option(
      help: ArgumentHelp("The language: en, fr or es. Without it: the event's first language.", valueName: "code"))
    var language: String?
    @Option(help: "The readers of the file: public or participants.") var audience = AgendaSession.Audience.public
    @Option(
      name: .shortAndLong, help: ArgumentHelp("The file. Without it: standard output.", valueName: "file"),
      completion: .file())
    var output: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      if form == .xlsx { try TableForm.requireFile(output, as: .xlsx) }
      let language = try self.language.map { try Language(code: $0) }
      let backend = try await global.open()
      let (bytes, count) = try await backend.read { event, snapshot in
        let language = language ?? event.event.languages.first ?? .english
        let agenda = try backend.agenda.published(to: audience, in: language, of: event.id, snapshot)
        return (try form.bytes(of: agenda, in: language), agenda.sessions.count)
      }
      let file = try DraftedFile(output, for: .everybody)
      try file.write(bytes)
      try file.end()
      if let output, output != "-" {
        Console.say("\(count == 1 ? "1 session" : "\(count) sessions") in \(output)")
      }
    }
  }
}

/// A format in which an agenda is exported.
enum AgendaForm: String, CaseIterable, ExpressibleByArgument {
  case ics, json, xml, csv, xlsx, md

  func bytes(of agenda: PublishedAgenda, in language: Language) throws -> [UInt8] {
    switch self {
    case .ics: Array(ICalendar(agenda, in: language).text.utf8)
    case .json: Array((ScheduleJSON(agenda, in: language).json.pretty + "\n").utf8)
    case .xml: Array(ScheduleXML(agenda, in: language).text.utf8)
    case .csv: try AgendaTable(agenda, in: language).csv()
    case .xlsx:
      try WorkbookWriter.bytes(of: "agenda", Self.columns, AgendaTable(agenda, in: language).rows)
    case .md: Array(AgendaPage(agenda, in: language).text.utf8)
    }
  }
}

extension AgendaForm {
  private static let columns = AgendaTable.columns.map { title in
    WorkbookWriter.Column(
      title, ["date", "start", "end"].contains(title) ? .time : title == "capacity" ? .number : .text)
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
