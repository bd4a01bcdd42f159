import Testing
import Vocabulary

@testable import CommandLine

/// A word that is no command is answered by the command that was probably meant.
@Suite struct UnknownCommandTests {
  @Test(arguments: [
    ("teams", "Did you mean \"datajam team\"?"),
    ("participants list", "Did you mean \"datajam participant list\"?"),
    ("helo", "Did you mean \"datajam help\"?"),
    ("team lst", "Did you mean \"datajam team list\"?"),
    ("team ls", "Did you mean \"datajam team list\"?"),
    ("judge withdraw J6", "Did you mean \"datajam judge remove\"?"),
    ("judge delete J6", "Did you mean \"datajam judge remove\"?"),
    ("judge withdraw --help", "Did you mean \"datajam judge remove\"?"),
    ("help judge withdraw", "Did you mean \"datajam judge remove\"?"),
    ("room rm hall", "Did you mean \"datajam room remove\"?"),
    ("team create aurora", "Did you mean \"datajam team add\"?"),
    ("team new aurora", "Did you mean \"datajam team add\"?"),
    ("event edit", "Did you mean \"datajam event set\"?"),
    ("event update", "Did you mean \"datajam event set\"?"),
    ("list teams", "Did you mean \"datajam team list\"?"),
    ("publish", "Did you mean \"datajam agenda publish\"?"),
    ("help nonsense", "List the commands: datajam help"),
    ("team nonsense", "List the commands: datajam help team"),
  ]) func `what was probably meant is suggested`(line: String, hint: String) {
    do {
      _ = try HelpRequest.answer(to: line.split(separator: " ").map(String.init))
      Issue.record("\(line) is a command")
    } catch {
      #expect(error.explanation.hint?.description == hint)
      #expect(error.explanation.kind == .usage)
    }
  }

  @Test func `the program says so and ends with 64`() async throws {
    try await withFolder { folder async throws in
      let program = Program(folder: folder, environment: plainEnvironment(folder))
      for words in [["judge", "withdraw", "J6"], ["judge", "withdraw", "--help"], ["help", "judge", "withdraw"]] {
        #expect(
          try await program.start(words).end()
            == .saying(
              64, #"Error: "withdraw" is not a command of "datajam judge"."#,
              #"Did you mean "datajam judge remove"?"#))
      }
    }
  }
}
