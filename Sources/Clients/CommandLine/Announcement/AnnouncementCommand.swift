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
      Check.self, Facts.self, Render.self, Set.self, Correct.self, AnnouncementTemplateCommand.self,
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
        secret. Exit code 3 when a language cannot be announced, or a file tells a secret.
        """,
      examples: "datajam announcement check", "datajam announcement check --leaks website")

    @OptionGroup var languages: Languages
    @Option(
      help: ArgumentHelp("Search the files of this folder for secrets.", valueName: "folder"), completion: .directory)
    var leaks: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
              facts.rankedTeams.isEmpty ? [] : backend.awards.findings(of: event.id, in: snapshot)),
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
      examples: "datajam announcement facts")

    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let facts = try await backend.read { try backend.announcement.facts(of: $0.id, in: $1) }
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

  struct Correct: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "correct", "Add a dated correction to a published announcement.",
      more: "Give the correction in every language of the event. Texts that you render afterwards show it.",
      examples: "datajam announcement correct --text-en \"Aurora is from Toronto, not from Montreal.\"")

    @OptionGroup var text: LocalisedOptions<CorrectionField>
    @Option(help: ArgumentHelp("The number of an earlier correction, to add a language to it.", valueName: "n"))
    var number: Int?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard !text.replacing(in: LocalizedText()).isEmpty else {
        throw ValidationError("Say what was wrong and what is right: --text-en TEXT, --text-fr TEXT …")
      }
    }

    func run() async throws {
      let backend = try await global.open()
      let note = text.replacing(in: LocalizedText())
      let (outcome, shown) = try await backend.change { event, unit in
        guard let number else {
          return (Outcome.created, try backend.announcement.correct(note, of: event, in: unit))
        }
        return (try backend.announcement.complete(number, with: note, of: event, in: unit), number)
      }
      global.tell(outcome, "correction", String(shown), next: "announcement render --as all -o FOLDER")
    }
  }
}
