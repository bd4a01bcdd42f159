import CanonicalJSON
import Judging
import Vocabulary

extension JudgeDetails {
  var json: JSON {
    [
      "code": .string(judge.code), "name": .string(judge.name), "affiliation": judge.affiliation.json,
      "organisation": organisation.json, "email": (judge.email?.text).json,
      "languages": .array(judge.languages.map(JSON.string)), "expertise": .array(judge.expertise.map(JSON.string)),
      "invitation": .string(standing.rawValue), "assignments": .integer(assignments),
      "ready_sheets": .integer(readySheets), "conflicts": .integer(conflicts),
    ]
  }

  var table: TextTable {
    TextTable(
      header: ["judge", judge.code],
      rows: [
        ["name", judge.name],
        ["affiliation", (judge.affiliation ?? "") + (organisation.map { " (\($0))" } ?? "")],
        ["e-mail", judge.email?.text ?? ""], ["languages", judge.languages.joined(separator: " ")],
        ["expertise", judge.expertise.joined(separator: ", ")], ["invitation", standing.rawValue],
        ["sheets", "\(readySheets) ready of \(assignments)"], ["teams in conflict", String(conflicts)],
      ])
  }
}

extension Conflict {
  var json: JSON {
    [
      "judge": .string(judge), "team": .string(team), "kind": .string(kind.rawValue), "reason": .string(reason),
      "pinned": .bool(isPinned), "assigned": .bool(isAssigned), "open": .bool(isOpen),
      "waived": .bool(isWaived), "overrides": .array(overrides.map(\.json)), "waivers": .array(waivers.map(\.json)),
    ]
  }

  /// How it stands, in a word or two.
  var standing: String {
    if !isOpen { return isWaived ? "waived" : "overridden" }
    if !waivers.isEmpty { return "open, \(waivers.count) of \(Conflict.overridesNeeded) waivers" }
    if !overrides.isEmpty { return "open, \(overrides.count) of \(Conflict.overridesNeeded) overrides" }
    return isAssigned ? "open, assigned" : "open"
  }
}

extension Conflict.Override {
  fileprivate var json: JSON { ["organiser": .string(organiser), "reason": .string(reason)] }
}

extension SharedSubject {
  /// What an organiser can do about a domain or organisation that many share.
  var advice: String {
    "\(conflicts) of the open conflicts are by \(subject.words). Before the first score two organisers can waive them: "
      + subject.nextStep.command
  }
}

/// The letters to judges: one text each, to be sent by whatever means.
enum JudgeLetter {
  static func invitation(_ invitation: JudgingService.Invitation, to event: String) -> String {
    let judge = invitation.judge
    return """
      \(heading(judge, "Judging at \(event)"))
      \(judge.name), you are invited to judge at \(event), as \(judge.code).

      Run this, and paste the code when you are asked for it:

        datajam judge accept

      Code: \(invitation.code)

      It works once, until \(invitation.expiresAt). Do not pass it on: anybody who has it can judge in your name.
      Afterwards "datajam whoami" says who you are, and "datajam assignment list" which teams are yours.

      """
  }

  static func reminder(to judge: Judge, of teams: [(key: String, name: String)], round: String, event: String) -> String
  {
    """
    \(heading(judge, "Your sheets for \(event)"))
    \(judge.name), \(teams.count == 1 ? "1 sheet is" : "\(teams.count) sheets are") still missing in the round \
    "\(round)" of \(event):

    \(teams.map { "  \($0.key)  \($0.name)" }.joined(separator: "\n"))

    Enter each by: datajam score set TEAM CRITERION=POINTS … --ready --round \(round)
    Whom you should not judge, say so by: datajam judge conflict add TEAM --reason TEXT

    """
  }

  private static func heading(_ judge: Judge, _ subject: String) -> String {
    let address = judge.email.map { "To: \(judge.name) <\($0.text)>\n" } ?? ""
    return "\(address)Subject: \(subject)\n"
  }
}
