import Audit
public import Postgres
public import Vocabulary

/// Further sheets where they tell most about who is first.
///
/// Which teams those are hangs on scores under embargo, so nothing of it is returned: only how many sheets go to whom.
extension JudgingService {
  private static let mostSheets = 10_000

  /// Says to whom sheets would go; nothing is assigned.
  /// - Parameters:
  ///   - batch: How many sheets; nil gives as many as there are judges.
  ///   - chances: How likely each team with a ready sheet is the best.
  public func topUp(
    _ batch: Int?, in round: Round, of event: EventID, _ snapshot: Snapshot, chances: () throws -> [String: Double]
  ) throws -> TopUp {
    guard round.state == .open else { throw AssignmentError.notTaking(round: round.key.text, round.state) }
    let input = try plans.input(for: round.id, of: event, in: snapshot)
    return try topUp(batch, input, round, try chances()).words
  }

  /// Gives the sheets, from what is true now.
  public func applyTopUp(
    _ batch: Int?, in round: Round, of event: EventID, _ unit: UnitOfWork, chances: () throws -> [String: Double]
  ) throws -> TopUp {
    let (round, input) = try settledInput(for: round, of: event, in: unit)
    guard round.state == .open else { throw AssignmentError.notTaking(round: round.key.text, round.state) }
    let (words, pairs) = try topUp(batch, input, round, try chances())
    for pair in pairs { _ = try assign(input.words(pair), in: round.id, of: event, in: unit) }
    return words
  }

  private func topUp(
    _ batch: Int?, _ input: PlanInput, _ round: Round, _ chances: [String: Double]
  ) throws -> (words: TopUp, pairs: [PlanInput.Pair]) {
    if let batch, !(1...Self.mostSheets ~= batch) {
      throw AssignmentError.unusableCount(batch, what: "--batch", limit: Self.mostSheets)
    }
    let asked = batch ?? input.judges.count
    let needs = input.teams.map { team in chances[team.key].map { $0 * (1 - $0) } }
    let draw = TopUpDraw(input, needs: needs, batch: asked)
    let sheets = input.judges.indices.compactMap { judge in
      let count = draw.given.count { $0.judge == judge }
      return count > 0 ? (judge: input.judges[judge].code, count: count) : nil
    }
    return (TopUp(round: round, sheets: sheets, unplaced: asked - draw.given.count), draw.given)
  }
}
