import CanonicalJSON
import Teams
import Vocabulary

extension TeamDetails {
  /// Everything that is known, a line each; what is not known is left out.
  /// - Parameter seats: The most members that the event allows.
  func table(seats: Int) -> TextTable {
    let texts = [("city", team.city), ("about", team.about)].flatMap { field, text in
      text.languages.map { ("\(field) (\($0.code))", text[$0]) }
    }
    let rows: [(String, String?)] =
      [("name", team.name)] + texts + [
        ("country", team.country?.text), ("affiliation", team.affiliation), ("track", team.track),
        ("place", team.place.text),
        ("status", status.rawValue + (reason.map { ": \($0)" } ?? "")),
        ("size", "\(members.count) of \(seats)" + (declaredSize.map { ", \($0) declared" } ?? "")),
        ("join code", hasCode ? "yes" : nil), ("open invitations", invitations > 0 ? String(invitations) : nil),
      ] + members.map { ("member", "\($0.key): \($0.name)\($0.isCaptain ? " (captain)" : "")") }
    let known = rows.compactMap { field, text in text.map { [field, $0] } }
    return TextTable(header: ["key", team.key.text], rows: known)
  }

  var json: JSON {
    [
      "key": .string(team.key.text), "name": .string(team.name), "city": team.city.json,
      "country": (team.country?.text).json, "affiliation": team.affiliation.json, "track": team.track.json,
      "table": team.place.table.json, "room": team.place.room.json, "about": team.about.json,
      "status": .string(status.rawValue), "status_reason": reason.json,
      "size": .integer(members.count), "declared_size": declaredSize.map { .integer($0) } ?? .null,
      "has_join_code": .bool(hasCode), "open_invitations": .integer(invitations),
      "members": .array(
        members.map { ["key": .string($0.key), "name": .string($0.name), "captain": .bool($0.isCaptain)] }),
    ]
  }
}
