import Foundation
import Testing

@testable import CommandLine

/// The help of the program against committed files, a file for each noun with the pages of all its commands.
@Suite struct HelpTests {
  private static let nouns = [""] + CommandNode.root.children.map(\.name)

  private static func page(_ node: CommandNode) -> String { HelpPage(node: node).text(width: 80) + "\n" }

  /// DATAJAM_REWRITE_GOLDEN=1 writes the files anew.
  @Test(arguments: nouns) func `the help is the committed one`(noun: String) throws {
    let nodes = try #require(noun.isEmpty ? [CommandNode.root] : CommandNode.root.child(noun)?.all)
    let text = nodes.map { "$ \($0.path) --help\n\(Self.page($0))" }.joined(separator: "\n")
    #expect(try text == committed(text, in: Repository.golden("help/\(noun.isEmpty ? "datajam" : noun).txt")))
  }

  @Test func `every way to ask for help prints the same page`() async throws {
    try await withFolder { folder async throws in
      var environment = plainEnvironment(folder)
      environment["COLUMNS"] = "80"
      let program = Program(folder: folder, environment: environment)
      let page = Self.page(try CommandNode.root.find(["team", "add"]))
      for words in [["help", "team", "add"], ["team", "add", "--help"], ["team", "add", "aurora", "-h"]] {
        #expect(try await program.start(words).end() == .init(code: 0, output: page, errors: ""))
      }
      let group = Self.page(try CommandNode.root.find(["team"]))
      for words in [["help", "team"], ["team", "--help"], ["team", "help"], ["team"]] {
        #expect(try await program.start(words).end() == .init(code: 0, output: group, errors: ""))
      }
    }
  }

  @Test func `the program alone shows the way through a first event on one screen`() async throws {
    try await withFolder { folder async throws in
      let program = Program(folder: folder, environment: plainEnvironment(folder))
      let ended = try await program.run()
      #expect(ended.code == 0 && ended.errors == "")
      let lines = ended.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 40)
      #expect(lines.allSatisfy { $0.count <= 80 })
      #expect(try ended.output == committed(ended.output, in: Repository.golden("help/first-screen.txt")))
    }
  }

  /// `datajam manual --as md` writes docs/commands.md.
  @Test func `the page of all commands is the committed one`() throws {
    let text = CommandReference.text
    #expect(try text == committed(text, in: Repository.file("docs/commands.md")))
  }

  @Test(arguments: FirstScreen.steps.map(\.0)) func `the first screen names commands that exist`(step: String) throws {
    let node = try CommandNode.root.find(step.split(separator: " ").dropFirst().map(String.init))
    #expect(node.children.isEmpty)
  }
}

/// The text of a committed file; with DATAJAM_REWRITE_GOLDEN=1 the file is written before.
private func committed(_ text: String, in file: URL) throws -> String {
  if ProcessInfo.processInfo.environment["DATAJAM_REWRITE_GOLDEN"] == "1" { try Data(text.utf8).write(to: file) }
  return try String(contentsOf: file, encoding: .utf8)
}
