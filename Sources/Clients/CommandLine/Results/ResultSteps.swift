import CanonicalJSON
import Results
import Terminal
import Vocabulary

extension ResultVersion {
  /// The phases in which it takes its steps: ranks that were decided elsewhere need no judging.
  var phases: ClosedRange<Phase> { round == nil ? Phase.changeable : Phase.ranking }
}

extension GlobalOptions {
  /// Says what a step came to.
  func tell(_ outcome: Outcome, _ version: ResultVersion, next: NextStep?) {
    if json {
      let document: JSON = ["outcome": .string(outcome.rawValue), "result": version.json]
      Console.print(document.pretty)
      return
    }
    Console.say(
      "result \(version.number): \(outcome.rawValue); \(ResultVersionText.state(version))"
        + (next.map { ". Next: \($0.command)" } ?? ""))
  }
}

/// Names everything that is in the way before the error says that something is.
func listingResultBlockers(_ global: GlobalOptions, _ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let error as ResultVersionError {
    if case .blocked(let number, _, let blockers) = error, !global.json {
      for blocker in blockers.prefix(20) {
        Console.say("  \(onOneLine(blocker.sentence))\n    \(blocker.nextStep(for: number).command)")
      }
      if blockers.count > 20 { Console.say("  and \(blockers.count - 20) more") }
    }
    throw error
  }
}

extension ResultVersionError: ErrorWithFindings {
  var findings: JSON {
    guard case .blocked(let number, _, let blockers) = self else { return [:] }
    return [
      "blockers": .array(
        blockers.map {
          [
            "code": .string($0.code), "message": .string($0.sentence),
            "command": .string($0.nextStep(for: number).command),
          ]
        })
    ]
  }
}
