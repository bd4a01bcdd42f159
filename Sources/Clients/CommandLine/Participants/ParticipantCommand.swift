import ArgumentParser
import Backend
import CanonicalJSON
import Events
import ImportFormats
import Participants
import UseCases
import Vocabulary

/// `datajam participant …`
struct ParticipantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "participant", abstract: "The people who take part.",
    subcommands: [Import.self, Add.self, Set.self, Show.self, List.self, CheckIn.self, Withdraw.self, Stats.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import participants.", discussion: TemplateNoun.participants.inHelp)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: FileImportOptions

    func run() async throws { try await options.run(global, as: .participant) }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a participant.",
      discussion: "Without a key one is made of a number, never of a name: keys are read by more people than names.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The participant's key; left out, a number's.") var key: TypedKey?
    @OptionGroup var details: ParticipantFields

    func validate() throws {
      guard [details.name, details.givenName, details.familyName].allSatisfy({ $0?.isBlank ?? true }) else { return }
      throw ValidationError("A participant needs a name: add --name NAME, or --given-name and --family-name.")
    }

    func run() async throws {
      let wanted = try key?.slug()
      let backend = try await global.open()
      let key = try await backend.change { event, unit in
        try backend.participants.add(wanted, of: event, in: unit) { try details.apply(to: &$0) }.key
      }
      global.tell(.created, "participant", key.text, next: "datajam team member add TEAM \(key)")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change what is known of a participant.",
      discussion: "What is not given stays as it is; \"\" takes away what is there.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The participant's key.") var key: String
    @OptionGroup var details: ParticipantFields

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.participants.edit(key, of: event, in: unit) { try details.apply(to: &$0) }
      }
      global.tell(outcome, "participant", key)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the participants by name.")

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("Only the members of this team.", valueName: "key")) var team: String?
    @Option(help: ArgumentHelp("Only people of this country.", valueName: "country")) var country: TypedCountry?
    @Flag(help: "Only those who withdrew.") var withdrawn = false
    @Flag(help: "Only those who take part and are in no team.") var withoutTeam = false

    func run() async throws {
      var wanted = ParticipantFilter()
      wanted.team = team
      wanted.country = try country?.code()
      wanted.isWithdrawn = withdrawn
      wanted.isWithoutTeam = withoutTeam
      let filter = wanted
      let backend = try await global.open()
      let people = try await backend.read { try backend.participants.all(of: $0.id, filter, in: $1) }
      let table = TextTable(
        header: ["key", "name", "e-mail", "country", "city", "affiliation", "team", "state"],
        rows: people.map { registration in
          let person = registration.participant
          return [
            person.key.text, person.displayName, person.email?.text ?? "", person.country?.text ?? "",
            person.city ?? "", person.affiliation ?? "", registration.team ?? "", registration.state,
          ]
        })
      global.show(
        table, as: people.map(\.json),
        whenEmpty: filter == ParticipantFilter()
          ? "There is no participant yet. Add some: datajam participant import FILE" : "No participant is like that.")
    }
  }
}
