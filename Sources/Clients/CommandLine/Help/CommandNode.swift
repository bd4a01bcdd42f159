import ArgumentParser

/// A command of the program, with the words that lead to it.
struct CommandNode {
  /// The words after `datajam`; none for the program itself.
  let words: [String]
  let command: any ParsableCommand.Type

  static let root = CommandNode(words: [], command: Datajam.self)

  var configuration: CommandConfiguration { command.configuration }

  var name: String { words.last ?? "datajam" }

  /// The whole command: "datajam team add".
  var path: String { (["datajam"] + words).joined(separator: " ") }

  var children: [CommandNode] { children(configuration.subcommands) }

  func children(_ commands: [any ParsableCommand.Type]) -> [CommandNode] {
    commands.filter { $0.configuration.shouldDisplay }.map { command in
      CommandNode(words: words + [command.configuration.commandName ?? ""], command: command)
    }
  }

  func child(_ name: String) -> CommandNode? { children.first { $0.name == name } }

  /// This command and all below it, in the order of the help.
  var all: [CommandNode] { [self] + children.flatMap(\.all) }

  /// The commands below it that do something.
  var leaves: [CommandNode] { all.filter(\.children.isEmpty) }

  /// The command that the words of a command line name.
  /// - Throws: `UnknownCommand` where a word is none of the commands that can follow.
  func find(_ words: some Collection<String>) throws(UnknownCommand) -> CommandNode {
    guard !children.isEmpty, let word = words.first, !word.hasPrefix("-") else { return self }
    if let child = child(word) { return try child.find(words.dropFirst()) }
    guard configuration.defaultSubcommand == nil else { return self }
    throw UnknownCommand(word: word, rest: Array(words.dropFirst()), parent: self)
  }
}
