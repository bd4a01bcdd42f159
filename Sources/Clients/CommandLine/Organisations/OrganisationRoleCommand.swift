import ArgumentParser
import Backend
import Events
import Lookup
import Organisations
import Vocabulary

/// `datajam organisation role …`
struct OrganisationRoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "role", "Roles of an organisation in the event. It can have several.",
    more: "Roles: \(Organisation.Role.allCases.map(\.rawValue).joined(separator: ", ")).",
    subcommands: [Add.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add a role to an organisation, or change its position in that role.",
      examples: "datajam organisation role add u-toronto partner --order 1")

    @Argument(help: "The organisation's key.", completion: .keys(.organisation)) var organisation: TypedKey
    @Argument(help: "The role.") var role: Organisation.Role
    @OptionGroup var order: PrintOrder
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try organisation.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { event, unit in
        let known = try backend.organisations.organisation(key.text, of: event, in: unit)
        let order = order.order ?? known.standings.first { $0.role == role }?.printOrder ?? 1
        let standing = Organisation.Standing(role: role, printOrder: order)
        return try backend.organisations.give(standing, to: key, of: event, in: unit)
      }
      global.tell(outcome, "role", role.rawValue, next: "organisation show \(key)")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a role from an organisation. The last role cannot be removed.",
      examples: "datajam organisation role remove u-toronto sponsor")

    @Argument(help: "The organisation's key.", completion: .keys(.organisation)) var organisation: TypedKey
    @Argument(help: "The role.") var role: Organisation.Role
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
