import Vocabulary

/// Finds the keys of sessions whose rows have none.
///
/// Titles are not enough for that: there is a lunch on each day. A row is about the session of its title that begins at
/// its time, or else about the only one of its title, or else about a new one.
final class SessionKeys {
  /// A session that is there.
  struct Known {
    let key: String
    let titles: [String]
    let start: LocalTime?
  }

  private var taken: Set<String>
  private var known: [FoldedName: [Known]] = [:]
  private var rows: [FoldedName: Int] = [:]
  private(set) var made: [String] = []

  init(known: [Known]) {
    taken = Set(known.map(\.key))
    for one in known { remember(one) }
  }

  /// Looks at the keys and the titles of all rows.
  func prepare(keys: [String], titles: [String]) {
    taken.formUnion(keys)
    for title in titles { rows[FoldedName(keepingSymbols: title), default: 0] += 1 }
  }

  /// - Returns: Nil when the title has no letter or digit to make a key of.
  func key(ofTitle title: String, at start: LocalTime?) -> String? {
    let name = FoldedName(keepingSymbols: title)
    let namesakes = known[name] ?? []
    if let there = namesakes.first(where: { $0.start == start }) { return there.key }
    if namesakes.count == 1, rows[name] == 1 { return namesakes[0].key }
    guard let key = Slug.free(naming: title, besides: taken)?.text else { return nil }
    taken.insert(key)
    made.append(key)
    remember(Known(key: key, titles: [title], start: start))
    return key
  }

  private func remember(_ one: Known) {
    for name in Set(one.titles.map { FoldedName(keepingSymbols: $0) }) { known[name, default: []].append(one) }
  }
}
