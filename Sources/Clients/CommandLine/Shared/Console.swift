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

  /// A question to the person, to standard error; the answer is typed behind it.
  static func ask(_ question: String) { try? StandardStream.errors.write(fitted(question, to: .errors) + " ") }

  /// What the next words overwrite, to standard error; it may steer the terminal.
  static func paint(_ text: String) { try? StandardStream.errors.write(text) }

  /// Words to the person, to standard error, on lines of their own.
  static func say(_ text: String) {
    let stream: StandardStream = tellsOnOutput ? .output : .errors
    try? stream.write(fitted(text, to: stream) + "\n")
  }

  /// Lines that steer no terminal; folded between words and coloured where a terminal shows them.
  private static func fitted(_ text: String, to stream: StandardStream) -> String {
    guard let window = Window(of: stream) else { return withoutSteering(text) }
    return folded(text, window.columns).map(window.coloured).joined(separator: "\n")
  }
}
