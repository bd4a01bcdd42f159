import Agenda
import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Vocabulary

/// `datajam session speaker …`
struct SessionSpeakerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speaker", abstract: "Who speaks in a session, in which order.",
    subcommands: [Add.self, Remove.self, List.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a speaker to a session.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's key.") var session: TypedKey
    @Option(help: "The name.") var name: String?
    @Option(help: ArgumentHelp("What stands with the name, such as Dr. or Ph.D.", valueName: "text"))
    var honorific: String?
    @Option(help: ArgumentHelp("What the speaker is.", valueName: "text")) var role: String?
    @Option(help: ArgumentHelp("Where the speaker is that.", valueName: "name")) var organisation: String?
    @Option(name: .customLong("role-2"), help: ArgumentHelp("What else the speaker is.", valueName: "text"))
    var secondRole: String?
    @Option(name: .customLong("organisation-2"), help: ArgumentHelp("Where the speaker is that.", valueName: "name"))
    var secondOrganisation: String?
    @Flag(help: "The name is not to be told; without one, it is not known here either.") var unnamed = false
    @Option(name: .customLong("at"), help: ArgumentHelp("The place in the order, from 1.", valueName: "n"))
    var place: Int?

    func validate() throws {
      guard name?.isEmpty == false || unnamed else {
        throw ValidationError("A speaker needs --name NAME, or --unnamed with a --role.")
      }
      guard name != nil || role != nil else { throw ValidationError("A speaker who is not named needs a --role.") }
      if let place, !(1...1000).contains(place) {
        throw ValidationError("'--at' takes 1 to 1000, but \(place) was given.")
      }
    }

    func run() async throws {
      let key = try session.slug()
      var described = Speaker(name: name)
      described.honorific = honorific
      described.role = role
      described.organisation = organisation
      described.secondRole = secondRole
      described.secondOrganisation = secondOrganisation
      described.isPublic = !unnamed
      let speaker = described
      let backend = try await global.open()
      let (place, warnings) = try await backend.change { event, unit in
        let place = try backend.agenda.add(speaker, to: key.text, at: self.place, of: event, in: unit)
        return (place, try backend.doubts(about: key, event, unit))
      }
      SessionDoubts.say(warnings)
      global.tell(.created, "speaker", "\(key)/\(place)", next: "datajam session show \(key)")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take a speaker out of a session.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's key.") var session: String
    @Argument(help: "The speaker's name or place in the order.") var who: String

    func run() async throws {
      let backend = try await global.open()
      let place = try await backend.change { event, unit in
        try backend.agenda.removeSpeaker(who, from: session, of: event, in: unit)
      }
      global.tell(
        removed: true, "speaker", "\(session)/\(place)", "speaker \(place) of session \(quoted(session)): removed")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the speakers of a session in their order.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The session's key.") var session: String

    func run() async throws {
      let backend = try await global.open()
      let speakers = try await backend.read { try backend.agenda.entry(session, of: $0.id, in: $1).speakers }
      let table = TextTable(
        header: ["place", "name", "role", "organisation", "public"],
        rows: speakers.enumerated().map { place, speaker in
          [
            String(place + 1), speaker.fullName ?? "(unnamed)",
            [speaker.role, speaker.secondRole].compactMap(\.self).joined(separator: "; "),
            [speaker.organisation, speaker.secondOrganisation].compactMap(\.self).joined(separator: "; "),
            speaker.isPublic ? "yes" : "no",
          ]
        }, numeric: [0])
      global.show(
        table, as: speakers.enumerated().map { $1.json(place: $0 + 1) },
        whenEmpty: "Nobody speaks there yet. Add somebody: datajam session speaker add \(session) --name NAME")
    }
  }
}
