import ArgumentParser
import Backend
import CanonicalJSON
import Events
import ImportFormats
import Lookup
import Participants
import UseCases
import Vocabulary

/// `datajam participant …`
struct ParticipantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "participant", "The participants of the event.",
    subcommands: [
      Import.self, Add.self, Set.self, Show.self, List.self, CheckIn.self, Withdraw.self, Remove.self, Stats.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import participants from a CSV file.",
      more: TemplateNoun.participants.inHelp,
      examples: "datajam participant import participants.csv")

    @OptionGroup var options: FileImportOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws { try await options.run(global, as: .participant) }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a participant.",
      more: """
        Without a key, the program chooses one with a number, such as p-7. Do not use a name as a key, because \
        more people see keys than names.
        """,
      examples: "datajam participant add --name \"Amina Diallo\" --email amina@example.org")

    @Argument(help: "The participant's key. Without it: a number.") var key: TypedKey?
    @OptionGroup var details: ParticipantFields
    @OptionGroup var erased: ErasedOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      guard [details.name, details.givenName, details.familyName].allSatisfy({ $0?.isBlank ?? true }) else { return }
      throw ValidationError("A participant needs a name: add --name NAME, or --given-name and --family-name.")
    }

    func run() async throws {
      let wanted = try key?.slug()
      let backend = try await global.open()
      let key = try await backend.change { event, unit in
        try backend.participants.add(wanted, of: event, in: unit, takingErased: erased.takesErased) {
          try details.apply(to: &$0)
        }.key
      }
      global.tell(.created, "participant", key.text, next: "team member add TEAM \(key)")
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change the data of a participant.",
      more: "Options that you leave out change nothing; \"\" removes a value.",
      examples: "datajam participant set p-7 --country Canada --languages fr,en")

    @Argument(help: "The participant's key.", completion: .keys(.participant)) var key: String
    @OptionGroup var details: ParticipantFields
    @OptionGroup var erased: ErasedOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        try backend.participants.edit(key, of: event, in: unit, takingErased: erased.takesErased) {
          try details.apply(to: &$0)
        }
      }
      global.tell(outcome, "participant", key)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the participants by name.",
      examples: "datajam participant list --without-team")

    @Option(help: ArgumentHelp("Only members of this team.", valueName: "key"), completion: .keys(.team)) var team:
      String?
    @Option(help: ArgumentHelp("Only people of this country.", valueName: "country")) var country: TypedCountry?
    @Flag(help: "Only people who withdrew.") var withdrawn = false
    @Flag(help: "Only active participants without a team.") var withoutTeam = false
    @OptionGroup var list: ListOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
        }, expendable: ["e-mail", "city", "country", "affiliation"])
      try global.show(
        table, as: people.map(\.json),
        in: list,
        whenEmpty: filter == ParticipantFilter()
          ? "There is no participant yet. Add some: \(run: "participant import FILE")" : "No participant is like that.")
    }
  }
}
