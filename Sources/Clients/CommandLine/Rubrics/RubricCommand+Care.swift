import ArgumentParser
import Backend
import CanonicalJSON
import Events
import RubricFiles
import Rubrics
import Terminal
import UseCases
import Vocabulary

extension RubricCommand {
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Say what is doubtful in a rubric, and what to do about it.",
      discussion: "Exit 3 when a language is missing (FAIL), with --strict also when something is doubtful (warn).")

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("The rubric, where there are several.", valueName: "key")) var rubric: String?
    @Flag(help: "Take warnings for problems.") var strict = false

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
        Surroundings.print(document.pretty)
      } else {
        for finding in findings {
          Surroundings.print("\(finding.level.rawValue)  \(onOneLine(finding.message))\n      \(finding.advice)")
        }
        Surroundings.say(
          problems > 0
            ? "\(problems == 1 ? "1 problem" : "\(problems) problems")."
            : "Nothing stands in the way. Next: \(global.inTheSameEvent("datajam judging open main"))")
      }
      if problems > 0 || (strict && warnings > 0) { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write a rubric as YAML, which imports again unchanged.")

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("The rubric, where there are several.", valueName: "key")) var rubric: String?
    @Option(name: .shortAndLong, help: ArgumentHelp("The file; standard output otherwise.", valueName: "file"))
    var output: String?

    func validate() throws {
      if global.json { throw ValidationError("'export' writes YAML; for JSON: datajam rubric show --json") }
    }

    func run() async throws {
      let backend = try await global.open()
      let stored = try await backend.read { try backend.rubrics.newest(rubric, of: $0.id, in: $1) }
      let file = try StreamedFile(output)
      try file.write(Array(RubricYAML.text(of: RubricSheet(stored.rubric)).utf8))
      try file.end()
      guard let output, output != "-" else { return }
      Surroundings.say("rubric \(quoted(stored.rubric.key.text)): version \(stored.version) in \(output)")
    }
  }

  struct CopyFrom: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "copy-from", abstract: "Take the newest version of another event's rubric.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The other event.") var other: String
    @Argument(help: "The rubric, where the other event has several.") var rubric: String?
    @Option(
      name: .customLong("as"), help: ArgumentHelp("The key that it gets here; its own unless given.", valueName: "key"))
    var name: TypedKey?

    func run() async throws {
      let name = try name?.slug()
      let backend = try await global.open()
      let (outcome, stored) = try await backend.change { event, unit in
        let other = try backend.events.find(other, in: unit).id
        return try backend.rubrics.copy(rubric, from: other, as: name, to: event, in: unit)
      }
      global.tell(outcome, stored, next: "datajam rubric check --rubric \(stored.rubric.key)")
    }
  }
}
