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
    commandName: "announcement", abstract: "The winners' announcement in every language of the event.",
    subcommands: [
      Check.self, Facts.self, Render.self, Set.self, Correct.self, AnnouncementTemplateCommand.self,
    ])

  /// The languages that a command is asked for; by default those of the event.
  struct Languages: ParsableArguments {
    @Option(help: ArgumentHelp("The languages, such as en,fr; left out, those of the event.", valueName: "codes"))
    var lang: TypedWords?

    func chosen(for facts: AnnouncementFacts) throws -> [Language] {
      try lang?.languages() ?? facts.event.languages
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Name each missing or doubtful fact with the command that mends it.",
      discussion: "FAIL blocks the language before which it stands, and * all of them; warn blocks nothing. "
        + "With --leaks it looks instead for places, scores and winners in files that were written too early. Exit 3 when a "
        + "language is blocked, or something leaks.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var languages: Languages
    @Option(help: ArgumentHelp("A folder whose files must tell nothing before the hour.", valueName: "folder"))
    var leaks: String?

    func run() async throws {
      if let leaks { return try await findLeaks(below: leaks) }
      let backend = try await global.open()
      let (facts, common, named) = try await backend.read { event, snapshot in
        let facts = try backend.announcement.facts(of: event.id, in: snapshot)
        let chosen = try languages.chosen(for: facts)
        return (
          facts,
          try backend.announcement.findingsInEvery(facts, of: event.id, in: snapshot)
            + AnnouncementFinding.ofPrizes(
              facts.places.isEmpty ? [] : backend.awards.doubts(of: event.id, in: snapshot)),
          chosen.map { ($0, backend.announcement.findings(facts, in: $0)) }
        )
      }
      let findings = common + named.flatMap(\.1)
      if global.json {
        let document: JSON = [
          "items": .array(findings.map(\.json)), "count": .integer(findings.count),
          "facts_sha256": .string(facts.sha256),
        ]
        Surroundings.print(document.pretty)
      } else {
        for finding in findings { tell(finding) }
        let isBlockedForAll = common.contains { $0.level == .missing }
        for (language, found) in named where !isBlockedForAll && !found.contains(where: { $0.level == .missing }) {
          Surroundings.print("ok    \(language.code)  nothing is missing; facts \(facts.sha256.prefix(8))")
        }
      }
      if findings.contains(where: { $0.level == .missing }) { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }

    private func tell(_ finding: AnnouncementFinding) {
      let language = finding.language?.code ?? "* "
      Surroundings.print("\(finding.level.rawValue)  \(language)  \(finding.what)    \(finding.command)")
    }
  }

  struct Facts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "facts",
      abstract: "Print the one set of facts from which every text is made, with its hash.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let facts = try await backend.read { try backend.announcement.facts(of: $0.id, in: $1) }
      Surroundings.print(facts.json.pretty)
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Say where the announcement stands in each language, and whom to ask.",
      discussion: "What is not given stays as it is; \"\" takes it away.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var address: LocalisedOptions<AddressField>
    @Option(help: ArgumentHelp("Whom to ask.", valueName: "address or url")) var contact: String?

    func run() async throws {
      let backend = try await global.open()
      let (outcome, key) = try await backend.change { event, unit in
        let outcome = try backend.announcement.edit(of: event, in: unit) { settings in
          settings.addresses = address.replacing(in: settings.addresses)
          if let contact { settings.contact = contact.isEmpty ? nil : contact }
        }
        return (outcome, try backend.announcement.settings(of: event, in: unit).event)
      }
      global.tell(outcome, "announcement", key, next: "datajam announcement check")
    }
  }

  struct Correct: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "correct",
      abstract: "Add a dated note to what was announced; it is never edited in silence.",
      discussion:
        "The note is needed in every language of the event. Every text that is rendered from then on shows it.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var text: LocalisedOptions<CorrectionField>
    @Option(help: ArgumentHelp("Say that earlier correction in a further language.", valueName: "n")) var number: Int?

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
      global.tell(outcome, "correction", String(shown), next: "datajam announcement render --as all -o FOLDER")
    }
  }
}
