import Announcement
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
import UseCases
import Vocabulary

extension AnnouncementCommand {
  struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "render", "Write the announcement to files, or print it.",
      more: """
        Formats: \(Forms.names.joined(separator: ", ")), or all. A language with a missing text is refused. \
        Until the result is public, files and texts are marked EMBARGOED and only you may read the files. \
        The program sends nothing.
        """,
      examples: "datajam announcement render --as all -o announcement", "datajam announcement render --languages fr")

    @OptionGroup var languages: Languages
    @OptionGroup var templates: TemplateOptions
    @Option(name: .customLong("as"), help: ArgumentHelp("The formats, such as md,html.", valueName: "forms"))
    var forms = TypedWords(argument: "md")
    @Option(
      name: [.customShort("o"), .long],
      help: ArgumentHelp("The folder for the files. Without it: print the text.", valueName: "folder"),
      completion: .directory)
    var output: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let wanted = try Forms(forms.words)
      guard output != nil || !wanted.hasLetters else {
        throw UsageError("Letters are files: one for each team.", hint: "Say where they go: -o FOLDER")
      }
      let templates = try templates.read()
      let backend = try await global.open()
      // Everything is read through one view and rendered before anything is written: a refusal leaves no file behind.
      let (files, letters, isPublic) = try await backend.read { event, snapshot in
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
            facts, of: event.id, publication: publication, only: languages.languages?.languages(), by: templates,
            in: snapshot) : []
        return (files, letters, publication?.isPublic == true)
      }
      if let output { try write(files.map(\.1), letters, to: output, isPublic: isPublic) }
      try show(files, letters)
    }

    private func write(
      _ files: [AnnouncementFile], _ letters: [AnnouncementLetter], to folder: String, isPublic: Bool
    ) throws {
      let readers: DraftedFile.Readers = isPublic ? .everybody : .owner
      if isPublic && letters.isEmpty {
        try OutputFile.makeFolder(folder, for: .everybody)
      } else {
        try PrivateFolder.make(folder)
      }
      for file in files {
        try OutputFile.write(file.text, to: folder + "/" + file.name, for: readers)
        Console.say("Wrote \(folder)/\(file.name)")
        if file.form == .card, let picture = try PNGConverter.make(of: folder + "/" + file.name, for: readers) {
          Console.say("Wrote \(picture)")
        }
      }
      // They hold addresses, and what judges say to one team only.
      for letter in letters { try OutputFile.write(letter.text, to: folder + "/" + letter.name, for: .owner) }
      if !letters.isEmpty {
        Console.say(
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
        Console.print(document.pretty)
      } else if output == nil {
        // The facts are the same in each language.
        var seen: Swift.Set<String> = []
        let texts = files.map(\.1.text).filter { seen.insert($0).inserted }
        Console.print(texts.joined(separator: "\n").droppingLastLineBreak)
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
      let hint: Message = "Choose among \(Self.names.joined(separator: ", ")), or all."
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
