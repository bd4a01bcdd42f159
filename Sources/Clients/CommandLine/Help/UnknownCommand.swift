import Vocabulary

/// A word was given where the name of a command has to be.
struct UnknownCommand: ExplainedError {
  let word: String
  /// The words after it.
  let rest: [String]
  let parent: CommandNode

  var explanation: Explanation {
    let isHelp = parent.words.isEmpty && nearest(to: word, among: ["help"]) != nil
    let commands = isHelp ? [quoted("datajam help")] : suggestions.map { quoted($0.path) }
    let hint: Message =
      commands.isEmpty
      ? "List the commands: \((["datajam", "help"] + parent.words).joined(separator: " "))"
      : "Did you mean \(commands.joined(separator: " or "))?"
    return Explanation(
      .usage, code: "unknown-command", "\(quoted(word)) is not a command of \(quoted(parent.path)).", hint: hint)
  }

  /// The commands that were probably meant, the most probable first.
  var suggestions: [CommandNode] {
    if let child = Self.near(word, in: parent) { return [Self.follow(rest, from: child)] }
    let swapped = rest.first.flatMap { Self.near($0, in: parent) }.flatMap { Self.near(word, in: $0) }
    if let swapped { return [swapped] }
    let known = Swift.Set(CommandNode.root.all.dropFirst().map(\.name))
    guard let name = Self.candidates(for: word).first(where: known.contains) ?? nearest(to: word, among: known.sorted())
    else {
      return []
    }
    let matches = CommandNode.root.all.dropFirst().filter { $0.name == name }
    // A verb of many nouns says nothing about which one was meant.
    return matches.count <= 3 ? matches : []
  }

  /// The command below a parent whose name is near the word: by its spelling, or because it means the same.
  private static func near(_ word: String, in parent: CommandNode) -> CommandNode? {
    let names = Swift.Set(parent.children.map(\.name))
    if let name = candidates(for: word).first(where: names.contains) { return parent.child(name) }
    let meanings = synonyms.filter { !names.isDisjoint(with: $0.value) }
    guard let near = nearest(to: word, among: (names.union(meanings.keys)).sorted()) else { return nil }
    return parent.child(near) ?? candidates(for: near).lazy.compactMap(parent.child).first
  }

  /// Goes on with the words that follow, as far as they name commands or nearly do.
  private static func follow(_ words: [String], from node: CommandNode) -> CommandNode {
    guard let word = words.first, !word.hasPrefix("-"), let child = near(word, in: node) else { return node }
    return follow(Array(words.dropFirst()), from: child)
  }

  /// The word itself, its singular, and the words of this program that mean the same.
  private static func candidates(for word: String) -> [String] {
    let word = word.lowercased()
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    return [word, singular] + (synonyms[word] ?? synonyms[singular] ?? [])
  }

  /// Words of other programs, with the words that this one uses.
  private static let synonyms: [String: [String]] = [
    "delete": ["remove"], "del": ["remove"], "rm": ["remove"], "drop": ["remove"], "withdraw": ["remove", "cancel"],
    "create": ["add"], "new": ["add"], "make": ["add"], "insert": ["add"], "register": ["add"], "book": ["add"],
    "edit": ["set"], "update": ["set"], "change": ["set"], "modify": ["set"], "rename": ["set"],
    "ls": ["list"], "all": ["list"], "index": ["list"],
    "view": ["show"], "get": ["show"], "info": ["show"], "display": ["show"], "describe": ["show"],
    "upload": ["import"], "load": ["import"], "read": ["import"],
    "download": ["export"], "save": ["export"], "write": ["export"], "dump": ["export"],
    "validate": ["check"], "lint": ["check"], "test": ["check"],
    "hackathon": ["event"], "edition": ["event"], "admin": ["organiser"], "organizer": ["organiser"],
    "attendee": ["participant"], "user": ["participant"], "people": ["participant"], "registrant": ["participant"],
    "group": ["team"], "schedule": ["agenda"], "session": ["agenda"], "programme": ["agenda"], "program": ["agenda"],
    "talk": ["agenda"],
    "organization": ["organisation"], "org": ["organisation"], "sponsor": ["organisation"], "partner": ["organisation"],
    "project": ["submission"], "criteria": ["rubric"], "criterion": ["rubric"], "jury": ["judge"],
    "ranking": ["result"], "winner": ["result"], "award": ["prize"], "points": ["score"], "grade": ["score"],
    "database": ["db"], "audit": ["log"], "man": ["manual"],
  ]
}
