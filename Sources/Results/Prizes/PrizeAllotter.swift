import Competition

/// Goes through the prizes one by one and keeps count of what each team has.
struct PrizeAllotter {
  private let contest: PrizeContest
  private(set) var allocation = PrizeAllocation()
  /// How many prizes each team has, all that its place receives being one.
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

  /// Gives a prize to the teams that cover its ranks among those who may have it.
  mutating func allot(_ prize: Prize) {
    let ranks = prize.place.map { $0...$0 } ?? 1...prize.quantity
    for group in RankedGroup.groups(candidates(for: prize)) {
      let covered = (group.rank..<group.rank + group.teams.count).clamped(to: Range(ranks))
      guard !covered.isEmpty else { continue }
      give(prize, to: group, covering: covered.count)
    }
  }

  /// Counts what the places receive as one prize for each team.
  mutating func countPlaces() {
    for team in Set(allocation.grants.map(\.team)) { taken[team, default: 0] += 1 }
  }

  /// Gives an honour to whomever somebody chose.
  mutating func honour(_ prize: Prize) {
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

  /// Those who may have the prize, the best first, with what tells who is tied.
  private mutating func candidates(for prize: Prize) -> [(team: String, score: Int64)] {
    contenders(for: prize).filter { entry in
      if let refusal = contest.refusals.first(where: { $0.prize == prize.key && $0.team == entry.team }) {
        note("\(quoted(prize.key.text)): \(quoted(entry.team)) is passed over (\(refusal.reason)).")
        return false
      }
      if prize.place == nil, let most = contest.rules.mostPerTeam, taken[entry.team, default: 0] >= most {
        note("\(quoted(prize.key.text)): \(quoted(entry.team)) is passed over, for it has \(most) already.")
        return false
      }
      return true
    }
  }

  private func contenders(for prize: Prize) -> [(team: String, score: Int64)] {
    let ranked = contest.standings.sorted { ($0.place, $0.team) < ($1.place, $1.team) }
      .map { (team: $0.team, score: Int64($0.place)) }
    switch prize.basis {
    case .place: return ranked
    case .track(let track): return ranked.filter { contest.tracks[track]?.contains($0.team) == true }
    case .choice:
      return (contest.votes[prize.key] ?? [:]).filter { $0.value > 0 }.map { (team: $0.key, score: $0.value) }
        .sorted { ($1.score, $0.team) < ($0.score, $1.team) }
    case .honour: return []
    }
  }

  // MARK: What they receive

  /// - Parameter count: How many of the prize's ranks the group covers.
  private mutating func give(_ prize: Prize, to group: RankedGroup, covering count: Int) {
    let teams = group.teams
    let amount = prize.amount.money?.minorUnits
    if teams.count == 1 || (prize.place == nil && count == teams.count) {
      for team in teams { grant(prize, team, amount: amount) }
    } else if contest.rules.ties == .full {
      giveInFull(prize, to: group)
    } else if prize.kind == .promotion {
      for team in teams { grant(prize, team) }
    } else if prize.kind == .money {
      share(prize, of: amount, times: count, among: teams)
    } else {
      divide(prize, items: prize.place == nil ? count : prize.quantity, among: teams)
    }
  }

  private mutating func giveInFull(_ prize: Prize, to group: RankedGroup) {
    if let place = prize.place, place != group.rank {
      return note("\(quoted(prize.key.text)) is not given: place \(place) is covered by a shared place \(group.rank).")
    }
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
      for team in teams { grant(prize, team, shares: prize.place == nil ? 1 : teams.count) }
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
    if prize.place == nil { taken[team, default: 0] += 1 }
  }

  private mutating func note(_ sentence: String) { allocation.notes.append(sentence) }
}
