import Audit
public import Postgres
public import Vocabulary

/// Teams whose rows wait to be taken (Imports), and those that rows of people and submissions name.
extension TeamsService {
  /// Finds out which team each row means and whether it may be so; participants have been looked at before.
  /// - Parameters:
  ///   - bringsTeams: Whether a team that nobody knows is made when a row names it, as long as judging has not begun.
  ///   - isJudged: Whether judging has begun.
  ///   - isAboutTeams: Whether the file lists teams, which then may be new until judging ends.
  ///   - overwriting: Whether what was edited by hand since the source last wrote it is written over.
  public func inspectStaged(
    from source: String, bringsTeams: Bool, isJudged: Bool, isAboutTeams: Bool, overwriting: Bool, of event: EventID,
    in unit: UnitOfWork
  ) throws {
    let store = TeamImportStore()
    let makesTeams = bringsTeams && !isJudged
    try store.match(source, of: event, in: unit)
    try store.check(of: event, in: unit)
    try store.resolve(of: event, in: unit)
    try refuseNearMisses(of: event, in: unit)
    if makesTeams { try remarkNearTwins(in: unit) }
    if !makesTeams { try store.refuseUnknown(bringsTeams ? "team-too-late" : "team-unknown", in: unit) }
    if !makesTeams && !isAboutTeams { try store.refuseNew("team-too-late", in: unit) }
    try store.checkStanding(of: event, in: unit)
    try store.refuseLate(overwriting: overwriting, of: event, in: unit)
    try store.checkMoves(overwriting: overwriting, of: event, in: unit)
    try store.checkSeats(of: event, in: unit)
    try store.checkCaptains(of: event, in: unit)
  }

  /// How many comparisons of a new name with a known one are made before looking for near misses takes too long.
  private static let mostComparisons = 200_000
  /// As many new names as can be compared with each other within that.
  private static let mostNewNames = 400

  /// A new name that is almost a known one is a slip rather than a team.
  private func refuseNearMisses(of event: EventID, in unit: UnitOfWork) throws {
    let store = TeamImportStore()
    let known = try store.knownNames(Self.mostComparisons, of: event, in: unit)
    guard !known.isEmpty else { return }
    let most = Self.mostComparisons / known.count
    let new = try store.newNames(most + 1, in: unit)
    guard new.count <= most else { return }
    for name in new {
      if let near = nearMiss(of: name, among: known) { try store.refuse(name, near: near, in: unit) }
    }
  }

  /// Of two new names that are almost alike the later may be a slip; both teams are made.
  private func remarkNearTwins(in unit: UnitOfWork) throws {
    let store = TeamImportStore()
    let new = try store.newNames(Self.mostNewNames + 1, in: unit)
    guard new.count <= Self.mostNewNames else { return }
    for (position, name) in new.enumerated() {
      if let near = nearMiss(of: name, among: new[..<position]) { try store.remark(name, near: near, in: unit) }
    }
  }

  /// Names that differ in numbers only, such as "Team 1" and "Team 2", are not near.
  private func nearMiss(of name: String, among names: some Sequence<String>) -> String? {
    func letters(_ name: String) -> String { name.filter { !$0.isNumber } }
    let own = letters(name)
    return nearest(to: name, among: names.filter { letters($0) != own })
  }

  /// Adds and changes teams as their rows say, and makes those that are only named.
  /// - Parameter overwriting: Whether what was edited by hand since the source last wrote it is written over.
  public func takeStaged(overwriting: Bool, of event: EventID, in unit: UnitOfWork) throws {
    let store = TeamImportStore()
    try store.stageNamedTeams(in: unit)
    try store.update(overwriting: overwriting, of: event, in: unit)
    try store.insert(of: event, in: unit)
    try store.resolveNewTeams(in: unit)
    try audit.logBatch("imported", Team.auditNoun, isPersonal: false, of: event, in: unit)
  }

  /// Puts the people who were taken into the teams that their rows name.
  public func takeStagedMembers(of event: EventID, in unit: UnitOfWork) throws {
    try TeamImportStore().insertMembers(of: event, in: unit)
    try audit.logBatch("joined", "member", isPersonal: false, of: event, in: unit)
  }
}
