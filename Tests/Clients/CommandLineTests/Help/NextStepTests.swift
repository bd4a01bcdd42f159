import ArgumentParser
import Foundation
import Testing

@testable import CommandLine

/// Every step that the program suggests to somebody, against the parser of the command line.
@Suite struct NextStepTests {
  /// What stands for a blank that a person fills in.
  private static let blanks = [
    "ADDRESS": "a@example.org", "CODE": "CAD", "DATE": "2026-05-08", "HASH": String(repeating: "a", count: 64),
    "HOURS": "10:30-11:15", "KIND": "goods", "N": "3", "NUMBER": "3", "PHASE": "running", "ROLE": "partner",
    "TIME": "2026-05-08T10:30", "URL": "https://example.org", "ZONE": "America/Toronto",
  ]

  /// What stands for an interpolated value, by the words that its expression ends with.
  private static let values = [
    "code": "en", "language": "en", "minimum": "2", "number": "1", "newer": "1", "old": "1", "perTeam": "3",
    "perTeam + 1": "3", "rawValue": "team", "result": "1", "verb": "withdraw", "numbers[0]": "1",
  ]

  /// Literals that name a thing and no command.
  private static let nouns: Set = ["mentor request", "team captain"]

  /// The literals of a source file that begin with the name of a command.
  private static func steps(in source: String) throws -> [String] {
    let literal = try Regex(#"(run: )?"((?:[^"\\\n]|\\\((?:[^()\n]|\([^()\n]*\))*\)|\\[^(\n])*)""#)
    return source.matches(of: literal).compactMap { match in
      guard let text = match.output[2].substring.map(String.init) else { return nil }
      let words = text.split(separator: " ").map(String.init)
      guard let noun = words.first.flatMap({ CommandNode.root.child($0) }) else { return nil }
      if nouns.contains(text) { return nil }
      let isMarked = match.output[1].substring != nil
      let hasVerb = words.count > 1 && noun.child(words[1]) != nil
      return isMarked || hasVerb ? text : nil
    }
  }

  /// The words of a step with something plausible for each value and each blank.
  private static func arguments(of step: String, key: String) throws -> [String] {
    let interpolation = try Regex(#"\\\(((?:[^()]|\([^()]*\))*)\)"#)
    let filled = step.replacing(interpolation) { match in
      let expression = match.output[1].substring.map(String.init) ?? ""
      if expression.hasPrefix("each: ") { return "aurora boreal" }
      return values[expression] ?? values[expression.split(separator: ".").last.map(String.init) ?? ""] ?? key
    }
    return filled.split(separator: " ").map { word in blanks[String(word)] ?? String(word) }
  }

  /// Whether the step parses with a key or a number in place of each value that is not known.
  private static func parses(_ step: String) throws -> Bool {
    try ["aurora", "1"].contains { key in
      let words = try arguments(of: step, key: key)
      return (try? Datajam.parseAsRoot(words)) != nil
    }
  }

  /// A literal that is joined to a sentence is text: a step in it would lose the program's name.
  @Test func `no step is joined to a sentence as text`() throws {
    let files = try #require(
      FileManager.default.enumerator(at: Repository.file("Sources"), includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard let literal = line.firstMatch(of: /\+ "(\w+) (\w+)/) else { continue }
        let isCommand = CommandNode.root.child(String(literal.1))?.child(String(literal.2)) != nil
        #expect(!isCommand, "\(file.lastPathComponent): \(line)")
      }
    }
  }

  @Test func `every step that is suggested can be pasted`() throws {
    let sources = Repository.file("Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files
    where file.pathExtension == "swift" && !file.path.contains("/Help/")
      && file.lastPathComponent != "RetiredWords.swift"
    {
      for step in try Self.steps(in: String(contentsOf: file, encoding: .utf8)) {
        count += 1
        #expect(try Self.parses(step), "\(file.lastPathComponent): \(step)")
      }
    }
    #expect(count > 180)
  }
}
