import ArgumentParser
import Backend
import Events
import Organisations
import Vocabulary

/// `datajam org alias …`
struct OrganisationNameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias", abstract: "Other spellings by which files may call an organisation.",
    discussion:
      "Case, accents and punctuation do not count. Example: datajam org alias add u-toronto \"Univ. of Toronto\"",
    subcommands: [Add.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add another name of an organisation.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The organisation's key.") var organisation: TypedKey
    @Argument(help: "The other name.") var name: String

    func run() async throws {
      let key = try organisation.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { try backend.organisations.add(alias: name, to: key, of: $0, in: $1) }
      global.tell(outcome, "alias", name, next: "datajam org show \(key)")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take another name from an organisation.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The organisation's key.") var organisation: TypedKey
    @Argument(help: "The other name.") var name: String

    func run() async throws {
      let key = try organisation.slug()
      let backend = try await global.open()
      let hadName = try await backend.change {
        try backend.organisations.remove(alias: name, from: key, of: $0, in: $1)
      }
      global.tell(
        removed: hadName, "alias", name,
        "organisation \(quoted(key.text)) \(hadName ? "is no longer" : "was not") called \(quoted(name))")
    }
  }
}
