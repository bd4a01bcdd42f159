import Announcement
import ArgumentParser
import Backend
import CanonicalJSON
import Competition
import Events

/// `datajam announcement …`
struct AnnouncementCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announcement", abstract: "The winners' announcement in every language of the event.",
    subcommands: [Check.self, Render.self])

  /// The languages that a command is asked for; by default those of the event.
  struct Languages: ParsableArguments {
    @Option(help: ArgumentHelp("The languages, such as en,fr; left out, those of the event.", valueName: "codes"))
    var lang: String?

    func chosen(for facts: AnnouncementFacts) throws -> [Language] {
      guard let lang else { return facts.event.languages }
      return try lang.split(separator: ",").map { try Language(code: String($0)) }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Name each missing fact with the command that fills it in.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var languages: Languages

    func run() async throws {
      let backend = try await global.open()
      let facts = try await backend.read { try backend.announcement.facts(of: $0.id, in: $1) }
      let chosen = try languages.chosen(for: facts)
      let missing = chosen.map { ($0, backend.announcement.missing($0, in: facts)) }
      if global.json {
        Surroundings.print(json(missing).pretty)
      } else {
        for (language, facts) in missing { tell(language, facts) }
      }
      if missing.contains(where: { !$0.1.isEmpty }) { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }

    private func tell(_ language: Language, _ missing: [MissingFact]) {
      for fact in missing { Surroundings.print("FAIL  \(language.code)  \(fact.what)    \(fact.command)") }
      if missing.isEmpty { Surroundings.print("ok    \(language.code)  nothing is missing") }
    }

    private func json(_ missing: [(Language, [MissingFact])]) -> JSON {
      let items = missing.flatMap { language, facts in
        facts.map { fact -> JSON in
          ["language": .string(language.code), "what": .string(fact.what), "command": .string(fact.command)]
        }
      }
      return ["items": .array(items), "count": .integer(items.count)]
    }
  }

  struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the announcement; without -o, print it.",
      discussion: "A language with a missing text is refused: no other language ever stands in for it.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var languages: Languages
    @Option(name: .customLong("as"), help: ArgumentHelp("The forms: md, html, txt, json.", valueName: "forms"))
    var forms = "md"
    @Option(
      name: [.customShort("o"), .long], help: ArgumentHelp("The folder to write the files to.", valueName: "folder"))
    var output: String?

    func run() async throws {
      let wanted = try forms.split(separator: ",").map { name in
        guard let form = AnnouncementForm(rawValue: String(name)) else {
          throw ValidationError("\(quoted(String(name))) is no form: choose among md, html, txt, json.")
        }
        return form
      }
      let backend = try await global.open()
      let facts = try await backend.read { try backend.announcement.facts(of: $0.id, in: $1) }
      // Everything is rendered before anything is written, so that a refusal leaves no file behind.
      var files: [(name: String, text: String)] = []
      for language in try languages.chosen(for: facts) {
        for form in wanted {
          let text = try backend.announcement.render(facts, in: language, as: form)
          files.append(("announcement.\(language.code).\(form.rawValue)", text))
        }
      }
      guard let output else {
        Surroundings.print(files.map(\.text).joined(separator: "\n").droppingLastLineBreak)
        return
      }
      try OutputFile.makeFolder(output)
      for file in files {
        try OutputFile.write(file.text, to: output + "/" + file.name)
        Surroundings.say("Wrote \(output)/\(file.name)")
      }
    }
  }
}

extension String {
  fileprivate var droppingLastLineBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
