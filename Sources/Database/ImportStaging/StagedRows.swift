import CanonicalJSON
public import ImportFormats
import Postgres
import Vocabulary

/// Puts what rows say into the table in which they wait.
public struct StagedRows {
  static let columns = [
    "row", "line", "noun", "is_main", "is_skipped", "key", "source_key", "folded", "name_folded",
    "affiliation_folded", "track_folded", "team", "team_folded", "made_key", "is_captain", "given",
  ]

  /// What identifies the record or the team is no field that could be edited by hand.
  private static let fields = DraftField.allCases.filter { ![.key, .sourceKey, .team, .isCaptain].contains($0) }
    .map { ($0, $0.column) }

  var writer: CopyWriter

  init(_ writer: CopyWriter) { self.writer = writer }

  /// - Parameters:
  ///   - row: As a spreadsheet counts.
  ///   - isMain: Whether this is what the file is about, and not what a row says besides.
  ///   - isSkipped: Whether it only adds to what another row said.
  public mutating func add(_ draft: Draft, row: Int, line: Int, isMain: Bool, isSkipped: Bool) throws {
    writer.add(row)
    writer.add(line)
    writer.add(draft.noun.rawValue)
    writer.add(isMain)
    writer.add(isSkipped)
    writer.add(draft[.key])
    writer.add(draft[.sourceKey])
    writer.add(folded(draft))
    writer.add(displayName(of: draft).map { FoldedName(keepingSymbols: $0).text })
    writer.add(draft[.affiliation].map { FoldedName($0).text })
    writer.add(draft[.track].map { FoldedName(keepingSymbols: $0).text })
    writer.add(draft[.team])
    writer.add(draft[.team].map { FoldedName(keepingSymbols: $0).text })
    writer.add((draft[.team] ?? name(of: draft)).flatMap { Slug(naming: $0)?.text })
    writer.add(draft[.isCaptain] == "true")
    writer.add(given(draft))
    try writer.endRow()
  }

  /// By what a record is found again that has no key: an address, a name.
  private func folded(_ draft: Draft) -> String? {
    draft.noun == .participant
      ? draft[.email].flatMap { EmailAddress($0)?.folded } : name(of: draft).map { FoldedName(keepingSymbols: $0).text }
  }

  private func name(of draft: Draft) -> String? {
    draft[.name] ?? draft[.nameEn] ?? draft[.nameFr] ?? draft[.nameEs]
  }

  /// The whole name of a person; where only its parts are given, the parts.
  private func displayName(of draft: Draft) -> String? {
    guard draft.noun == .participant else { return nil }
    if let name = draft[.displayName] { return name }
    let name = [draft[.givenName], draft[.familyName]].compactMap(\.self).joined(separator: " ")
    return name.isEmpty ? nil : name
  }

  private func given(_ draft: Draft) -> String {
    var members: [JSON.Member] = []
    for (field, column) in Self.fields {
      if let text = draft[field] { members.append(JSON.Member(column, .string(text))) }
    }
    if draft[.displayName] == nil, let name = displayName(of: draft) {
      members.append(JSON.Member(DraftField.displayName.column, .string(name)))
    }
    return JSON.object(members).canonical
  }
}
