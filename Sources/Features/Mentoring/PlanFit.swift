import Vocabulary

/// How well each mentor fits each request.
struct PlanFit {
  private let scores: [[Int?]]
  private let speaks: [Bool]

  init(_ input: MentoringPlan.Input) {
    scores = input.requests.map { request in input.mentors.map { Self.score(request, $0) } }
    speaks = input.requests.map { request in input.mentors.contains { Self.language(request, $0) != nil } }
  }

  /// More is better; nil when the mentor speaks none of the languages or knows none of the topics.
  func score(_ request: Int, _ mentor: Int) -> Int? { scores[request][mentor] }

  /// How many mentors fit.
  func breadth(_ request: Int) -> Int { scores[request].count { $0 != nil } }

  /// Why a request is not met that is not.
  func lack(_ request: Int) -> MentoringPlan.Lack {
    guard speaks[request] else { return .language }
    return breadth(request) == 0 ? .expertise : .time
  }

  /// Topics count before the language's place among those preferred.
  private static func score(_ request: MentoringPlan.Request, _ mentor: MentoringPlan.Mentor) -> Int? {
    guard let language = language(request, mentor) else { return nil }
    let known = request.topics.intersection(mentor.expertise).count
    guard known > 0 || request.topics.isEmpty else { return nil }
    return known * 100 - language
  }

  /// Where the first language that the mentor speaks stands among those of the request.
  private static func language(_ request: MentoringPlan.Request, _ mentor: MentoringPlan.Mentor) -> Int? {
    guard !request.languages.isEmpty else { return 0 }
    return request.languages.prefix(100).firstIndex { mentor.languages.contains($0) }
  }
}

/// When teams are busy, and how many sessions they have on each day.
struct TeamDiary {
  private struct Day: Hashable {
    let team: TeamID
    let date: CalendarDate
  }

  private let limit: Int
  private var times: [TeamID: [Range<Timestamp>]] = [:]
  private var counts: [Day: Int] = [:]

  init(_ commitments: [MentoringPlan.Commitment], limit: Int) {
    self.limit = limit
    for commitment in commitments { enter(commitment.team, commitment.time, on: commitment.day) }
  }

  func allows(_ team: TeamID, _ time: Range<Timestamp>, on date: CalendarDate) -> Bool {
    counts[Day(team: team, date: date), default: 0] < limit && !(times[team] ?? []).contains { $0.overlaps(time) }
  }

  /// How many sessions a team has.
  func count(_ team: TeamID) -> Int { times[team]?.count ?? 0 }

  mutating func enter(_ team: TeamID, _ time: Range<Timestamp>, on date: CalendarDate) {
    times[team, default: []].append(time)
    counts[Day(team: team, date: date), default: 0] += 1
  }
}
