import ArgumentParser
import Testing

@testable import CommandLine

/// What holds for every command of the program.
@Suite struct CommandTreeTests {
  /// The argument parser makes a missing name out of the type's, and that takes most of the program's start.
  @Test func `every command states its name`() {
    func unnamed(_ command: any ParsableCommand.Type) -> [String] {
      let below = command.configuration.subcommands.flatMap(unnamed)
      return command.configuration.commandName == nil ? ["\(command)"] + below : below
    }
    #expect(unnamed(Datajam.self) == [])
  }
}
