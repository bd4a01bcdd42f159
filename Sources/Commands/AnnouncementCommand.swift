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
    var lang: TypedWords?

    func chosen(for facts: AnnouncementFacts) throws -> [Language] {
      try lang?.languages() ?? facts.event.languages
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
    var forms = TypedWords(argument: "md")
    @Option(
      name: [.customShort("o"), .long], help: ArgumentHelp("The folder to write the files to.", valueName: "folder"))
    var output: String?

    func run() async throws {
      let wanted = try forms.announcementForms()
      let backend = try await global.open()
      let facts = try await backend.read { try backend.announcement.facts(of: $0.id, in: $1) }
      // Everything is rendered before anything is written, so that a refusal leaves no file behind.
      var files: [RenderedFile] = []
      for language in try languages.chosen(for: facts) {
        for form in wanted {
          let text = try backend.announcement.render(facts, in: language, as: form)
          files.append(RenderedFile(language: language, form: form, text: text))
        }
      }
      if let output { try write(files, to: output) }
      if global.json {
        let document: JSON = ["items": .array(files.map { $0.json(in: output) }), "count": .integer(files.count)]
        Surroundings.print(document.pretty)
      } else if output == nil {
        Surroundings.print(files.map(\.text).joined(separator: "\n").droppingLastLineBreak)
      }
    }

    private func write(_ files: [RenderedFile], to folder: String) throws {
      try OutputFile.makeFolder(folder)
      for file in files {
        try OutputFile.write(file.text, to: folder + "/" + file.name)
        Surroundings.say("Wrote \(folder)/\(file.name)")
      }
    }
  }

  private struct RenderedFile {
    let language: Language
    let form: AnnouncementForm
    let text: String

    var name: String { "announcement.\(language.code).\(form.rawValue)" }

    func json(in folder: String?) -> JSON {
      [
        "language": .string(language.code), "form": .string(form.rawValue), "file": folder.map { $0 + "/" + name }.json,
        "text": .string(text),
      ]
    }
  }
}

extension TypedWords {
  fileprivate func announcementForms() throws -> [AnnouncementForm] {
    let hint = "Choose among \(AnnouncementForm.allCases.map(\.rawValue).joined(separator: ", "))."
    guard !words.isEmpty else { throw UsageError("No form was given.", hint: hint) }
    return try words.reduce(into: []) { forms, word in
      guard let form = AnnouncementForm(rawValue: word) else {
        throw UsageError("\(quoted(word)) is no form of the announcement.", hint: hint)
      }
      if !forms.contains(form) { forms.append(form) }
    }
  }
}

extension String {
  fileprivate var droppingLastLineBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
