import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Files
import Lookup
import RubricFiles
import Rubrics
import Terminal
import UseCases
import Vocabulary

extension RubricCommand {
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "check", "List the problems of a rubric and how to correct them.",
      more: """
        Exit code 3 when a language is missing (FAIL); with --strict also when there is a warning (warn).
        """,
      examples: "datajam rubric check")

    @Option(
      help: ArgumentHelp("The rubric's key, if there are several rubrics.", valueName: "key"),
      completion: .keys(.rubric)) var rubric: String?
    @Flag(help: "Count warnings as problems.") var strict = false
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let (_, findings) = try await backend.read { try backend.rubrics.findings(in: rubric, of: $0.id, $1) }
      let problems = findings.count { $0.level == .problem }
      let warnings = findings.count { $0.level == .warning }
      if global.json {
        let document: JSON = [
          "items": .array(findings.map(\.json)), "count": .integer(findings.count), "problems": .integer(problems),
          "warnings": .integer(warnings),
        ]
        Console.print(document.pretty)
      } else {
        Page(findings.map { "\($0.level.rawValue)  \(onOneLine($0.message))\n      \($0.advice)" }).print()
        Console.say(
          problems > 0
            ? "\(problems == 1 ? "1 problem" : "\(problems) problems")."
            : "Nothing prevents it. Next: \(run: "judging open main")")
      }
      if problems > 0 || (strict && warnings > 0) { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "export", "Write a rubric as a YAML file, which can be imported again.",
      examples: "datajam rubric export -o rubric.yaml")

    @Option(
      help: ArgumentHelp("The rubric's key, if there are several rubrics.", valueName: "key"),
      completion: .keys(.rubric)) var rubric: String?
    @Option(
      name: .shortAndLong, help: ArgumentHelp("The file. Without it: standard output.", valueName: "file"),
      completion: .file())
    var output: String?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func validate() throws {
      if global.json { throw ValidationError("'export' writes YAML; for JSON: datajam rubric show --json") }
    }

    func run() async throws {
      let backend = try await global.open()
      let stored = try await backend.read { try backend.rubrics.newest(rubric, of: $0.id, in: $1) }
      let file = try DraftedFile(output, for: .everybody)
      try file.write(Array(RubricYAML.text(of: RubricSheet(stored.rubric)).utf8))
      try file.end()
      guard let output, output != "-" else { return }
      Console.say("rubric \(quoted(stored.rubric.key.text)): version \(stored.version) in \(output)")
    }
  }

  struct CopyFrom: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "copy-from", "Copy the newest version of a rubric from another event.",
      examples: "datajam rubric copy-from my-jam-2025")

    @Argument(help: "The other event.", completion: .keys(.event)) var other: String
    @Argument(help: "The rubric's key, if the other event has several.") var rubric: String?
    @Option(
      name: .customLong("as"),
      help: ArgumentHelp("The rubric's key in this event. Without it: the same key.", valueName: "key"))
    var name: TypedKey?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let name = try name?.slug()
      let backend = try await global.open()
      let (outcome, stored, older) = try await backend.change { event, unit in
        let other = try backend.events.find(other, in: unit).id
        let (outcome, stored) = try backend.rubrics.copy(rubric, from: other, as: name, to: event, in: unit)
        return (outcome, stored, try backend.rounds(before: stored, of: event, in: unit))
      }
      global.tell(outcome, stored, olderIn: older, next: "rubric check --rubric \(stored.rubric.key)")
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      "remove", "Remove a version of a rubric that no round uses.",
      examples: "datajam rubric remove main", "datajam rubric remove main --version 1")

    @Argument(help: "The rubric's key.", completion: .keys(.rubric)) var key: String
    @Option(help: ArgumentHelp("The version. Without it: the newest.", valueName: "n")) var version: Int?
    @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

    func run() async throws {
      let backend = try await global.open()
      let removed = try await backend.change { try backend.rubrics.remove(key, version: version, of: $0, in: $1) }
      global.tell(removed: true, "rubric", key, "rubric \(quoted(key)): version \(removed.version) removed")
    }
  }
}
