import Audit
public import Postgres
public import Vocabulary

/// The final round.
extension JudgingService {
  /// What making a final came to.
  public struct MadeFinal: Equatable, Sendable {
    public let round: Round
    public let teams: Int
    public let assigned: Int
    /// Who does not see which finalist because of a conflict of interest.
    public let keptApart: [Assignment]
  }

  /// Makes a final of these teams, in which every judge of the earlier round's panel without a conflict sees each of them.
  ///
  /// It is ranked by the plain means, which anybody can check, because everybody has seen everybody.
  public func makeFinal(
    _ key: Slug, of teams: [String], from earlier: Round, in event: EventID, _ unit: UnitOfWork
  ) throws -> MadeFinal {
    try add(key, with: earlier.rubric, of: event, in: unit) { settings in
      settings.kind = .final
      settings.entrants = .finalists(of: earlier.key.text)
      settings.panel = earlier.settings.panel
      settings.minimumSheets = earlier.settings.minimumSheets
      settings.asksConfirmation = earlier.settings.asksConfirmation
      settings.method = "raw"
    }
    let round = try round(key.text, of: event, in: unit)
    try rounds.setEntrants(teams, of: round.id, event, in: unit)
    _ = try findConflicts(of: event, in: unit)
    let open = try conflicts(of: event, in: unit).filter(\.isOpen)
    var (assigned, keptApart) = (0, [Assignment]())
    for judge in try rounds.panel(of: round.id, event, in: unit) {
      for team in teams.sorted() {
        let assignment = Assignment(judge: judge, team: team)
        if open.contains(where: { $0.judge == judge && $0.team == team }) {
          keptApart.append(assignment)
        } else {
          _ = try assign(assignment, in: round.id, of: event, in: unit)
          assigned += 1
        }
      }
    }
    return MadeFinal(round: round, teams: teams.count, assigned: assigned, keptApart: keptApart)
  }
}
