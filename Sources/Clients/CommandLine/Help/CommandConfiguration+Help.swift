import ArgumentParser

extension CommandConfiguration {
  /// A command that does one thing.
  /// - Parameters:
  ///   - abstract: One sentence: what the command does.
  ///   - more: Rules, file columns and exit codes that the sentence has no room for.
  ///   - examples: Whole commands that can be pasted into a terminal.
  init(_ name: String, _ abstract: String, more: String = "", examples: String...) {
    let listed = examples.isEmpty ? nil : Self.heading + examples.map { "  " + $0 }.joined(separator: "\n")
    let parts = [more.isEmpty ? nil : more, listed].compactMap(\.self)
    self.init(commandName: name, abstract: abstract, discussion: parts.joined(separator: "\n\n"))
  }

  /// A noun with its commands.
  init(
    group name: String, _ abstract: String, more: String = "", subcommands: [any ParsableCommand.Type],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) {
    self.init(
      commandName: name, abstract: abstract, discussion: more, subcommands: subcommands,
      defaultSubcommand: defaultSubcommand)
  }

  private static let heading = "EXAMPLES:\n"

  /// The discussion without the examples.
  var explanation: String {
    guard let heading = discussion.firstRange(of: Self.heading) else { return discussion }
    var text = discussion[..<heading.lowerBound]
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }

  /// The examples, a whole command each.
  var examples: [String] {
    guard let heading = discussion.firstRange(of: Self.heading) else { return [] }
    return discussion[heading.upperBound...].split(separator: "\n").map { String($0.drop { $0 == " " }) }
  }
}
