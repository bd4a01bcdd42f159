import ArgumentParser
import Terminal

/// What the help says about one command, in parts that a terminal, a manual page and a web page lay out in their own ways.
struct HelpPage {
  let node: CommandNode

  /// A part of the page: names at the left, what they mean beside them.
  struct Section {
    let title: String
    let rows: [(name: String, text: String)]
  }

  var abstract: String { node.configuration.abstract }
  var explanation: String { node.configuration.explanation }
  var examples: [String] { node.configuration.examples }

  /// "datajam team add <key> [<options>]"
  var usage: String {
    guard node.children.isEmpty else { return node.path + " <command>" }
    let arguments = DescribedArgument.all(of: node.command)
    let needed = arguments.filter { $0.isPositional || !$0.isOptional }
    let hasMore = needed.count < arguments.count
    return ([node.path] + needed.map(\.usage) + (hasMore ? ["[<options>]"] : [])).joined(separator: " ")
  }

  /// The arguments and options of a command, or the commands of a group. Sections without rows are left out.
  var sections: [Section] {
    guard node.children.isEmpty else { return groups }
    let arguments = DescribedArgument.all(of: node.command)
    let parts: [(String, [DescribedArgument])] = [
      ("Arguments", arguments.filter(\.isPositional)),
      ("Options", arguments.filter { !$0.isPositional && !$0.isCommon }),
      (GlobalOptions.title, arguments.filter(\.isCommon)),
    ]
    return parts.filter { !$0.1.isEmpty }.map { title, arguments in
      Section(title: title, rows: arguments.map { ($0.label, $0.text) })
    }
  }

  private var groups: [Section] {
    func rows(_ nodes: [CommandNode]) -> [(name: String, text: String)] {
      nodes.map { ($0.name, $0.configuration.abstract) }
    }
    let named = node.configuration.groupedSubcommands.map {
      Section(title: $0.name, rows: rows(node.children($0.subcommands)))
    }
    let others = node.children(node.configuration.ungroupedSubcommands)
    return (others.isEmpty ? [] : [Section(title: "Commands", rows: rows(others))]) + named
  }

  /// The variables that the program reads, on the page of the whole program.
  var environment: [Section] {
    node.words.isEmpty ? [Section(title: "Environment", rows: EnvironmentVariables.rows)] : []
  }

  /// The page for a terminal.
  func text(width: Int) -> String {
    var parts = [folded(abstract, width).joined(separator: "\n")]
    if !explanation.isEmpty { parts.append(folded(explanation, width).joined(separator: "\n")) }
    parts.append(wrapped("Usage: " + usage, width).joined(separator: "\n       "))
    for section in sections + environment {
      let lines = section.rows.flatMap { HelpRow(name: $0.name, text: $0.text, column: 26).lines(width: width) }
      parts.append(section.title + ":\n" + lines.joined(separator: "\n"))
    }
    if !examples.isEmpty { parts.append("Examples:\n" + examples.map { "  " + $0 }.joined(separator: "\n")) }
    if let child = node.children.first {
      parts.append("Help on one of them: datajam help \((node.words + [child.name]).joined(separator: " "))")
    }
    return parts.joined(separator: "\n\n")
  }
}

/// A name at the left and what it means beside it, or below where the name is too long.
struct HelpRow {
  let name: String
  let text: String
  /// Where the text begins, counted from 0.
  let column: Int

  func lines(width: Int) -> [String] {
    let label = "  " + name
    // In a narrow window the text stands below the name, where its words have room.
    let column = width < 70 ? min(column, 8) : column
    let texts = folded(text, width - column).map { String(repeating: " ", count: column) + $0 }
    let room = column - displayWidth(label)
    guard room > 1, let first = texts.first else { return [label] + texts }
    return [label + String(repeating: " ", count: room) + first.dropFirst(column)] + texts.dropFirst()
  }
}
