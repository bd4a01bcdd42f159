import Vocabulary

/// Gives requests their slots, round by round: in each, a team has one request at most, so that whether a slot suits it
/// hangs on no other of the round, and the most that can be served are found by augmenting paths (Kuhn 1955).
struct PlanMatching {
  private let input: MentoringPlan.Input
  private let fit: PlanFit
  /// Where each request stands among equals.
  private let lots: [Int]
  private var diary: TeamDiary
  private var load: [Int]
  private(set) var slotOfRequest: [Int: Int] = [:]
  /// The request that has a slot.
  private var holder: [Int?]

  init(_ input: MentoringPlan.Input, seed: UInt64) {
    self.input = input
    fit = PlanFit(input)
    diary = TeamDiary(input.commitments, limit: input.limit)
    load = input.mentors.map(\.load)
    holder = Array(repeating: nil, count: input.slots.count)
    var generator = Lots(state: seed)
    lots = Array(input.requests.indices).shuffled(using: &generator)
  }

  mutating func run() {
    for round in rounds() { serve(round) }
  }

  /// Each team's first request, then each team's second; a team that has sessions already begins later. Within a round,
  /// those whom few mentors suit come first.
  private func rounds() -> [[Int]] {
    var position: [TeamID: Int] = [:]
    var rounds: [Int: [Int]] = [:]
    for (index, request) in input.requests.enumerated() {
      let batch = position[request.team] ?? diary.count(request.team)
      position[request.team] = batch + 1
      rounds[batch, default: []].append(index)
    }
    return rounds.sorted { $0.key < $1.key }.map { _, round in
      let breadth = Dictionary(uniqueKeysWithValues: round.map { ($0, fit.breadth($0)) })
      return round.sorted { (breadth[$0] ?? 0, lots[$0]) < (breadth[$1] ?? 0, lots[$1]) }
    }
  }

  private mutating func serve(_ round: [Int]) {
    var candidates: [Int: [Int]] = [:]
    for request in round { candidates[request] = slots(for: request) }
    // Slots from which no path leads on to a free one; none ever will.
    var exhausted: Set<Int> = []
    for request in round { seat(request, among: candidates, &exhausted) }
    for request in round {
      guard let slot = slotOfRequest[request] else { continue }
      diary.enter(input.requests[request].team, input.slots[slot].time, on: input.slots[slot].day)
    }
  }

  /// The slots that suit a request and are not another round's, the best mentors' first, then the earliest.
  private func slots(for request: Int) -> [Int] {
    let team = input.requests[request].team
    let suiting = input.slots.indices.compactMap { slot -> (score: Int, slot: Int)? in
      guard holder[slot] == nil, let score = fit.score(request, input.slots[slot].mentor),
        diary.allows(team, input.slots[slot].time, on: input.slots[slot].day)
      else { return nil }
      return (score, slot)
    }
    return suiting.sorted { (-$0.score, $0.slot) < (-$1.score, $1.slot) }.map(\.slot)
  }

  /// Finds a free slot, letting others of the round change theirs where that takes it.
  private mutating func seat(_ request: Int, among candidates: [Int: [Int]], _ exhausted: inout Set<Int>) {
    var seen = exhausted
    var way: [Int: (request: Int, slot: Int)] = [:]
    var queue = [request]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      if let free = bestFree(of: current, among: candidates[current] ?? []) {
        return reseat(current, at: free, following: way)
      }
      for slot in candidates[current] ?? [] where !seen.contains(slot) {
        guard let other = holder[slot] else { continue }
        seen.insert(slot)
        way[other] = (current, slot)
        queue.append(other)
      }
    }
    exhausted = seen
  }

  /// The free slot of the best mentor; of the least busy of those who fit alike; the earliest.
  private func bestFree(of request: Int, among candidates: [Int]) -> Int? {
    var best: (score: Int, load: Int, slot: Int)?
    for slot in candidates where holder[slot] == nil {
      let mentor = input.slots[slot].mentor
      guard let score = fit.score(request, mentor) else { continue }
      // The candidates come by score.
      if let best, score < best.score { break }
      if best.map({ load[mentor] < $0.load }) ?? true { best = (score, load[mentor], slot) }
    }
    return best?.slot
  }

  /// Gives the last on the way the free slot, and everybody before them the one that is left.
  private mutating func reseat(_ last: Int, at free: Int, following way: [Int: (request: Int, slot: Int)]) {
    var (current, slot) = (last, free)
    load[input.slots[free].mentor] += 1
    while true {
      holder[slot] = current
      slotOfRequest[current] = slot
      guard let before = way[current] else { return }
      (current, slot) = before
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same lots on every machine.
private struct Lots: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
