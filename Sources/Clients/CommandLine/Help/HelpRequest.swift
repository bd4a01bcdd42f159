import Files
import Vocabulary

/// What a command line asks for before it is parsed: help, the first screen, or a command that does not exist.
enum HelpRequest {
  /// The text to print; nil where the command line is a command to run.
  /// - Throws: `UnknownCommand`.
  static func answer(to arguments: [String]) throws(UnknownCommand) -> String? {
    guard let first = arguments.first else { return FirstScreen.text }
    if first == "help" { return page(try CommandNode.root.find(arguments.dropFirst())) }
    let words = arguments.prefix { $0 != "--" }
    let path = words.prefix { !$0.hasPrefix("-") && $0 != "help" }
    let node = try CommandNode.root.find(path)
    let wordAfter = words.dropFirst(node.words.count).first
    let asks = words.contains("--help") || words.contains("-h") || (!node.children.isEmpty && wordAfter == "help")
    // A noun alone does nothing, so its help is the answer.
    let isNounAlone = !node.children.isEmpty && words.count == node.words.count && !node.words.isEmpty
    return asks || isNounAlone ? page(node) : nil
  }

  private static func page(_ node: CommandNode) -> String { HelpPage(node: node).text(width: width) }

  /// The width of the terminal, within what can be read well; 80 where there is none.
  private static var width: Int {
    let stated = ProcessEnvironment.variables["COLUMNS"].flatMap { Int($0) }
    return min(max(stated ?? Window(of: .output)?.columns ?? 80, 40), 100)
  }
}
