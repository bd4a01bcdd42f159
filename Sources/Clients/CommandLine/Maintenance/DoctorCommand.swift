import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Health
import Postgres
import Terminal
import Vocabulary

/// `datajam doctor`
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "doctor", "Check an event and list problems with the command that corrects each.",
    more: "Exit code 3 when there is a problem (FAIL); with --strict also when there is a warning (warn).",
    examples: "datajam doctor")

  @Flag(help: "Count warnings as problems.") var strict = false
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let backend = try await global.open()
    let findings = try await backend.read { try backend.health.findings(in: $0.id, $1) }
    let problems = findings.count { $0.level == .problem }
    let warnings = findings.count { $0.level == .warning }
    if global.json {
      let document: JSON = [
        "items": .array(findings.map(\.json)), "count": .integer(findings.count), "problems": .integer(problems),
        "warnings": .integer(warnings),
      ]
      Console.print(document.pretty)
    } else {
      for finding in findings { Console.print(finding.text) }
      Console.say(summary(problems, warnings))
    }
    if problems > 0 || (strict && warnings > 0) { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
  }

  private func summary(_ problems: Int, _ warnings: Int) -> String {
    let counts = [
      problems == 1 ? "1 problem" : "\(problems) problems", warnings == 1 ? "1 warning" : "\(warnings) warnings",
    ]
    return counts.joined(separator: ", ") + (problems == 0 ? ": nothing stands in the way." : ".")
  }
}

extension Finding {
  /// The level and what it is about, and on a line below what mends it.
  fileprivate var text: String {
    let word = level.rawValue + String(repeating: " ", count: 6 - level.rawValue.count)
    return word + onOneLine(message) + (command.map { "\n      \(onOneLine($0))" } ?? "")
  }

  fileprivate var json: JSON {
    [
      "level": .string(level.rawValue.lowercased()), "check": .string(check), "message": .string(message),
      "command": command.json,
    ]
  }
}
