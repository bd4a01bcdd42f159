import ArgumentParser
import Backend
import Events
import Organisations
import Vocabulary

/// `datajam org role …`
struct OrganisationRoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "What an organisation is to the event; it may be several things.",
    discussion: "Roles: \(Organisation.Role.allCases.map(\.rawValue).joined(separator: ", ")).",
    subcommands: [Add.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Give an organisation a role, or another place among those who share it.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The organisation's key.") var organisation: TypedKey
    @Argument(help: "The role.") var role: Organisation.Role
    @OptionGroup var order: PrintOrder

    func run() async throws {
      let key = try organisation.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let known = try backend.organisations.organisation(key.text, of: event, in: unit)
        let place = order.order ?? known.standings.first { $0.role == role }?.printOrder ?? 1
        let standing = Organisation.Standing(role: role, printOrder: place)
        return try backend.organisations.give(standing, to: key, of: event, in: unit)
      }
      global.tell(outcome, "role", role.rawValue, next: "datajam org show \(key)")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a role from an organisation; its last one stays.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The organisation's key.") var organisation: TypedKey
    @Argument(help: "The role.") var role: Organisation.Role

    func run() async throws {
      let key = try organisation.slug()
      let backend = try await global.open()
      try await backend.change { try backend.organisations.take(role, from: key, of: $0, in: $1) }
      global.tell(
        removed: true, "role", role.rawValue,
        "organisation \(quoted(key.text)): no longer \(quoted(role.rawValue))")
    }
  }
}
