import Vocabulary

/// Goes through the prizes one by one and keeps count of what each team has.
struct PrizeAllotter {
  private let contest: PrizeContest
  private(set) var allocation = PrizeAllocation()
  /// How many prizes each team has, all that its rank receives being one.
  private var taken: [String: Int] = [:]
  private var remainders: [Remainder] = []

  /// What is left of a prize's money, with those who shared it.
  private struct Remainder {
    let prize: Slug
    let currency: String
    let teams: [String]
    let minorUnits: Int64
  }

  init(_ contest: PrizeContest) { self.contest = contest }

  /// Gives the prize of a rank to the teams that cover it, or where they all decline, to those behind them.
  mutating func allotRank(_ prize: Prize, _ rank: Int) {
    let groups = RankedGroup.groups(ranked.filter { !declinedRanks.contains($0.team) })
    let takers = groups.drop { $0.rank + $0.teams.count <= rank }
      .map { group in
        RankedGroup(rank: group.rank, teams: group.teams.filter { self.refusal(of: prize, by: $0) == nil })
      }
    noteRefusals(of: prize, by: groups.first { $0.rank + $0.teams.count > rank }?.teams ?? [])
    if let group = takers.first(where: { !$0.teams.isEmpty }) { give(prize, to: group, covering: 1) }
  }

  /// Gives a prize of a track or of the public's to the best of those who may have it.
  mutating func allot(_ prize: Prize) {
    for group in RankedGroup.groups(candidates(for: prize)) {
      let covered = (group.rank..<group.rank + group.teams.count).clamped(to: 1..<prize.quantity + 1)
      guard !covered.isEmpty else { continue }
      give(prize, to: group, covering: covered.count)
    }
  }

  /// Counts what the ranks receive as one prize for each team, and each special award that was given.
  mutating func countRanks() {
    for prize in contest.prizes where prize.basis == .specialAward {
      for team in contest.choices[prize.key] ?? [] { taken[team, default: 0] += 1 }
    }
    for team in Set(allocation.grants.map(\.team)) { taken[team, default: 0] += 1 }
  }

  /// Gives a special award to the team that a person chose.
  mutating func giveSpecialAward(_ prize: Prize) {
    let chosen = contest.choices[prize.key] ?? []
    for team in chosen { grant(prize, team, amount: prize.amount.money?.minorUnits, isChosen: true) }
    let left = prize.quantity - chosen.count
    if left > 0 { allocation.undecided.append(.init(prize: prize.key, count: left, teams: [])) }
  }

