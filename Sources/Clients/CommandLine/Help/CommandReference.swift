import ArgumentParser

/// All commands in one page of Markdown: docs/commands.md.
enum CommandReference {
  static var text: String {
    let groups = CommandNode.root.configuration.groupedSubcommands
    let parts =
      [
        "# Commands", "`datajam manual --as md -o docs` writes this page from the help of the program.",
        "## Common options", "Every command that opens the database has these options.",
        list(ManualPage.commonOptions), "## Environment", list(EnvironmentVariables.rows),
      ]
      + groups.flatMap { group in
        ["## \(group.name)"] + CommandNode.root.children(group.subcommands).flatMap(\.all).flatMap(section)
      }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func section(_ node: CommandNode) -> [String] {
    let page = HelpPage(node: node)
    let isLeaf = node.children.isEmpty
    let heading = String(repeating: "#", count: min(node.words.count + 2, 5))
    var parts = ["\(heading) \(node.path)", escaped(page.abstract)]
    if !page.explanation.isEmpty { parts.append(escaped(page.explanation)) }
    guard isLeaf else { return parts }
    parts.append("```\n\(page.usage)\n```")
    let rows = page.sections.filter { $0.title != GlobalOptions.title }.flatMap(\.rows)
    if !rows.isEmpty { parts.append(list(rows)) }
    if !page.examples.isEmpty { parts += ["Examples:", "```\n\(page.examples.joined(separator: "\n"))\n```"] }
    return parts
  }

  private static func list(_ rows: [(name: String, text: String)]) -> String {
    rows.map { "- `\($0.name)`: \(escaped($0.text))" }.joined(separator: "\n")
  }

  /// The text without anything that Markdown takes for layout.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for letter in text {
      if "\\`*_<>[]|".contains(letter) { result.append("\\") }
      result.append(letter)
    }
    return result
  }
}
