public import ArgumentParser
import Backend
import CanonicalJSON
import Competition
public import Events
import Workflows

/// `datajam org …`
struct OrganisationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "org", abstract: "Funders, partners, sponsors and other organisations.",
    subcommands: [Import.self, Set.self, List.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import organisations.",
      discussion: "Columns: key, role, order, name_en, name_fr, name_es, acronym_en, acronym_fr, acronym_es. "
        + "Roles: \(Organisation.Role.allCases.map(\.rawValue).joined(separator: ", ")).")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ImportOptions

    func run() async throws {
      let file = options.file
      try await options.run(global, next: "datajam org list") { bytes, backend, event, unit in
        try backend.imports.organisations(bytes, file: file, of: event, by: backend.events, in: unit)
      }
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add an organisation, or change its name.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The organisation's key.") var key: TypedKey
    @OptionGroup var name: LocalisedOptions<NameField>
    @Option(help: "What it is to the event; needed for a new one.") var role: Organisation.Role?
    @Option(
      parsing: .unconditional, help: ArgumentHelp("Where it stands among those of its role, from 1.", valueName: "n"))
    var order: Int?

    func validate() throws {
      if let order, !(1...1_000_000).contains(order) {
        throw ValidationError("'--order' takes 1 to 1000000, but \(order) was given.")
      }
    }

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let known = try backend.events.organisations(of: event, in: unit).first { $0.organisation.key == key }
        guard let standing = role ?? known?.standing.role else {
          throw UsageError(
            "The new organisation \(quoted(key.text)) needs a role.", hint: "Add --role partner, or another role.")
        }
        var organisation = known?.organisation ?? Organisation(key: key, name: LocalizedText())
        organisation.name = name.replacing(in: organisation.name)
        let place = Organisation.Standing(role: standing, printOrder: order ?? known?.standing.printOrder ?? 1)
        return try backend.events.set(organisation, standing: place, of: event, in: unit)
      }
      global.tell(outcome, "organisation", key.text)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the organisations by role and print order.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let organisations = try await backend.read { event, snapshot in
        try backend.events.organisations(of: event.id, in: snapshot).map { Entry(organisation: $0, standing: $1) }
      }
      let table = TextTable(
        header: ["key", "role", "order", "name", "acronym"],
        rows: organisations.map { entry in
          [
            entry.organisation.key.text, entry.standing.role.rawValue, String(entry.standing.printOrder),
            entry.organisation.name.anyText, entry.organisation.acronym.anyText,
          ]
        }, numeric: [2])
      let items = organisations.map { entry -> JSON in
        [
          "key": .string(entry.organisation.key.text), "role": .string(entry.standing.role.rawValue),
          "order": .integer(entry.standing.printOrder), "name": entry.organisation.name.json,
          "acronym": entry.organisation.acronym.json,
        ]
      }
      global.show(table, as: items, whenEmpty: "There is no organisation yet. Add some: datajam org import FILE")
    }

    private struct Entry: Sendable {
      let organisation: Organisation
      let standing: Organisation.Standing
    }
  }
}

extension Organisation.Role: ExpressibleByArgument {}
