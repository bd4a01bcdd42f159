public import Vocabulary

/// What a winner still owes before the prize can be called theirs.
public struct AwardFinding: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case outOfTheEvent
    /// How many of the team's members confirmed.
    case unconfirmed(Int, of: Int)
    /// Nobody is known to be in the team.
    case noMembers
    case notAccepted(Slug)
    /// A prize that is due to teams who cannot share it.
    case undecided(Slug, left: Int)
    /// A special award that nobody received.
    case specialAwardLeft(Slug, Int)
    /// The prizes were awarded by a version that is not the one to announce.
    case older(Int, than: Int)
    case nothingAwarded
    /// A prize that nobody receives: nobody voted, nobody is in the track, or everybody declined.
    case nobody(Slug)
    /// So many awards differ from what the result, the votes and the refusals say now.
    case outdated(Int)
  }

  /// The team's key; nil for what concerns no team.
  public let team: String?
  public let kind: Kind

  /// Whether it has to be settled before the announcement.
  public var isBlocking: Bool {
    switch kind {
    case .outOfTheEvent, .undecided, .older, .nothingAwarded, .outdated: true
    case .unconfirmed, .noMembers, .notAccepted, .specialAwardLeft, .nobody: false
    }
  }
}

extension AwardFinding {
  /// What was found, as every check says it.
  public var finding: Finding {
    Finding(isBlocking ? .problem : .warning, code: code, of: team.map { [$0] } ?? [], sentence, nextStep)
  }

  /// What the announcement says of the prizes: what blocks it, and one line for the rest.
  public static func forAnnouncement(_ findings: [AwardFinding]) -> [Finding] {
    let blocking = findings.filter { $0.isBlocking && $0.kind != .nothingAwarded }.map(\.finding)
    let open = findings.count { !$0.isBlocking }
    guard open > 0 else { return blocking }
    let things = open == 1 ? "1 thing is" : "\(open) things are"
    return blocking + [Finding(.warning, code: "winners", "\(things) open with the winners", "prize check")]
  }

  /// A stable word for programs.
  private var code: String {
    switch kind {
    case .outOfTheEvent: "winner-inactive"
    case .unconfirmed: "members-unconfirmed"
    case .noMembers: "no-members"
    case .notAccepted: "not-accepted"
    case .undecided: "undecided"
    case .specialAwardLeft: "special-award-left"
    case .older: "older-result"
    case .nothingAwarded: "nothing-awarded"
    case .nobody: "nobody"
    case .outdated: "outdated"
    }
  }

  /// A sentence without its full stop.
  public var sentence: String {
    let team = quoted(team ?? "")
    return switch kind {
    case .outOfTheEvent: "team \(team) has a prize, but is no longer in the contest"
    case .unconfirmed(let count, let all): "\(count) of \(all) members of \(team) confirmed"
    case .noMembers: "nobody is known to be a member of \(team)"
    case .notAccepted(let prize): "team \(team) has not said that it takes prize \(quoted(prize.text))"
    case .undecided(let prize, let left):
      "prize \(quoted(prize.text)) waits for a decision" + (left > 1 ? ": \(left) are left" : "")
    case .specialAwardLeft(let prize, let left):
      "of special award \(quoted(prize.text)), \(left) \(left == 1 ? "is" : "are") still to be given"
    case .older(let old, let new): "the prizes were awarded by result \(old), but result \(new) is to be announced"
    case .nobody(let prize): "nobody receives prize \(quoted(prize.text))"
    case .nothingAwarded: "no prize was awarded yet"
    case .outdated(let count):
      "\(count == 1 ? "1 award is" : "\(count) awards are") not what the result, the votes and the teams' answers say now"
    }
  }

  /// The step that settles it.
  public var nextStep: NextStep {
    let team = team ?? "TEAM"
    return switch kind {
    case .outOfTheEvent: "result compute"
    case .unconfirmed: "prize confirm \(team)"
    case .noMembers: "team member add \(team) PARTICIPANT"
    case .notAccepted(let prize): "prize accept \(prize) \(team)"
    case .undecided(let prize, _), .specialAwardLeft(let prize, _): "prize award \(prize) TEAM --reason TEXT"
    case .nobody: "prize award --dry-run"
    case .older, .nothingAwarded, .outdated: "prize award"
    }
  }
}