  /// Gives whole minor units that are left over to all who shared them, and lists those that are fewer than the teams.
  mutating func divideOddMoney() {
    let shared = Dictionary(grouping: remainders) { [$0.currency] + $0.teams }
    for (_, parts) in shared.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let last = parts.last else { continue }
      let sum = parts.reduce(0) { $0 + $1.minorUnits }
      let each = sum / Int64(last.teams.count)
      for index in allocation.grants.indices
      where allocation.grants[index].prize == last.prize && last.teams.contains(allocation.grants[index].team) {
        allocation.grants[index].amount? += each
      }
      let odd = sum % Int64(last.teams.count)
      guard odd > 0, let money = try? Money(minorUnits: odd, currency: last.currency) else { continue }
      allocation.odd.append(.init(money: money, teams: last.teams))
    }
  }

  // MARK: Who may have it

  private var ranked: [(team: String, score: Int64)] {
    contest.standings.sorted { ($0.rank, $0.team) < ($1.rank, $1.team) }.map { ($0.team, Int64($0.rank)) }
  }

  /// Those who take nothing that any rank receives: all behind them move up.
  private var declinedRanks: Set<String> {
    let prizes = contest.prizes.filter { $0.rank != nil }
    return Set(contest.standings.map(\.team).filter { team in prizes.allSatisfy { refusal(of: $0, by: team) != nil } })
  }

  private func refusal(of prize: Prize, by team: String) -> PrizeContest.Refusal? {
    contest.refusals.first { $0.prize == prize.key && $0.team == team }
  }

  private mutating func noteRefusals(of prize: Prize, by teams: [String]) {
    let passedOver = declinedRanks.sorted() + teams.filter { refusal(of: prize, by: $0) != nil }
    for refusal in passedOver.compactMap({ refusal(of: prize, by: $0) }) {
      note("\(quoted(prize.key.text)): \(quoted(refusal.team)) is passed over (\(refusal.reason)).")
    }
  }

  /// Those who may have a prize that is for no rank, the best first, with what tells who is tied.
  private mutating func candidates(for prize: Prize) -> [(team: String, score: Int64)] {
    contenders(for: prize).filter { entry in
      if let refusal = refusal(of: prize, by: entry.team) {
        note("\(quoted(prize.key.text)): \(quoted(entry.team)) is passed over (\(refusal.reason)).")
        return false
      }
      if let most = contest.rules.mostPerTeam, taken[entry.team, default: 0] >= most {
        note("\(quoted(prize.key.text)): \(quoted(entry.team)) is passed over, for it has \(most) already.")
        return false
      }
      return true
    }
  }

  private func contenders(for prize: Prize) -> [(team: String, score: Int64)] {
    if let track = prize.track { return ranked.filter { contest.tracks[track]?.contains($0.team) == true } }
    return (contest.votes[prize.key] ?? [:]).filter { $0.value > 0 }.map { (team: $0.key, score: $0.value) }
      .sorted { ($1.score, $0.team) < ($0.score, $1.team) }
  }

  // MARK: What they receive

  /// - Parameter count: How many of the prize's ranks the group covers.
  private mutating func give(_ prize: Prize, to group: RankedGroup, covering count: Int) {
    if contest.rules.ties == .full, let rank = prize.rank, group.rank < rank {
      return note("\(quoted(prize.key.text)) is not given: rank \(rank) is covered by a shared rank \(group.rank).")
    }
    let teams = group.teams
    let amount = prize.amount.money?.minorUnits
    if teams.count == 1 || (prize.rank == nil && count == teams.count) {
      for team in teams { grant(prize, team, amount: amount) }
    } else if contest.rules.ties == .full {
      giveInFull(prize, to: group)
    } else if prize.kind == .promotion {
      for team in teams { grant(prize, team) }
    } else if prize.kind == .money {
      share(prize, of: amount, times: count, among: teams)
    } else {
      divide(prize, items: prize.rank == nil ? count : prize.quantity, among: teams)
    }
  }

  private mutating func giveInFull(_ prize: Prize, to group: RankedGroup) {
    for team in group.teams { grant(prize, team, amount: prize.amount.money?.minorUnits) }
    note("\(quoted(prize.key.text)) is given \(group.teams.count) times in full, as the rules for ties say.")
  }

  private mutating func share(_ prize: Prize, of amount: Int64?, times count: Int, among teams: [String]) {
    let sum = amount.map { $0 * Int64(count) }
    for team in teams { grant(prize, team, amount: sum.map { $0 / Int64(teams.count) }, shares: teams.count) }
    guard let sum, let currency = prize.amount.money?.currency, sum % Int64(teams.count) > 0 else { return }
    remainders.append(
      Remainder(prize: prize.key, currency: currency, teams: teams, minorUnits: sum % Int64(teams.count)))
  }

  /// Things of which each team can receive as many; otherwise a person decides.
  private mutating func divide(_ prize: Prize, items: Int, among teams: [String]) {
    if items.isMultiple(of: teams.count) {
      for team in teams { grant(prize, team, shares: prize.rank == nil ? 1 : teams.count) }
      return
    }
    let chosen = (contest.choices[prize.key] ?? []).filter(teams.contains)
    for team in chosen { grant(prize, team, isChosen: true) }
    let (left, open) = (items - chosen.count, teams.filter { !chosen.contains($0) })
    if left > 0, !open.isEmpty { allocation.undecided.append(.init(prize: prize.key, count: left, teams: open)) }
  }

  private mutating func grant(
    _ prize: Prize, _ team: String, amount: Int64? = nil, shares: Int = 1, isChosen: Bool = false
  ) {
    allocation.grants.append(
      .init(prize: prize.key, team: team, amount: amount, shares: shares, isChosen: isChosen))
    if prize.track != nil || prize.basis == .choice { taken[team, default: 0] += 1 }
  }

  private mutating func note(_ sentence: String) { allocation.notes.append(sentence) }
}
