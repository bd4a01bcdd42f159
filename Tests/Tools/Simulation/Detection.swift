/// Whether the sheets that favour a friend are found, and honest ones left alone.
struct Detection {
  private(set) var friendly = Mean()
  private(set) var honest = Mean()

  private static let flagged = 0.5

  var hasFlagged: Bool { friendly.value > 0 || honest.value > 0 }

  mutating func add(_ verdict: Verdict, _ event: SimulatedEvent) {
    guard let unrelated = verdict.unrelated, unrelated.count == event.isFriendly.count else { return }
    for (sheet, doubt) in unrelated.enumerated() {
      if event.isFriendly[sheet] { friendly.add(doubt > Self.flagged ? 1 : 0) }
      if event.isHonest[sheet] { honest.add(doubt > Self.flagged ? 1 : 0) }
    }
  }

  mutating func add(_ other: Detection) {
    friendly.add(other.friendly)
    honest.add(other.honest)
  }
}
