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
    commandName: "doctor", abstract: "Say what is missing or contradictory, each with the command that mends it.",
    discussion: "Exit 3 when something stands in the way (FAIL), with --strict also when something is doubtful (warn).")

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Take warnings for problems.") var strict = false

  func run() async throws {
    let backend = try await global.open()
    let (event, findings) = try await backend.read { ($0.event.slug.text, try backend.health.findings(in: $0.id, $1)) }
    let problems = findings.count { $0.level == .problem }
    let warnings = findings.count { $0.level == .warning }
    NamedEvent.$slug.withValue(event) { show(findings, problems, warnings) }
    if problems > 0 || (strict && warnings > 0) { throw ExitCode(Explanation.Kind.incomplete.exitCode) }
  }

  private func show(_ findings: [Finding], _ problems: Int, _ warnings: Int) {
    if global.json {
      let document: JSON = [
        "items": .array(findings.map(\.json)), "count": .integer(findings.count), "problems": .integer(problems),
        "warnings": .integer(warnings),
      ]
      Surroundings.print(document.pretty)
    } else {
      for finding in findings { Surroundings.print(finding.lines) }
      Surroundings.say(summary(problems, warnings))
    }
  }

  private func summary(_ problems: Int, _ warnings: Int) -> String {
    let counts = [
      problems == 1 ? "1 problem" : "\(problems) problems", warnings == 1 ? "1 warning" : "\(warnings) warnings",
    ]
    return counts.joined(separator: ", ") + (problems == 0 ? ": nothing stands in the way." : ".")
  }
}
