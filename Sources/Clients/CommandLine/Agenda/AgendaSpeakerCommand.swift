import Agenda
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Vocabulary

/// `datajam agenda speaker …`
struct AgendaSpeakerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "speaker", "The speakers of a session, in order.",
    subcommands: [Add.self, Set.self, Remove.self, List.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a speaker to a session.",
      examples: "datajam agenda speaker add opening --name \"Amina Diallo\" --role Chair")

    @Argument(help: "The session's key.", completion: .keys(.session)) var session: TypedKey
    @Option(help: "The speaker's name.") var name: String?
    @OptionGroup var fields: SpeakerFields
    @Flag(help: "Keep the name secret. Without --name, only the role is known.") var unnamed = false
    @Option(name: .customLong("at"), help: ArgumentHelp("The position among the speakers, from 1.", valueName: "n"))
    var position: Int?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard name?.isEmpty == false || unnamed else {
        throw ValidationError("A speaker needs --name NAME, or --unnamed with a --role.")
      }
      guard name != nil || fields.hasRole else { throw ValidationError("A speaker who is not named needs a --role.") }
      if let position, !(1...1000).contains(position) {
        throw ValidationError("'--at' takes 1 to 1000, but \(position) was given.")
      }
    }

    func run() async throws {
      let key = try session.slug()
      let backend = try await global.open()
      let (position, warnings) = try await backend.change { event, unit in
        var speaker = Speaker(name: name)
        fields.apply(to: &speaker, in: try backend.agenda.languages(of: event, in: unit).first ?? .english)
        speaker.isPublic = !unnamed
        let position = try backend.agenda.add(speaker, to: key.text, at: self.position, of: event, in: unit)
        return (position, try backend.doubts(about: key, event, unit))
      }
      AgendaWarnings.say(warnings)
      global.tell(.created, "speaker", "\(key)/\(position)", next: "agenda show \(key)")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a speaker from a session.",
      examples: "datajam agenda speaker remove opening \"Amina Diallo\"")

    @Argument(help: "The session's key.", completion: .keys(.session)) var session: String
    @Argument(help: "The speaker's name, or the position among the speakers.") var who: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let position = try await backend.change { event, unit in
        try backend.agenda.removeSpeaker(who, from: session, of: event, in: unit)
      }
      global.tell(
        removed: true, "speaker", "\(session)/\(position)", "speaker \(position) of session \(quoted(session)): removed"
      )
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the speakers of a session in order.",
      examples: "datajam agenda speaker list opening")

    @Argument(help: "The session's key.", completion: .keys(.session)) var session: String
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let speakers = try await backend.read { try backend.agenda.entry(session, of: $0.id, in: $1).speakers }
      let table = TextTable(
        header: ["position", "name", "role", "organisation", "public"],
        rows: speakers.enumerated().map { position, speaker in
          [
            String(position + 1), speaker.fullName ?? "(unnamed)",
            [speaker.role, speaker.secondRole].words, [speaker.organisation, speaker.secondOrganisation].words,
            speaker.isPublic ? "yes" : "no",
          ]
        }, numeric: [0], expendable: ["public"])
      try global.show(
        table, as: speakers.enumerated().map { $1.json(position: $0 + 1) },
        in: list,
        whenEmpty: "Nobody speaks there yet. Add somebody: \(run: "agenda speaker add \(session) --name NAME")")
    }
  }
}

extension [LocalizedText] {
  /// What is said, in the first language that has it, for lists that organisers read.
  fileprivate var words: String { map(\.anyText).filter { !$0.isEmpty }.joined(separator: "; ") }
}
