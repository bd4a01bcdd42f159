public import Vocabulary

/// Slots proposed for what teams ask for.
///
/// Fair first: every team is given a session before any is given another. Of those who are served together as many are
/// served as can be; each by the mentor who fits best, and by the least busy of those who fit alike. The same input and
/// seed give the same plan.
public struct MentoringPlan: Equatable, Sendable {
  public struct Mentor: Sendable {
    public let number: MentorID
    public let expertise: Set<String>
    public let languages: Set<String>
    /// How many sessions are booked already.
    public let load: Int

    /// - Parameter expertise: Folded, as the topics of requests are.
    public init(number: MentorID, expertise: Set<String>, languages: Set<String>, load: Int = 0) {
      self.number = number
      self.expertise = expertise
      self.languages = languages
      self.load = load
    }
  }

  public struct Slot: Sendable {
    /// Where the mentor stands among the mentors.
    public let mentor: Int
    public let time: Range<Timestamp>
    /// The day in the event's zone.
    public let day: CalendarDate

    public init(mentor: Int, time: Range<Timestamp>, day: CalendarDate) {
      self.mentor = mentor
      self.time = time
      self.day = day
    }
  }

  public struct Request: Sendable {
    public let number: MentorRequestID
    public let team: TeamID
    public let topics: Set<String>
    /// By preference; none takes any.
    public let languages: [String]

    public init(number: MentorRequestID, team: TeamID, topics: Set<String>, languages: [String]) {
      self.number = number
      self.team = team
      self.topics = topics
      self.languages = languages
    }
  }

  /// A session that a team has already.
  public struct Commitment: Sendable {
    public let team: TeamID
    public let time: Range<Timestamp>
    public let day: CalendarDate

    public init(team: TeamID, time: Range<Timestamp>, day: CalendarDate) {
      self.team = team
      self.time = time
      self.day = day
    }
  }

  /// All that a plan is made of.
  public struct Input: Sendable {
    public var mentors: [Mentor] = []
    /// The slots that are free, by time.
    public var slots: [Slot] = []
    /// In the order in which they were made.
    public var requests: [Request] = []
    public var commitments: [Commitment] = []
    /// The most sessions that a team may have on a day.
    public var limit = 2

    public init() {}
  }

  /// A slot for a request, each by where it stands in the input.
  public struct Proposal: Equatable, Sendable {
    public let request: Int
    public let slot: Int
  }

  /// Why a request is not met.
  public enum Lack: String, Equatable, Sendable {
    case language = "no mentor speaks its languages"
    case expertise = "no mentor who speaks its languages knows its topics"
    case time = "no slot is left that fits"
  }

  /// By time.
  public let proposals: [Proposal]
  /// By where the request stands in the input.
  public let unmet: [Int: Lack]

  /// Makes a plan.
  ///
  /// - Parameter seed: Settles who is served first among equals.
  /// - Complexity: For each session that teams get, one matching: O(*r* · *e*) at worst for *r* requests and *e* pairs of a
  ///   request and a slot that fits it, and near O(*e*) where slots are not scarce.
  public init(_ input: Input, seed: UInt64 = 1) {
    var matching = PlanMatching(input, seed: seed)
    matching.run()
    self.init(matching.slotOfRequest, input)
  }

  /// What comes of serving each request as it comes with the first slot that fits, for comparison.
  public static func firstCome(_ input: Input) -> MentoringPlan {
    var diary = TeamDiary(input.commitments, limit: input.limit)
    let fit = PlanFit(input)
    var (taken, slotOfRequest) = (Set<Int>(), [Int: Int]())
    for (index, request) in input.requests.enumerated() {
      let first = input.slots.indices.first { slot in
        !taken.contains(slot) && fit.score(index, input.slots[slot].mentor) != nil
          && diary.allows(request.team, input.slots[slot].time, on: input.slots[slot].day)
      }
      guard let first else { continue }
      taken.insert(first)
      slotOfRequest[index] = first
      diary.enter(request.team, input.slots[first].time, on: input.slots[first].day)
    }
    return MentoringPlan(slotOfRequest, input)
  }

  private init(_ slotOfRequest: [Int: Int], _ input: Input) {
    let fit = PlanFit(input)
    proposals = slotOfRequest.map { Proposal(request: $0.key, slot: $0.value) }.sorted {
      let (one, other) = (input.slots[$0.slot], input.slots[$1.slot])
      return (one.time.lowerBound, one.mentor) < (other.time.lowerBound, other.mentor)
    }
    unmet = input.requests.indices.reduce(into: [:]) { unmet, request in
      if slotOfRequest[request] == nil { unmet[request] = fit.lack(request) }
    }
  }
}

extension MentoringPlan {
  /// How evenly a plan serves: what a comparison shows.
  public struct Fairness: Equatable, Sendable {
    public let met: Int
    public let teamsServed: Int
    /// The sessions of the busiest and of the least busy mentor who has any slot, booked ones included.
    public let busiest: Int
    public let leastBusy: Int
  }

  public func fairness(_ input: Input) -> Fairness {
    var load = Dictionary(uniqueKeysWithValues: Set(input.slots.map(\.mentor)).map { ($0, input.mentors[$0].load) })
    for proposal in proposals { load[input.slots[proposal.slot].mentor, default: 0] += 1 }
    return Fairness(
      met: proposals.count, teamsServed: Set(proposals.map { input.requests[$0.request].team }).count,
      busiest: load.values.max() ?? 0, leastBusy: load.values.min() ?? 0)
  }
}
