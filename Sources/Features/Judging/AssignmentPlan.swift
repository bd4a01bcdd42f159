import Vocabulary

/// Who is to score whom in a round, and what could not be met.
public struct AssignmentPlan: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public let assignment: Assignment
    public let origin: Origin
  }

  /// Where an assignment comes from.
  public enum Origin: String, Sendable {
    /// A sheet was begun, so it stays.
    case sheet
    /// It stood before.
    case stands
    case new
  }

  public let round: Round
  public let perTeam: Int
  public let seed: UInt64
  /// By team and judge.
  public let entries: [Entry]
  /// Those without a sheet that the plan takes away.
  public let dropped: [Assignment]
  public let teams: Int
  /// The fewest and the most teams of a judge; nil without a judge.
  public let loads: ClosedRange<Int>?
  /// How well judges are linked through the teams they share: 0 when they fall apart, about 1 when all meet alike; nil
  /// unless two share a team.
  public let linkage: Double?
  public let findings: [AssignmentFinding]

  /// The fewest sheets that a team is planned to get.
  public var fewestSheets: Int {
    let sizes = Dictionary(grouping: entries, by: \.assignment.team).mapValues(\.count)
    return sizes.count < teams ? 0 : sizes.values.min() ?? 0
  }

  public var canBeMet: Bool { !findings.contains(where: \.isProblem) }
  /// How many of the planned assignments are in conflict: sheets that were there before.
  public var conflicts: Int {
    findings.count { if case .conflict = $0 { true } else { false } }
  }
}

/// The assignments of a round as they stand, and what is not as it should be.
public struct AssignmentCheck: Equatable, Sendable {
  public let round: Round
  public let assignments: Int
  public let teams: Int
  public let judges: Int
  public let loads: ClosedRange<Int>?
  public let linkage: Double?
  public let findings: [AssignmentFinding]

  public var isSound: Bool { !findings.contains(where: \.isProblem) }
}

/// Sheets that were given in addition: to whom how many, and never for which teams.
public struct TopUp: Equatable, Sendable {
  public let round: Round
  /// By judge's code; only judges who get some.
  public let sheets: [(judge: String, count: Int)]
  /// How many of the sheets that were asked for nobody can be given.
  public let unplaced: Int

  public static func == (one: TopUp, other: TopUp) -> Bool {
    one.round == other.round && one.unplaced == other.unplaced && one.sheets.elementsEqual(other.sheets, by: ==)
  }
}
