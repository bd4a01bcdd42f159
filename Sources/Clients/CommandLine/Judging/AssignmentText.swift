import CanonicalJSON
import Judging
import Vocabulary

extension AssignmentPlan {
  /// "36 assignments, 12 teams × 3, load 6–6, 0 conflicts, lambda2 0.93".
  var summary: String {
    let parts = [
      counted(entries.count, "assignment"), "\(counted(teams, "team")) × \(perTeam)", loads.map { "load \(text($0))" },
      counted(conflicts, "conflict"), linkage.map { "lambda2 \(fixed($0))" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  var droppedText: String { counted(dropped.count, "assignment") + " that stood" }

  var table: TextTable {
    var rows: [(team: String, judges: [String])] = []
    for entry in entries {
      if rows.last?.team != entry.assignment.team { rows.append((entry.assignment.team, [])) }
      rows[rows.count - 1].judges.append(entry.assignment.judge + (entry.origin == .sheet ? "*" : ""))
    }
    let hasSheets = entries.contains { $0.origin == .sheet }
    return TextTable(
      header: ["team", hasSheets ? "judges (* has begun the sheet)" : "judges"],
      rows: rows.map { [$0.team, $0.judges.joined(separator: "  ")] })
  }

  func json(isApplied: Bool, seed: Int) -> JSON {
    [
      "items": .array(
        entries.map {
          [
            "judge": .string($0.assignment.judge), "team": .string($0.assignment.team),
            "origin": .string($0.origin.rawValue),
          ]
        }), "count": .integer(entries.count), "applied": .bool(isApplied), "round": .string(round.key.text),
      "per_team": .integer(perTeam), "seed": .integer(seed), "teams": .integer(teams), "load": shown(loads),
      "conflicts": .integer(conflicts), "lambda2": shown(linkage),
      "dropped": .array(dropped.map { ["judge": .string($0.judge), "team": .string($0.team)] }),
      "met": .bool(canBeMet), "findings": .array(findings.map { $0.json(in: round, perTeam: perTeam) }),
    ]
  }
}

extension AssignmentCheck {
  var summary: String {
    let parts = [
      counted(assignments, "assignment"), counted(teams, "team"), counted(judges, "judge"),
      loads.map { "load \(text($0))" }, linkage.map { "lambda2 \(fixed($0))" },
      "at least \(counted(round.settings.minimumSheets, "sheet")) a team",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  var json: JSON {
    [
      "items": .array(findings.map { $0.json(in: round, perTeam: round.settings.minimumSheets) }),
      "count": .integer(findings.count), "sound": .bool(isSound), "round": .string(round.key.text),
      "assignments": .integer(assignments), "teams": .integer(teams), "judges": .integer(judges),
      "load": shown(loads), "lambda2": shown(linkage), "minimum": .integer(round.settings.minimumSheets),
    ]
  }
}

extension TopUp {
  private var total: Int { sheets.reduce(0) { $0 + $1.count } }

  var text: String { counted(total, "sheet") }

  var table: TextTable {
    TextTable(header: ["judge", "sheets"], rows: sheets.map { [$0.judge, String($0.count)] }, numeric: [1])
  }

  func json(isApplied: Bool) -> JSON {
    [
      "items": .array(sheets.map { ["judge": .string($0.judge), "sheets": .integer($0.count)] }),
      "count": .integer(sheets.count), "sheets": .integer(total), "applied": .bool(isApplied),
      "round": .string(round.key.text), "unplaced": .integer(unplaced),
    ]
  }
}

extension AssignmentFinding {
  /// Whether another draw may do without it.
  var isAboutLinks: Bool {
    switch self {
    case .cutJudge, .cutTeam, .weakLink: true
    default: false
    }
  }

  fileprivate func json(in round: Round, perTeam: Int) -> JSON {
    [
      "code": .string(code), "level": isProblem ? "fail" : "warn", "message": .string(sentence),
      "command": (nextStep(in: round, perTeam: perTeam)?.command).json,
    ]
  }
}

extension GlobalOptions {
  /// Each finding with its command, 20 at most; more would hide the first ones.
  func tell(_ findings: [AssignmentFinding], in round: Round, perTeam: Int) {
    for finding in findings.prefix(20) {
      let command = finding.nextStep(in: round, perTeam: perTeam).map { "\n      \($0.command)" }
      Console.say((finding.isProblem ? "FAIL  " : "warn  ") + finding.sentence + (command ?? ""))
    }
    if findings.count > 20 { Console.say("      and \(findings.count - 20) more") }
  }
}

private func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }

/// "6–6".
private func text(_ loads: ClosedRange<Int>) -> String { "\(loads.lowerBound)–\(loads.upperBound)" }

/// Two digits behind the point.
private func fixed(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let digits = String(hundredths % 100)
  return "\(hundredths / 100).\(digits.count == 1 ? "0" : "")\(digits)"
}

private func shown(_ loads: ClosedRange<Int>?) -> JSON {
  loads.map { ["least": .integer($0.lowerBound), "most": .integer($0.upperBound)] } ?? .null
}

private func shown(_ linkage: Double?) -> JSON { linkage.map { .number(fixed($0)) } ?? .null }
