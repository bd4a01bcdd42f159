import Vocabulary

/// Finds the key of a thing whose row has none: that of the thing with the same address or name, or else a new one.
///
/// The same file makes the same keys again, so a second import of it changes nothing.
final class MadeKeys {
  /// A thing that is there.
  struct Known {
    let key: String
    let names: [String]
    var email: EmailAddress?

    init(key: String, names: [String], email: EmailAddress? = nil) {
      self.key = key
      self.names = names
      self.email = email
    }
  }

  /// What new keys look like.
  enum Form {
    /// J-01, J-02, …
    case numbered(String)
    /// The name in letters of a key, with a number where that is taken.
    case named
  }

  private let form: Form
  private var taken: Set<String>
  private var byEmail: [String: String] = [:]
  private var byName: [FoldedName: [Known]] = [:]
  private var next = 1
  /// The keys that were made here.
  private(set) var made: [String] = []

  /// - Parameter taken: Keys beside those of known things that new things may not have.
  init(_ form: Form, known: [Known], taken: [String] = []) {
    self.form = form
    self.taken = Set(taken).union(known.map(\.key))
    for one in known { remember(one) }
  }

  /// Takes note of a row with a key of its own, so that no other row is given it.
  func note(_ key: String) { taken.insert(key) }

  /// - Returns: Nil when the name has no letter or digit to make a key of.
  /// - Throws: `ManyOfOneName` when several things have the name.
  func key(ofName name: String, _ email: EmailAddress? = nil) throws(ManyOfOneName) -> String? {
    if let email, let key = byEmail[email.folded] { return key }
    // Two people of one name are told apart by their addresses.
    let namesakes = (byName[FoldedName(keepingSymbols: name)] ?? []).filter {
      email == nil || $0.email == nil || $0.email == email
    }
    if namesakes.count > 1 { throw ManyOfOneName(name: name, keys: namesakes.map(\.key)) }
    if let known = namesakes.first { return known.key }
    guard let key = newKey(for: name) else { return nil }
    made.append(key)
    taken.insert(key)
    remember(Known(key: key, names: [name], email: email))
    return key
  }

  private func remember(_ known: Known) {
    if let email = known.email { byEmail[email.folded] = known.key }
    for name in Set(known.names.map { FoldedName(keepingSymbols: $0) }) { byName[name, default: []].append(known) }
  }

  private func newKey(for name: String) -> String? {
    switch form {
    case .numbered(let prefix):
      while true {
        let key = prefix + (next < 10 ? "0" : "") + String(next)
        next += 1
        if !taken.contains(key) { return key }
      }
    case .named:
      return Slug.free(naming: name, besides: taken)?.text
    }
  }
}

/// A name by which several things are known.
struct ManyOfOneName: Error {
  let name: String
  let keys: [String]
}
