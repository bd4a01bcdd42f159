/// Things by the words for them: the key of each, and its other names, in which case, accents and spaces do not matter.
public struct KnownWords<ID: Equatable & Sendable>: Sendable {
  public enum Answer: Equatable, Sendable {
    case one(ID)
    /// The keys of all that the word may mean.
    case several([String])
    case none
  }

  private struct Thing {
    let id: ID
    let key: String
  }

  private let byKey: [String: Thing]
  private let byName: [FoldedName: [Thing]]

  /// - Parameter things: Each with its key and its other names; empty names mean nothing.
  public init(_ things: [(id: ID, key: String, names: [String])]) {
    var byKey: [String: Thing] = [:]
    var byName: [FoldedName: [Thing]] = [:]
    for (id, key, names) in things {
      let thing = Thing(id: id, key: key)
      byKey[key] = thing
      for name in Set(([key] + names).map { FoldedName(keepingSymbols: $0) }) where !name.isEmpty {
        byName[name, default: []].append(thing)
      }
    }
    self.byKey = byKey
    self.byName = byName
  }

  public var keys: [String] { Array(byKey.keys) }

  /// The thing of a word: that of this key, otherwise the only one of this name.
  public func find(_ word: String) -> Answer {
    if let thing = byKey[word] { return .one(thing.id) }
    let found = byName[FoldedName(keepingSymbols: word)] ?? []
    guard let first = found.first else { return .none }
    return found.count == 1 ? .one(first.id) : .several(found.map(\.key).sorted())
  }
}
