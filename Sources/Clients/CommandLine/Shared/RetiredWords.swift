/// Words of the version before this one. They are still understood, and no help shows them.
enum RetiredWords {
  /// Commands: the first words of a command line, and those that took their place. The first that fits counts.
  static let commands: [(old: String, new: String)] = [
    ("session", "agenda"),
    ("org", "organisation"),
    ("mentor slot book", "mentor booking add"),
    ("mentor slot", "mentor booking"),
    ("mentor agenda", "mentor schedule"),
    ("team agenda", "team schedule"),
    ("submission hand-in", "submission submit"),
    ("submission admit", "submission accept-late"),
  ]

  /// Options of the commands that begin with a word.
  static let options: [(noun: String, old: String, new: String)] = [
    ("event", "--langs", "--languages"),
    ("agenda", "--langs", "--languages"),
    ("agenda", "--lang", "--language"),
    ("score", "--lang", "--language"),
    ("announcement", "--lang", "--languages"),
    ("certificate", "--lang", "--languages"),
    ("participant", "--came-by", "--registration-source"),
    ("team", "--state", "--status"),
    ("prize", "--place", "--rank"),
    ("prize", "--honour", "--special"),
    ("participant", "--came-by", "--registration-source"),
  ]

  /// The arguments of a command line in the words of this version.
  static func replaced(in arguments: [String]) -> [String] {
    guard arguments.first != "help" else { return ["help"] + replaced(in: Array(arguments.dropFirst())) }
    var words = arguments
    for command in commands {
      let old = command.old.split(separator: " ").map(String.init)
      guard words.starts(with: old) else { continue }
      words.replaceSubrange(..<old.count, with: command.new.split(separator: " ").map(String.init))
      break
    }
    let end = words.firstIndex(of: "--") ?? words.endIndex
    for index in words.indices.prefix(upTo: end) {
      for option in options where option.noun == words[0] {
        if words[index] == option.old {
          words[index] = option.new
        } else if words[index].hasPrefix(option.old + "=") {
          words[index] = option.new + words[index].dropFirst(option.old.count)
        }
      }
    }
    return words
  }
}
