import CanonicalJSON
import Participants
import Vocabulary

extension Registration {
  /// How far the participant's taking part has come, in a word or two.
  var state: String { withdrawnAt != nil ? "withdrawn" : checkedInAt != nil ? "checked in" : "" }

  /// Everything that is known, a line each; what is not known is left out.
  var table: TextTable {
    let person = participant
    let rows: [(String, String?)] = [
      ("number", String(id.rawValue)), ("name", person.displayName), ("given name", person.givenName),
      ("family name", person.familyName), ("alias", person.alias), ("e-mail", person.email?.text),
      ("country", person.country?.text), ("city", person.city), ("affiliation", person.affiliation),
      ("languages", person.languages.joined(separator: ",")), ("may be named", person.mayBeNamed ? "yes" : "no"),
      ("source", person.registrationSource), ("registered", registeredAt?.description),
      ("team", team.map { $0 + (isCaptain ? " (captain)" : "") } ?? "none"),
      ("checked in", checkedInAt?.description ?? "no"), ("withdrawn", withdrawnAt?.description ?? "no"),
    ]
    return TextTable(
      header: ["key", person.key.text], rows: rows.filter { $0.1?.isEmpty == false }.map { [$0, $1 ?? ""] })
  }

  var json: JSON {
    let person = participant
    return [
      "key": .string(person.key.text), "number": .integer(Int(id.rawValue)),
      "display_name": .string(person.displayName), "given_name": .string(person.givenName),
      "family_name": .string(person.familyName), "alias": person.alias.json, "email": (person.email?.text).json,
      "country": (person.country?.text).json, "city": person.city.json, "affiliation": person.affiliation.json,
      "languages": .array(person.languages.map(JSON.string)), "consent_public": .bool(person.mayBeNamed),
      "registration_source": person.registrationSource.json, "team": team.json, "captain": .bool(isCaptain),
      "registered_at": (registeredAt?.description).json, "checked_in_at": (checkedInAt?.description).json,
      "withdrawn_at": (withdrawnAt?.description).json,
    ]
  }
}
