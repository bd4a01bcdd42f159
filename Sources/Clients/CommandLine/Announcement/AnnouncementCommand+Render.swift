import Announcement
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import UseCases
import Vocabulary

extension AnnouncementCommand {
  struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "render",
      abstract: "Write the announcement; without -o, print it.",
      discussion:
        "Forms: \(Forms.names.joined(separator: ", ")), or all. A language with a missing text is refused: no "
        + "other language ever stands in for it. Until the result is public, names and texts say EMBARGOED. Nothing is "
        + "sent.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var languages: Languages
    @OptionGroup var templates: TemplateOptions
    @Option(name: .customLong("as"), help: ArgumentHelp("The forms, such as md,html.", valueName: "forms"))
    var forms = TypedWords(argument: "md")
    @Option(
      name: [.customShort("o"), .long], help: ArgumentHelp("The folder to write the files to.", valueName: "folder"))
    var output: String?

    func run() async throws {
      let wanted = try Forms(forms.words)
      guard output != nil || !wanted.hasLetters else {
        throw UsageError("Letters are files: one for each team.", hint: "Say where they go: -o FOLDER")
      }
      let templates = try templates.read()
      let backend = try await global.open()
      // Everything is read through one view and rendered before anything is written: a refusal leaves no file behind.
      let (files, letters) = try await backend.read { event, snapshot in
        let facts = try backend.announcement.facts(of: event.id, in: snapshot)
        let publication = try backend.announcement.publication(of: event.id, in: snapshot)
        var files: [(Language, AnnouncementFile)] = []
        for language in try languages.chosen(for: facts) {
          for form in wanted.forms {
            files += try backend.announcement.render(
              facts, in: language, as: form, publication: publication, by: templates
            ).map { (language, $0) }
          }
        }
        let letters =
          wanted.hasLetters
          ? try backend.letters.letters(
            facts, of: event.id, publication: publication, only: languages.lang?.languages(), by: templates,
            in: snapshot) : []
        return (files, letters)
      }
      if let output { try write(files.map(\.1), letters, to: output) }
      try show(files, letters)
    }

    private func write(_ files: [AnnouncementFile], _ letters: [AnnouncementLetter], to folder: String) throws {
      try OutputFile.makeFolder(folder)
      for file in files {
        try OutputFile.write(file.text, to: folder + "/" + file.name)
        Surroundings.say("Wrote \(folder)/\(file.name)")
        if file.form == .card, let picture = try Picture.make(of: folder + "/" + file.name) {
          Surroundings.say("Wrote \(picture)")
        }
      }
      // They hold addresses, and what judges say to one team only.
      for letter in letters { try PrivateFile.write(letter.text, to: folder + "/" + letter.name) }
      if !letters.isEmpty {
        Surroundings.say(
          "Wrote \(letters.count) \(letters.count == 1 ? "letter" : "letters") to \(folder); nothing is sent.")
      }
    }

    private func show(_ files: [(Language, AnnouncementFile)], _ letters: [AnnouncementLetter]) throws {
      if global.json {
        let items =
          files.map { language, file -> JSON in
            [
              "language": .string(language.code), "form": .string(file.form.rawValue),
              "file": output.map { $0 + "/" + file.name }.json, "text": .string(file.text),
            ]
          }
          + letters.map { letter -> JSON in
            [
              "language": .string(letter.language.code), "form": .string(Forms.letters), "team": .string(letter.team),
              "file": output.map { $0 + "/" + letter.name }.json,
            ]
          }
        let document: JSON = ["items": .array(items), "count": .integer(items.count)]
        Surroundings.print(document.pretty)
      } else if output == nil {
        Surroundings.print(files.map(\.1.text).joined(separator: "\n").droppingLastLineBreak)
      }
    }
  }

  /// The forms that were asked for.
  private struct Forms {
    static let letters = "email"
    static let names = AnnouncementForm.allCases.map(\.rawValue) + [letters]

    var forms: [AnnouncementForm] = []
    var hasLetters = false

    init(_ words: [String]) throws {
      let hint = "Choose among \(Self.names.joined(separator: ", ")), or all."
      guard !words.isEmpty else { throw UsageError("No form was given.", hint: hint) }
      for word in words {
        if word == "all" {
          forms = AnnouncementForm.allCases
          hasLetters = true
        } else if word == Self.letters {
          hasLetters = true
        } else if let form = AnnouncementForm(rawValue: word) {
          if !forms.contains(form) { forms.append(form) }
        } else {
          throw UsageError("\(quoted(word)) is no form of the announcement.", hint: hint)
        }
      }
    }
  }
}

extension String {
  fileprivate var droppingLastLineBreak: String { hasSuffix("\n") ? String(dropLast()) : self }
}
