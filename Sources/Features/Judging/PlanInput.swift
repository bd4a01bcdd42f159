import Vocabulary

/// What decides who can score whom in a round, as one consistent view found it.
struct PlanInput: Equatable {
  struct Team: Equatable {
    let number: TeamID
    let key: String
    /// A judge who reads one of them can read the team's work; none is known where it is empty.
    let languages: [String]
    /// What the work is about.
    let topics: [String]
  }

  struct Judge: Equatable {
    let number: JudgeID
    let code: String
    /// The judge who says none reads everything.
    let languages: [String]
    let expertise: [String]
  }

  /// A judge and a team by their positions in the input.
  struct Pair: Hashable {
    let judge: Int
    let team: Int
  }

  /// How far an assignment that stands has come.
  enum Progress: String {
    case noSheet = "none"
    case draft
    case ready
    case recused
  }

  /// The teams that the round takes and that are active, by key.
  let teams: [Team]
  /// The round's judges by code.
  let judges: [Judge]
  /// The kinds of what keeps a judge from a team, found just now included.
  let conflicts: [Pair: [String]]
  /// The assignments of these judges and teams.
  let standing: [Pair: Progress]
  /// The assignments without a sheet to teams that are not active.
  let stale: [StaleAssignment]
  /// The keys of teams that will not be ranked as things are.
  let ineligible: [String]

  struct StaleAssignment: Equatable {
    let judge: JudgeID
    let team: TeamID
    let words: Assignment
  }

  /// What keeps a judge from scoring a team; nil when nothing does.
  func barrier(_ pair: Pair) -> AssignmentBarrier? {
    if standing[pair] == .recused { return .recused }
    if let kinds = conflicts[pair] { return .conflict(kinds) }
    return reads(pair) ? nil : .language(teams[pair.team].languages)
  }

  func reads(_ pair: Pair) -> Bool {
    let (spoken, written) = (judges[pair.judge].languages, teams[pair.team].languages)
    return spoken.isEmpty || written.isEmpty || spoken.contains(where: written.contains)
  }

  /// Whether a sheet of the pair counts, or can still come to count.
  func counts(_ pair: Pair) -> Bool {
    guard let progress = standing[pair], progress != .recused else { return false }
    return conflicts[pair] == nil
  }

  /// The panels as they stand, without judges who recused or are in conflict.
  var standingPanels: [[Int]] {
    teams.indices.map { team in judges.indices.filter { counts(Pair(judge: $0, team: team)) } }
  }

  var pairs: [Pair] {
    teams.indices.flatMap { team in judges.indices.map { Pair(judge: $0, team: team) } }
  }

  func words(_ pair: Pair) -> Assignment {
    Assignment(judge: judges[pair.judge].code, team: teams[pair.team].key)
  }
}

/// What keeps a judge from scoring a team.
public enum AssignmentBarrier: Equatable, Sendable {
  /// A conflict of interest of these kinds.
  case conflict([String])
  /// The judge reads none of these languages.
  case language([String])
  case recused

  /// "has a conflict (member)", after the judge's code.
  public var words: String {
    switch self {
    case .conflict(let kinds): "has a conflict (\(kinds.joined(separator: ", ")))"
    case .language(let languages): "does not read \(languages.joined(separator: " or "))"
    case .recused: "recused"
    }
  }
}
