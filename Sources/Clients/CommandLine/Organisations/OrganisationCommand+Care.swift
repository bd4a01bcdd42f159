import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Lookup
import Organisations
import Vocabulary

extension OrganisationCommand {
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "show", "Show an organisation with its roles and all its names.",
      examples: "datajam organisation show u-toronto")

    @Argument(help: "The organisation's key.", completion: .keys(.organisation)) var key: String
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let whole = try await backend.read { try backend.organisations.organisation(key, of: $0.id, in: $1) }
      global.show(table(whole), as: json(whole))
    }

    private func table(_ whole: OrganisationDetails) -> TextTable {
      let organisation = whole.organisation
      let texts = [("name", organisation.name), ("acronym", organisation.acronym)]
        .flatMap { field, text in text.languages.map { ["\(field) (\($0.code))", text[$0] ?? ""] } }
      let links = [("url", organisation.url), ("logo", organisation.logo)]
        .compactMap { field, address in address.map { [field, $0] } }
      let roles = whole.standings.map { ["role", "\($0.role.rawValue), order \($0.printOrder)"] }
      return TextTable(
        header: ["key", organisation.key.text],
        rows: texts + links + roles + whole.otherNames.map { ["also called", $0] })
    }

    private func json(_ whole: OrganisationDetails) -> JSON {
      let organisation = whole.organisation
      return [
        "key": .string(organisation.key.text), "name": organisation.name.json, "acronym": organisation.acronym.json,
        "url": organisation.url.json, "logo": organisation.logo.json,
        "roles": .array(
          whole.standings.map { ["role": .string($0.role.rawValue), "order": .integer($0.printOrder)] }),
        "other_names": .array(whole.otherNames.map(JSON.string)),
      ]
    }
  }

  struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "merge", "Merge two records of the same organisation.",
      more: """
        INTO keeps its texts and takes missing ones, and the roles, from FROM. FROM is removed. Its key and \
        names mean INTO from then on, also in imports.
        """,
      examples: "datajam organisation merge univ-toronto u-toronto")

    @Argument(help: "The key of the record that is removed.", completion: .keys(.organisation)) var from: TypedKey
    @Argument(help: "The key of the record that stays.", completion: .keys(.organisation)) var into: TypedKey
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let (from, into) = (try from.slug(), try into.slug())
      let backend = try await global.open()
      try await backend.change { try backend.organisations.merge(from, into: into, of: $0, in: $1) }
      if global.json {
        let document: JSON = [
          "noun": "organisation", "key": .string(into.text), "outcome": "updated", "merged": .string(from.text),
        ]
        Console.print(document.pretty)
      } else {
        Console.say(
          "organisation \(quoted(from.text)): merged into \(quoted(into.text)). Next: \(run: "organisation show \(into)")"
        )
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove an organisation that nothing refers to, with its roles and names.",
      examples: "datajam organisation remove u-toronto")

    @Argument(help: "The organisation's key.", completion: .keys(.organisation)) var key: TypedKey
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      try await backend.change { try backend.organisations.remove(key, of: $0, in: $1) }
      global.tell(removed: true, "organisation", key.text, "organisation \(quoted(key.text)): removed")
    }
  }
}
