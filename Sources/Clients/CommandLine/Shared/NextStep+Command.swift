import Vocabulary

/// The event that the running command line names with -E, which the commands that it suggests have to name too.
enum NamedEvent {
  @TaskLocal static var slug: String?

  /// - Parameter arguments: A whole command line without the program's name.
  static func find(in arguments: [String]) -> String? {
    // `event phase next SLUG` and `event phase show SLUG` name it as an argument.
    if arguments.count > 3, ["next", "show"].contains(arguments[2]), !arguments[3].hasPrefix("-"),
      arguments.starts(with: ["event", "phase"])
    {
      return arguments[3]
    }
    for (position, argument) in arguments.enumerated() {
      if argument == "--" { return nil }
      if argument == "-E" || argument == "--event" { return arguments.dropFirst(position + 1).first }
      for prefix in ["--event=", "-E"] where argument.hasPrefix(prefix) {
        return String(argument.dropFirst(prefix.count))
      }
    }
    return nil
  }
}

extension NextStep {
  /// The step as a command that can be pasted into a shell; it names the event where the running command did.
  var command: String { command(in: NamedEvent.slug) }

  /// - Parameter event: The event's slug; nil leaves it to the settings.
  func command(in event: String?) -> String {
    let words = self.words.map { word in
      switch word {
      case .name(let text), .blank(let text): text
      case .value(let text): Self.quotedForShell(text)
      }
    }
    let option = event.flatMap { takesEvent ? ["-E", $0] : nil } ?? []
    return (["datajam"] + words + option).joined(separator: " ")
  }

  /// Whether the command works in an event that -E names; some name it as an argument, and some need none.
  private var takesEvent: Bool {
    let names = words.map { if case .name(let text) = $0 { text } else { "" } }
    guard let noun = names.first, !names.contains("-E") else { return false }
    if noun == "event" {
      let verb = names.dropFirst().first ?? ""
      // Without a slug behind the verb, -E says which event is meant.
      let namesNone = words.count < 3 || !names[2].isEmpty
      return verb == "phase" || (namesNone && ["set", "show", "relations"].contains(verb))
    }
    return !["db", "demo", "completion", "help", "manual", "login", "logout", "rank", "template", "version"].contains(
      noun)
  }

  /// Letters that a shell takes as they are stay; anything else is put between quotes.
  private static func quotedForShell(_ text: String) -> String {
    let plain = text.allSatisfy { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber || "-_./:@,+=%".contains(letter))
    }
    return plain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

extension DefaultStringInterpolation {
  /// A step as a command.
  mutating func appendInterpolation(run step: NextStep) { appendInterpolation(step.command) }
}

extension Message {
  /// The message with its steps as commands.
  var text: String { worded(\.command) }
}
