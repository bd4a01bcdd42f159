import CanonicalJSON

/// One announced fact that has another value now.
public struct FactChange: Equatable, Sendable {
  /// What it is in words, such as `team "aurora": project summary (fr)`.
  public let subject: String
  /// Nil where nothing was announced.
  public let announced: String?
  /// Nil where there is nothing now.
  public let current: String?

  /// Whether it adds a text and takes none away.
  public var isAddition: Bool { announced == nil && isText }

  private let isText: Bool

  /// Every difference between two sets of facts, in the order in which they are announced.
  static func all(from old: AnnouncementFacts, to new: AnnouncementFacts) -> [FactChange] {
    let (old, new) = (old.unsignedJSON, new.unsignedJSON)
    return ["event", "counts", "places", "other_awards", "orgs", "related_editions"].flatMap { part in
      changes(from: old[part] ?? .null, to: new[part] ?? .null, at: FactPath(part))
    }
  }

  private static func changes(from old: JSON, to new: JSON, at path: FactPath) -> [FactChange] {
    if old == new { return [] }
    if old.members != nil || new.members != nil {
      return keys(of: old, new).flatMap { key in
        changes(from: old[key] ?? .null, to: new[key] ?? .null, at: path.member(key))
      }
    }
    if let elements = keyed(old, path), let others = keyed(new, path) {
      return elements.merged(with: others).flatMap { name, pair in
        element(pair.0, pair.1, at: path.element(name))
      }
    }
    return [
      FactChange(subject: path.words, announced: words(of: old), current: words(of: new), isText: path.isText)
    ]
  }

  /// A team or prize that came or went is one change and not one of each of its values.
  private static func element(_ old: JSON?, _ new: JSON?, at path: FactPath) -> [FactChange] {
    guard let old, let new else {
      return [
        FactChange(
          subject: path.words, announced: old.map { _ in "named" }, current: new.map { _ in "named" }, isText: false)
      ]
    }
    return changes(from: old, to: new, at: path)
  }

  /// The elements of a list under the names by which a person knows them; nil for a list of plain values.
  private static func keyed(_ list: JSON, _ path: FactPath) -> [(String, JSON)]? {
    let elements = list.elements ?? []
    guard list.elements != nil || list == .null, elements.allSatisfy({ $0.members != nil }) else { return nil }
    return elements.map { (path.name(of: $0), $0) }
  }

  private static func keys(of old: JSON, _ new: JSON) -> [String] {
    var seen: Set<String> = []
    return ((old.members ?? []) + (new.members ?? [])).map(\.key).filter { seen.insert($0).inserted }
  }

  private static func words(of value: JSON) -> String? {
    switch value {
    case .null: nil
    case .string(let text): text
    case .number(let digits): digits
    case .bool(let flag): flag ? "yes" : "no"
    case .array(let elements): elements.compactMap { words(of: $0) }.joined(separator: ", ")
    case .object: value.canonical
    }
  }
}

extension [(String, JSON)] {
  /// Each name once, with its value on either side.
  fileprivate func merged(with others: Self) -> [(String, (JSON?, JSON?))] {
    let (old, new) = (Dictionary(self) { first, _ in first }, Dictionary(others) { first, _ in first })
    var seen: Set<String> = []
    return (self + others).map(\.0).filter { seen.insert($0).inserted }.map { ($0, (old[$0], new[$0])) }
  }
}
