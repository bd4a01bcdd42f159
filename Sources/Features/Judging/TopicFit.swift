import Vocabulary

/// How well the expertise of judges fits the topics of teams: words are compared without case and accents.
struct TopicFit {
  private let expertise: [[Set<Substring>]]
  private let topics: [[Set<Substring>]]

  init(_ input: PlanInput) {
    expertise = input.judges.map { Self.words($0.expertise) }
    topics = input.teams.map { Self.words($0.topics) }
  }

  /// 0 where a word fits or the team names no topic, 1 where the judge names no expertise, 2 where no word fits.
  func strain(_ pair: PlanInput.Pair) -> UInt8 {
    let (known, asked) = (expertise[pair.judge], topics[pair.team])
    if asked.isEmpty { return 0 }
    if known.isEmpty { return 1 }
    return known.contains { one in asked.contains { $0.isSubset(of: one) || one.isSubset(of: $0) } } ? 0 : 2
  }

  private static func words(_ names: [String]) -> [Set<Substring>] {
    names.map { Set(FoldedName($0).text.split(separator: " ")) }.filter { !$0.isEmpty }
  }
}
