import Mentoring
import Vocabulary

/// A plan for a large event, and how fair it is beside first come, first served.
struct Planning {
  private static let (teams, mentors, slotsEach) = (500, 100, 20)
  private static let (topics, languages) = (12, ["en", "fr", "es"])

  func line() -> String {
    let input = input()
    var seconds: [Double] = []
    var plan = MentoringPlan(input)
    for _ in 0..<5 {
      let start = ContinuousClock.now
      plan = MentoringPlan(input)
      let (whole, fraction) = (ContinuousClock.now - start).components
      seconds.append(Double(whole) + Double(fraction) / 1e18)
    }
    let first = MentoringPlan.firstCome(input)
    let time = median(seconds)
    return
      "figure plan \(short(time)) s   \(Self.teams) teams, \(input.requests.count) requests, \(Self.mentors) mentors, "
      + "\(input.slots.count) slots; \(describe(plan, input)); first come, first served: \(describe(first, input)); "
      + "goal < 1 s: \(time < 1 ? "met" : "MISSED")"
  }

  private func describe(_ plan: MentoringPlan, _ input: MentoringPlan.Input) -> String {
    let fairness = plan.fairness(input)
    return "\(fairness.met) requests met, \(fairness.teamsServed) teams served, \(fairness.leastBusy) to "
      + "\(fairness.busiest) sessions a mentor"
  }

  /// Teams ask up to six times, the first of them most; mentors know three topics and one or two languages.
  private func input() -> MentoringPlan.Input {
    var draws = Draws(state: 20_210_508)
    var input = MentoringPlan.Input()
    input.mentors = (0..<Self.mentors).map { number in
      MentoringPlan.Mentor(
        number: MentorID(Int64(number)), expertise: words(3, &draws), languages: speech(1 + draws.next(2), &draws))
    }
    let day = CalendarDate(daysSince1970: 18_755)
    let halfHour: Int64 = 1_800_000_000
    input.slots = (0..<Self.slotsEach).flatMap { place in
      (0..<Self.mentors).compactMap { mentor in
        day.map { day in
          let start = Timestamp(microseconds: Int64(place) * halfHour)
          return MentoringPlan.Slot(
            mentor: mentor, time: start..<Timestamp(microseconds: Int64(place + 1) * halfHour), day: day)
        }
      }
    }
    input.limit = 3
    for team in 0..<Self.teams {
      for _ in 0...(team < 250 ? 5 : draws.next(4)) {
        input.requests.append(
          MentoringPlan.Request(
            number: MentorRequestID(Int64(input.requests.count)), team: TeamID(Int64(team)), topics: words(1, &draws),
            languages: Array(speech(1, &draws))))
      }
    }
    return input
  }

  private func words(_ count: Int, _ draws: inout Draws) -> Set<String> {
    Set((0..<count).map { _ in "topic \(draws.next(Self.topics))" })
  }

  private func speech(_ count: Int, _ draws: inout Draws) -> Set<String> {
    Set((0..<count).map { _ in Self.languages[draws.next(3)] })
  }
}

/// Numbers that are the same on every run (SplitMix64).
struct Draws {
  var state: UInt64

  mutating func next(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }
}
