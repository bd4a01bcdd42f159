import CanonicalJSON
import Judging
import Vocabulary

extension RoundDetails {
  var json: JSON {
    let settings = round.settings
    return [
      "key": .string(round.key.text), "kind": .string(settings.kind.rawValue), "state": .string(round.state.rawValue),
      "rubric": .string(rubricKey), "rubric_version": .integer(rubricVersion),
      "entrants": .string(settings.entrants.description), "panel": .array(settings.panel.map(JSON.string)),
      "minimum_sheets": .integer(settings.minimumSheets), "asks_confirmation": .bool(settings.asksConfirmation),
      "method": settings.method.json, "teams": .integer(teams), "judges": .integer(judges),
      "assignments": .integer(assignments), "ready_sheets": .integer(readySheets),
    ]
  }

  var rubric: String { "\(rubricKey) \(rubricVersion)" }

  func table(_ keys: [String]) -> TextTable {
    let settings = round.settings
    return TextTable(
      header: ["round", round.key.text],
      rows: [
        ["kind", settings.kind.rawValue], ["state", round.state.rawValue], ["rubric", rubric],
        ["entrants", settings.entrants.description], ["teams", "\(teams): \(keys.joined(separator: ", "))"],
        ["judges", settings.panel.isEmpty ? "all \(judges)" : settings.panel.joined(separator: ", ")],
        ["assigned", String(assignments)], ["ready", String(readySheets)],
        ["needs", settings.minimumSheets == 1 ? "1 sheet a team" : "\(settings.minimumSheets) sheets a team"],
        ["asks for confirmation", settings.asksConfirmation ? "yes" : "no"],
        ["ranked by", settings.method ?? "what fits"],
      ])
  }
}

extension CoverageFinding {
  func json(of round: String) -> JSON {
    ["code": .string(code), "message": .string(sentence), "command": .string(nextStep(in: round).command)]
  }
}

extension GlobalOptions {
  /// Each finding with its command, 20 at most; more would hide the first ones.
  func text(_ findings: [CoverageFinding], of round: String) -> String {
    let lines = findings.prefix(20).map { "  \($0.sentence)\n    \($0.nextStep(in: round).command)" }
    return (lines + (findings.count > 20 ? ["  and \(findings.count - 20) more"] : [])).joined(separator: "\n")
  }
}
