public import CanonicalJSON
import Vocabulary

/// A row that is not what the log says of it.
public struct RowDifference: Equatable, Sendable {
  /// The table.
  public let relation: String
  /// What the row is about, in words.
  public let key: String
  /// The row by its last record; nil where the log knows none.
  public let recorded: JSON?
  /// The row in the table; nil where there is none.
  public let found: JSON?

  init(relation: String, key: [(name: String, value: String)], recorded: JSON?, found: JSON?) {
    self.relation = relation
    self.key = key.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    self.recorded = recorded
    self.found = found
  }

  /// "score (criterion impact, judge J-02, …): points is 9000, and the log says 7000"
  public var sentence: String {
    let row = "\(relation.replacing("_", with: " "))\(key.isEmpty ? "" : " (\(key))")"
    guard let recorded else { return "\(row) stands in the table, and no entry of the log wrote it" }
    guard let found else { return "\(row) is gone, and no entry of the log removed it" }
    let changes = columns.map { name in
      "\(name) is \(shown(found[name])), and the log says \(shown(recorded[name]))"
    }
    return "\(row): \(changes.joined(separator: "; "))"
  }

  /// The columns that differ.
  private var columns: [String] {
    let names = Set([recorded, found].flatMap { ($0?.members ?? []).map(\.key) })
    return names.filter { recorded?[$0] != found?[$0] }.sorted()
  }

  private func shown(_ value: JSON?) -> String {
    let text = value.map { $0.text.map(quoted) ?? $0.canonical } ?? "nothing"
    return text.count > 80 ? text.prefix(79) + "…" : text
  }
}
