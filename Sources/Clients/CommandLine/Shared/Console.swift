import Files
import Terminal

/// The two streams of a command: data on standard output, messages on standard error.
enum Console {
  /// Whether words to the person go to standard output too, between the data, as the demonstration wants it.
  @TaskLocal static var tellsOnOutput = false

  /// Data, to standard output. Who closes it has read enough; anything else that keeps them from it ends the program.
  static func print(_ text: String) {
    do {
      try StandardStream.output.write(text + "\n")
    } catch {
      ProcessEnvironment.exit(report(error, asJSON: false, isVerbose: false))
    }
  }

  /// Words to the person, to standard error.
  /// - Parameter endingLine: False for what is overwritten by the next words, which may then steer the terminal.
  static func say(_ text: String, endingLine: Bool) {
    guard !endingLine else { return say(text) }
    try? StandardStream.errors.write(text)
  }

  /// Words to the person, to standard error, on lines of their own.
  static func say(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { onOneLine(String($0)) }
    try? (tellsOnOutput ? StandardStream.output : .errors).write(lines.joined(separator: "\n") + "\n")
  }
}
