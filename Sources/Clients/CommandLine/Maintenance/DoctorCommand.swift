import ArgumentParser
import Backend
import CanonicalJSON
import Events
import Health
import Postgres
import Vocabulary

/// `datajam doctor`
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "doctor", "Check an event and list problems with the command that corrects each.",
    more: "Exit code 3 when there is a problem (FAIL); with --strict also when there is a warning (warn).",
    examples: "datajam doctor", "datajam doctor --all")

  @Flag(help: "Also list the checks that are fine.") var all = false
  @Flag(help: "Count warnings as problems.") var strict = false
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let backend = try await global.open()
    let (event, found) = try await backend.read { ($0.event.slug.text, try backend.health.findings(in: $0.id, $1)) }
    let findings = try await backend.schemaFindings() + found
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
      Console.print(document.pretty)
    } else {
      let fine = all ? 0 : findings.count { $0.level == .ok }
      Page(findings.filter { all || $0.level != .ok }.map(\.lines)).print()
      if fine > 0 { Console.say("\(fine == 1 ? "1 check is" : "\(fine) checks are") fine; --all lists them.") }
      Console.say(summary(problems, warnings))
    }
  }

  private func summary(_ problems: Int, _ warnings: Int) -> String {
    let counts = [
      problems == 1 ? "1 problem" : "\(problems) problems", warnings == 1 ? "1 warning" : "\(warnings) warnings",
    ]
    return counts.joined(separator: ", ") + (problems == 0 ? ": nothing to do." : ".")
  }
}
