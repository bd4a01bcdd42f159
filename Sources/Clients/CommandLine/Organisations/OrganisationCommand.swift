public import ArgumentParser
import Backend
import CanonicalJSON
import Events
import ImportFormats
import Lookup
import Organisations
import Postgres
import UseCases
import Vocabulary

/// `datajam organisation …`
struct OrganisationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "organisation", "Funders, partners, sponsors and other organisations.",
    subcommands: [
      Import.self, Set.self, Show.self, List.self, OrganisationRoleCommand.self, OrganisationNameCommand.self,
      Merge.self, Remove.self,
    ])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "import", "Import organisations from a CSV file.",
      more: TemplateNoun.organisations.inHelp + "\n\nEach role has its own row. Roles: "
        + Organisation.Role.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      examples: "datajam organisation import organisations.csv")

    @OptionGroup var options: FileImportOptions
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws { try await options.run(global, as: .organisation) }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change an organisation, or add one.",
      more: "Options that you leave out change nothing; none removes an address.",
      examples: "datajam organisation set u-toronto --name-en \"University of Toronto\" --role partner")

    @Argument(help: "The organisation's key, such as u-toronto.", completion: .keys(.organisation)) var key: TypedKey
    @OptionGroup var name: LocalisedOptions<NameField>
    @OptionGroup var acronym: LocalisedOptions<AcronymField>
    @Option(help: ArgumentHelp("The organisation's web page; none removes it.", valueName: "https://…"))
    var url: ClearableAddress?
    @Option(help: ArgumentHelp("The address of the logo; none removes it.", valueName: "https://…"))
    var logo: ClearableAddress?
    @Option(help: "The role in the event. A new organisation needs one.") var role: Organisation.Role?
    @OptionGroup var order: PrintOrder
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let known = try backend.organisations.organisations(of: event, in: unit).filter { $0.organisation.key == key }
        guard let first = known.first else {
          return try add(key, to: event, backend, unit)
        }
        let edited = try backend.organisations.edit(key, of: event, in: unit) { apply(to: &$0) }
        guard role != nil || order.order != nil else { return edited }
        let role = role ?? first.standing.role
        let order = order.order ?? known.first { $0.standing.role == role }?.standing.printOrder ?? 1
        let standing = Organisation.Standing(role: role, printOrder: order)
        let given = try backend.organisations.give(standing, to: key, of: event, in: unit)
        return given == .unchanged ? edited : .updated
      }
      global.tell(outcome, "organisation", key.text)
    }

    private func add(_ key: Slug, to event: EventID, _ backend: Backend, _ unit: UnitOfWork) throws -> Outcome {
      var organisation = Organisation(key: key, name: LocalizedText())
      apply(to: &organisation)
      for name in [key.text] + organisation.name.languages.compactMap({ organisation.name[$0] }) {
        if let owner = try backend.organisations.organisation(called: name, of: event, in: unit) {
          throw OrganisationError.nameTaken(name, by: owner)
        }
      }
      guard let role else {
        throw UsageError(
          "The new organisation \(quoted(key.text)) needs a role.", hint: "Add --role partner, or another role.")
      }
      let standing = Organisation.Standing(role: role, printOrder: order.order ?? 1)
      return try backend.organisations.set(organisation, standing: standing, of: event, in: unit)
    }

    private func apply(to organisation: inout Organisation) {
      organisation.name = name.replacing(in: organisation.name)
      organisation.acronym = acronym.replacing(in: organisation.acronym)
      if let url { organisation.url = url.address }
      if let logo { organisation.logo = logo.address }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the organisations by role and order.",
      examples: "datajam organisation list")

    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (languages, organisations) = try await backend.read { event, snapshot in
        let organisations = try backend.organisations.organisations(of: event.id, in: snapshot)
        return (event.event.languages, organisations.map { Entry(organisation: $0, standing: $1) })
      }
      let table = TextTable(
        header: ["key", "role", "order", "name", "acronym"],
        rows: organisations.map { entry in
          [
            entry.organisation.key.text, entry.standing.role.rawValue, String(entry.standing.printOrder),
            entry.organisation.name.text(preferring: languages),
            entry.organisation.acronym.text(preferring: languages),
          ]
        }, numeric: [2], expendable: ["acronym", "order"])
      let items = organisations.map { entry -> JSON in
        [
          "key": .string(entry.organisation.key.text), "role": .string(entry.standing.role.rawValue),
          "order": .integer(entry.standing.printOrder), "name": entry.organisation.name.json,
          "acronym": entry.organisation.acronym.json, "url": entry.organisation.url.json,
          "logo": entry.organisation.logo.json,
        ]
      }
      global.show(
        table, as: items, whenEmpty: "There is no organisation yet. Add some: \(run: "organisation import FILE")")
    }

    private struct Entry: Sendable {
      let organisation: Organisation
      let standing: Organisation.Standing
    }
  }
}

/// Where an organisation stands among those of its role.
struct PrintOrder: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The position among the organisations of this role, from 1.", valueName: "n"))
  var order: Int?

  func validate() throws {
    if let order, !(1...1_000_000).contains(order) {
      throw ValidationError("'--order' takes 1 to 1000000, but \(order) was given.")
    }
  }
}

extension Organisation.Role: ExpressibleByArgument {}
