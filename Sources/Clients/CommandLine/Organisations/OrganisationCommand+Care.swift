import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Organisations
import Vocabulary

extension OrganisationCommand {
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show an organisation with its roles and all its names.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The organisation's key.") var key: String

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
      abstract: "Make one of two organisations that are the same.",
      discussion:
        "INTO keeps its texts and gets what it lacks from FROM, with its roles; FROM disappears, and its key and "
        + "names lead to INTO from then on, in imports too.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The key of the one that disappears.") var from: TypedKey
    @Argument(help: "The key of the one that stays.") var into: TypedKey

    func run() async throws {
      let (from, into) = (try from.slug(), try into.slug())
      let backend = try await global.open()
      try await backend.change { try backend.organisations.merge(from, into: into, of: $0, in: $1) }
      if global.json {
        let document: JSON = [
          "noun": "organisation", "key": .string(into.text), "outcome": "updated", "merged": .string(from.text),
        ]
        Surroundings.print(document.pretty)
      } else {
        Surroundings.say(
          "organisation \(quoted(from.text)): merged into \(quoted(into.text)). Next: datajam org show \(into)")
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take an organisation away, with its roles and other names, unless something names it.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The organisation's key.") var key: TypedKey

    func run() async throws {
      let key = try key.slug()
      let backend = try await global.open()
      try await backend.change { try backend.organisations.remove(key, of: $0, in: $1) }
      global.tell(removed: true, "organisation", key.text, "organisation \(quoted(key.text)): removed")
    }
  }
}
