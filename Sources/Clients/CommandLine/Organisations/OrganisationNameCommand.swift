import ArgumentParser
import Backend
import Events
import Lookup
import Organisations
import Vocabulary

/// `datajam organisation alias …`
struct OrganisationNameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    group: "alias", "Other names of an organisation, which files may use.",
    more: "Upper case, accents and punctuation do not count.",
    subcommands: [Add.self, Remove.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "add", "Add another name of an organisation.",
      examples: "datajam organisation alias add u-toronto \"Univ. of Toronto\"")

    @Argument(help: "The organisation's key.", completion: .keys(.organisation)) var organisation: TypedKey
    @Argument(help: "The other name.") var name: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try organisation.slug()
      let backend = try await global.open()
      let outcome = try await backend.change { try backend.organisations.add(alias: name, to: key, of: $0, in: $1) }
      global.tell(outcome, "alias", name, next: "organisation show \(key)")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove another name of an organisation.",
      examples: "datajam organisation alias remove u-toronto \"Univ. of Toronto\"")

    @Argument(help: "The organisation's key.", completion: .keys(.organisation)) var organisation: TypedKey
    @Argument(help: "The other name.") var name: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

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
