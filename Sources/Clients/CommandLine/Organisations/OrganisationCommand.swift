import ArgumentParser
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
      Import.self, Add.self, Set.self, Show.self, List.self, OrganisationRoleCommand.self, OrganisationNameCommand.self,
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

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add an organisation.",
      examples: "datajam organisation add u-toronto --name-en \"University of Toronto\" --role partner")

    @Argument(help: "The organisation's key, such as u-toronto.") var key: TypedKey
    @OptionGroup var fields: OrganisationFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let known = try backend.organisations.organisations(of: event, in: unit)
        guard !known.contains(where: { $0.organisation.key == key }) else { throw OrganisationError.alreadyThere(key) }
        return try fields.add(key, to: event, backend, unit)
      }
      global.tell(outcome, "organisation", key.text)
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "set", "Change an organisation, or add one.",
      more: "Options that you leave out change nothing; none removes an address.",
      examples: "datajam organisation set u-toronto --name-en \"University of Toronto\" --role partner")

    @Argument(help: "The organisation's key, such as u-toronto.", completion: .keys(.organisation)) var key: TypedKey
    @OptionGroup var fields: OrganisationFields
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let known = try backend.organisations.organisations(of: event, in: unit).filter { $0.organisation.key == key }
        guard let first = known.first else {
          return try fields.add(key, to: event, backend, unit)
        }
        let edited = try backend.organisations.edit(key, of: event, in: unit) { fields.apply(to: &$0) }
        guard let standing = fields.standing(among: known.map(\.standing), orElse: first.standing) else {
          return edited
        }
        let given = try backend.organisations.give(standing, to: key, of: event, in: unit)
        return given == .unchanged ? edited : .updated
      }
      global.tell(outcome, "organisation", key.text)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "list", "List the organisations by role and order.",
      examples: "datajam organisation list")

    @OptionGroup var list: ListOptions
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
      try global.show(
        table, as: items, in: list,
        whenEmpty: "There is no organisation yet. Add some: \(run: "organisation import FILE")")
    }

    private struct Entry: Sendable {
      let organisation: Organisation
      let standing: Organisation.Standing
    }
  }
}
