public import Vocabulary

/// Who receives what, and what a person has to see or decide.
public struct PrizeAllocation: Equatable, Sendable {
  /// A prize, or a team's share of one.
  public struct Grant: Equatable, Sendable {
    public let prize: Slug
    public let team: String
    /// The team's share of the money in minor units; nil where there is none, or the amount is not known or not public.
    public var amount: Int64?
    /// How many teams share the prize.
    public let shares: Int
    /// Whether a person chose the team, not the ranking or the votes.
    public let isChosen: Bool
  }

  /// A prize that cannot be divided among those who are due it.
  public struct Undecided: Equatable, Sendable {
    public let prize: Slug
    /// How many of it are left.
    public let count: Int
    public let teams: [String]
  }

  /// Money that is left when a sum was divided; the organiser decides, never an order of names.
  public struct OddMoney: Equatable, Sendable {
    public let money: Money
    public let teams: [String]
  }

  public internal(set) var grants: [Grant] = []
  public internal(set) var undecided: [Undecided] = []
  public internal(set) var odd: [OddMoney] = []
  /// Why the next team moved up, and what a tie changed, a sentence each.
  public internal(set) var notes: [String] = []
}

extension PrizeAllocation {
  /// Allots ranks first, then tracks, then the public's choice; special awards are as somebody chose.
  init(_ contest: PrizeContest) {
    var allotter = PrizeAllotter(contest)
    for prize in contest.prizes { if let rank = prize.rank { allotter.allotRank(prize, rank) } }
    allotter.countRanks()
    for prize in contest.prizes where prize.track != nil { allotter.allot(prize) }
    for prize in contest.prizes where prize.basis == .choice { allotter.allot(prize) }
    for prize in contest.prizes where prize.basis == .specialAward { allotter.giveSpecialAward(prize) }
    allotter.divideOddMoney()
    self = allotter.allocation
  }
}
