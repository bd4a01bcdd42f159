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

  @Test func `every command has an example, which fits a line and parses`() {
    for leaf in CommandNode.root.leaves {
      #expect(!leaf.configuration.examples.isEmpty, "\(leaf.path)")
      for example in leaf.configuration.examples {
        #expect(example.hasPrefix(leaf.path + " ") || example == leaf.path, "\(example)")
        #expect(!example.contains("  ") && example.count <= 98, "\(example)")
        #expect(throws: Never.self, "\(example)") {
          _ = try Datajam.parseAsRoot(Array(shellWords(example).dropFirst()))
        }
      }
    }
  }

  @Test func `the options of every command come after its own`() {
    for leaf in CommandNode.root.leaves {
      let arguments = DescribedArgument.all(of: leaf.command)
      let common = arguments.drop { !$0.isCommon }
      #expect(common.allSatisfy { $0.isCommon }, "\(leaf.path)")
      #expect(arguments.allSatisfy { $0.abstract?.isEmpty == false }, "\(leaf.path)")
    }
  }

  /// Words that earlier versions used, and words that say something in a picture.
  private static let retired = [
    "honour beside", "hand-in", "--langs", "--lang ", "--place", "mentor slot", "team agenda", "datajam session",
    "datajam org ", "whoever", "as before", "journey", "sitting", " mends ", "moves up", "stands", "leaves the house",
    "come in", "puts out", "be told",
  ]

  @Test func `the help has no retired words and only short sentences`() {
    for node in CommandNode.root.all {
      let page = HelpPage(node: node).text(width: 10_000)
      for word in Self.retired where page.lowercased().contains(word) { Issue.record("\(node.path): \(word)") }
      for sentence in "\(node.configuration.abstract) \(node.configuration.explanation)".split(separator: ". ")
      where !sentence.contains(":") {
        let count = sentence.split(separator: " ").count
        if count > 22 { Issue.record("\(node.path): \(count) words: \(sentence)") }
      }
    }
  }

  /// The words of a line as a shell reads them; only double quotes are known.
  private func shellWords(_ line: String) -> [String] {
    var (words, word, isQuoted) = ([String](), "", false)
    for letter in line {
      if letter == "\"" {
        isQuoted.toggle()
      } else if letter == " ", !isQuoted {
        words.append(word)
        word = ""
      } else {
        word.append(letter)
      }
    }
    return words + [word]
  }
}
