import Backend
import CanonicalJSON
import Judging
import Postgres
import Rubrics
import Terminal
import Vocabulary

extension Rubric {
  /// A line for each criterion; steps and optional criteria only where there are any.
  func table(preferring languages: [Language]) -> TextTable {
    let hasSteps = criteria.contains { $0.step != Points(thousandths: 1) }
    let hasOptional = criteria.contains { !$0.isRequired }
    return TextTable(
      header: ["criterion", "name", "weight", "from", "to"] + (hasSteps ? ["step"] : [])
        + (hasOptional ? ["required"] : []),
      rows: criteria.map { criterion in
        [
          criterion.key.text, criterion.name.text(preferring: languages), criterion.weight.description,
          criterion.scale.lowerBound.description, criterion.scale.upperBound.description,
        ] + (hasSteps ? [criterion.step.description] : []) + (hasOptional ? [criterion.isRequired ? "yes" : "no"] : [])
      }, numeric: hasSteps ? [2, 3, 4, 5] : [2, 3, 4])
  }
}

extension Rubric.Criterion {
  /// What it looks at and what its points mean, in every language; nil where neither is said.
  var words: String? {
    guard !description.isEmpty || !levels.isEmpty else { return nil }
    let meaning = levels.flatMap { level in Self.lines(level.text, behind: level.points.description) }
    return ([key.text] + Self.lines(description, behind: "") + meaning).map(onOneLine).joined(separator: "\n")
  }

  private static func lines(_ text: LocalizedText, behind head: String) -> [String] {
    text.languages.map { language in
      let space = String(repeating: " ", count: max(0, 6 - head.count))
      return "  \(space)\(head)  \(language.code)  \(text[language] ?? "")"
    }
  }

  var json: JSON {
    [
      "key": .string(key.text), "name": name.json, "description": description.json,
      "weight": .number(weight.description), "minimum": .number(scale.lowerBound.description),
      "maximum": .number(scale.upperBound.description), "step": .number(step.description),
      "required": .bool(isRequired),
      "levels": .array(levels.map { ["points": .number($0.points.description), "text": $0.text.json] }),
    ]
  }
}

extension RubricFinding {
  var json: JSON {
    [
      "level": .string(level.rawValue.lowercased()), "code": .string(code), "criterion": criterion.json,
      "message": .string(message), "advice": .string(advice),
    ]
  }
}

extension Backend {
  /// The rounds that go by an older version of a rubric.
  func rounds(before newest: StoredRubric, of event: EventID, in snapshot: Snapshot) throws -> [RoundDetails] {
    try judging.rounds(goingBy: newest.rubric.key, before: newest.version, of: event, in: snapshot)
  }
}

extension RoundDetails {
  /// Says which version the round goes by, and how it gets the newest one, where it can.
  func remark(on newest: StoredRubric) -> String {
    let key = round.key.text
    let start = "The round \(quoted(key)) goes by version \(rubricVersion) of this rubric"
    return hasSheets
      ? "\(start) and keeps it, because sheets were saved by it. See it: \(run: "rubric show --round \(key)")"
      : "\(start). To give it version \(newest.version): \(run: "round set \(key) --rubric \(rubricKey)")"
  }
}

extension GlobalOptions {
  /// Says which version a rubric is at.
  func tell(_ outcome: Outcome, _ stored: StoredRubric, olderIn rounds: [RoundDetails], next: NextStep?) {
    guard !json else {
      let document: JSON = [
        "noun": "rubric", "key": .string(stored.rubric.key.text), "outcome": .string(outcome.rawValue),
        "version": .integer(stored.version), "criteria": .integer(stored.rubric.criteria.count),
        "rounds_with_older_version": .array(rounds.map { .string($0.round.key.text) }),
      ]
      return Console.print(document.pretty)
    }
    let count = stored.rubric.criteria.count
    Console.say(
      "rubric \(quoted(stored.rubric.key.text)): \(outcome.rawValue), version \(stored.version) with "
        + "\(count == 1 ? "1 criterion" : "\(count) criteria")" + (next.map { ". Next: \($0.command)" } ?? ""))
    for round in rounds { Console.say(round.remark(on: stored)) }
  }
}
