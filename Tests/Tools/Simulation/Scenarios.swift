extension Scenario {
  /// Every scenario, in the order of the table; names are what the command takes.
  static let all: [Scenario] = honest + roomed + attacked

  static let honest = [
    Scenario(name: "base"),
    Scenario(name: "20x6", teams: 20, judges: 6),
    Scenario(name: "10x5", teams: 10, judges: 5),
    Scenario(name: "severity-0", severity: 0),
    Scenario(name: "severity-1.2", severity: 1.2),
    Scenario(name: "noise-0.4", noise: 0.4),
    Scenario(name: "noise-1.4", noise: 1.4),
    Scenario(name: "k2", sheetsPerTeam: 2),
    Scenario(name: "k5", sheetsPerTeam: 5),
    Scenario(name: "no-ceiling", rubric: Rubric(range: -20...30)),
    Scenario(name: "strong-ceiling", rubric: Rubric(mean: 4.2)),
    Scenario(name: "missing-20%", missing: 0.2),
    Scenario(name: "uneven-noise", noiseSpread: 0.5),
    Scenario(name: "heavy-tails", tails: .heavy),
    Scenario(name: "crowded-top", quality: .crowdedTop),
  ]

  static let roomed = [
    Scenario(name: "rooms-apart", rooms: Rooms()),
    Scenario(name: "rooms-linked", rooms: Rooms(links: 2)),
    Scenario(name: "rooms-apart-unequal", rooms: Rooms(quality: 0.7)),
    Scenario(name: "rooms-linked-unequal", rooms: Rooms(links: 2, quality: 0.7)),
  ]

  static let attacked = [
    Scenario(name: "malicious", attack: .malicious(1)),
    Scenario(name: "malicious-20x6", teams: 20, judges: 6, attack: .malicious(1)),
    Scenario(name: "malicious-k5", sheetsPerTeam: 5, attack: .malicious(1)),
    Scenario(name: "two-malicious", attack: .malicious(2)),
    Scenario(name: "two-malicious-20x6", teams: 20, judges: 6, attack: .malicious(2)),
    Scenario(name: "soft-cheat", attack: .softCheat),
    Scenario(name: "soft-cheat-20x6", teams: 20, judges: 6, attack: .softCheat),
    Scenario(name: "random-judge", attack: .randomJudge),
    Scenario(name: "random-judge-20x6", teams: 20, judges: 6, attack: .randomJudge),
    Scenario(name: "friend-sheet", attack: .friendSheet),
    Scenario(name: "friend-sheet-20x6", teams: 20, judges: 6, attack: .friendSheet),
    Scenario(name: "two-lazy", attack: .lazy(2)),
  ]
}
