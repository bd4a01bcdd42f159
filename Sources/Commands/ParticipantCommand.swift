import ArgumentParser
import Backend
import CanonicalJSON
import Competition
import Events
import Interchange
import Participants
import Teams

/// `datajam participant …`
struct ParticipantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "participant", abstract: "The people who take part.", subcommands: [Import.self, List.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import participants.",
      discussion:
        "Columns: key, given_name, family_name, display_name, email, country_of_nationality, city, affiliation, "
        + "consent_public, team.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: FileImportOptions

    func run() async throws { try await options.run(global, as: .participant) }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the participants by name.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let people = try await backend.read { try backend.participants.all(of: $0.id, in: $1) }
      let table = TextTable(
        header: ["key", "name", "e-mail", "country", "city", "affiliation"],
        rows: people.map { person in
          [
            person.key.text, person.displayName, person.email?.text ?? "", person.country?.text ?? "",
            person.city ?? "", person.affiliation ?? "",
          ]
        })
      let items = people.map { person -> JSON in
        [
          "key": .string(person.key.text), "display_name": .string(person.displayName),
          "given_name": .string(person.givenName), "family_name": .string(person.familyName),
          "email": (person.email?.text).json, "country": (person.country?.text).json, "city": person.city.json,
          "affiliation": person.affiliation.json, "consent_public": .bool(person.mayBeNamed),
        ]
      }
      global.show(table, as: items, whenEmpty: "There is no participant yet. Add some: datajam participant import FILE")
    }
  }
}
