import Announcement
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Prizes
import Results
import Vocabulary

/// `datajam announcement …`
struct AnnouncementCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "announcement", "The winners' announcement, in every language of the event.",
    subcommands: [
      Check.self, Facts.self, Render.self, Set.self, Correct.self, Approve.self, List.self,
      AnnouncementTemplateCommand.self,
    ])

  /// The languages that a command is asked for; by default those of the event.
  struct Languages: ParsableArguments {
    @Option(
      help: ArgumentHelp("The languages, such as en,fr. Without it: all languages of the event.", valueName: "codes"))
    var languages: TypedWords?

    func chosen(for facts: AnnouncementFacts) throws -> [Language] {
      try languages?.languages() ?? facts.event.languages
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "check", "List missing or doubtful facts with the command that corrects each.",
      more: """
        FAIL prevents the announcement in the language at its left; * means every language. warn prevents \
        nothing. With --leaks, the command searches files for ranks, scores and winners that must still be \
        secret: texts in any encoding, pages, documents and spreadsheets of office programs, archives, and PDF \
        files where pdftotext is installed. It names the files that it cannot read, such as pictures. Exit \
        code 3 when a language cannot be announced, a file tells a secret, or a file cannot be read.
        """,
      examples: "datajam announcement check", "datajam announcement check --leaks website")

    @OptionGroup var languages: Languages
    @Option(
      help: ArgumentHelp("Search the files of this folder for secrets.", valueName: "folder"), completion: .directory)
    var leaks: String?
    @Flag(help: "With --leaks: exit code 0 although files could not be read. Look at them yourself.")
    var allowUnread = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard leaks != nil || !allowUnread else { throw ValidationError("'--allow-unread' goes with '--leaks'.") }
    }

    func run() async throws {
      if let leaks { return try await findLeaks(below: leaks) }
      let backend = try await global.open()
      let (facts, common, named) = try await backend.read { event, snapshot in
        let facts = try backend.announcement.facts(of: event.id, in: snapshot)
        let chosen = try languages.chosen(for: facts)
        return (
          facts,
          try backend.announcement.findingsInEvery(facts, of: event.id, in: snapshot)
            + AwardFinding.forAnnouncement(
              facts.rankedTeams.isEmpty ? [] : backend.awards.findings(of: event.id, in: snapshot))
            + AnnouncementCommand.closeBoundaries(of: facts, event.id, backend, in: snapshot),
          chosen.map { ($0, backend.announcement.findings(facts, in: $0)) }
        )
      }
      let findings = common + named.flatMap(\.1)
      if global.json {
        let document: JSON = [
          "items": .array(findings.map(\.json)), "count": .integer(findings.count),
          "facts_sha256": .string(facts.sha256),
        ]
        Console.print(document.pretty)
      } else {
        Page(findings.map(\.lines)).print()
        let isBlockedForAll = common.hasProblem
        for (language, found) in named where !isBlockedForAll && !found.hasProblem {
          Page("ok    \(language.code)  nothing is missing; facts \(facts.sha256.prefix(8))").print()
        }
      }
      if findings.hasProblem { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }
  }

  struct Facts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "facts", "Print the facts from which every text is made, with their hash.",
      more: """
        The facts are kept when the result is announced. Changes afterwards become public only by \
        'announcement correct'.
        """,
      examples: "datajam announcement facts", "datajam announcement facts --edition 1")

    @Option(help: ArgumentHelp("The edition. Without it: the one from which texts are made.", valueName: "n"))
    var edition: Int?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let edition = edition
      let facts = try await backend.read { event, snapshot in
        guard let edition else { return try backend.announcement.facts(of: event.id, in: snapshot) }
        return try backend.announcement.facts(ofEdition: edition, event.id, in: snapshot)
      }
      Console.print(facts.json.pretty)
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Set the address of the announcement and the contact for questions.",
      more: "Options that you leave out change nothing; \"\" removes a value.",
      examples: "datajam announcement set --url-en https://example.org/en --contact info@example.org")

    @OptionGroup var address: LocalisedOptions<AddressField>
    @Option(help: ArgumentHelp("The contact for questions.", valueName: "address or url")) var contact: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (outcome, key) = try await backend.change { event, unit in
        let outcome = try backend.announcement.edit(of: event, in: unit) { settings in
          settings.addresses = address.replacing(in: settings.addresses)
          if let contact { settings.contact = contact.isEmpty ? nil : contact }
        }
        return (outcome, try backend.announcement.settings(of: event, in: unit).event)
      }
      global.tell(outcome, "announcement", key, next: "announcement check")
    }
  }
}
