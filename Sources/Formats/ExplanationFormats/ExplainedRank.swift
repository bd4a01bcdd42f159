public import RankingEngine
public import Vocabulary

/// Everything that an explanation of one team's rank says, ready for a text, a page or a chart in one language.
public struct ExplainedRank: Sendable {
  public struct Criterion: Sendable {
    public var name: String
    /// From 0 to 1.
    public var weight: Double
    /// The lowest and the highest points; nil where they are not known.
    public var range: (low: Points, high: Points)?

    public init(name: String, weight: Double, range: (low: Points, high: Points)?) {
      self.name = name
      self.weight = weight
      self.range = range
    }
  }

  public struct Sheet: Sendable {
    /// The judge's code; nil where the reader must not know it.
    public var judge: String?
    /// By criterion; nil where the judge gave none.
    public var points: [Points?]
    public var total: Double
    /// What the judge adds to scores, in points; nil where it was not estimated.
    public var severity: Double?
    public var isFlagged: Bool
    /// What the sheet says on the latent scale, under an ordinal method.
    public var latent: LatentExplanation.Sheet?

    public init(
      judge: String?, points: [Points?], total: Double, severity: Double?, isFlagged: Bool,
      latent: LatentExplanation.Sheet?
    ) {
      self.judge = judge
      self.points = points
      self.total = total
      self.severity = severity
      self.isFlagged = isFlagged
      self.latent = latent
    }
  }

  /// The team next to it in the ranking.
  public struct Neighbour: Sendable {
    public var rank: Int
    /// Nil where the reader must not know it.
    public var name: String?
    /// How far its score is from the team's; nil without scores.
    public var distance: Double?
    /// How likely it is better than the team; nil where nothing can be said.
    public var isBetter: Double?

    public init(rank: Int, name: String?, distance: Double?, isBetter: Double?) {
      self.rank = rank
      self.name = name
      self.distance = distance
      self.isBetter = isBetter
    }
  }

  /// The rank that the team would have without one judge.
  public struct Change: Sendable {
    /// The judge's code; nil where the reader must not know it.
    public var judge: String?
    public var rank: Int

    public init(judge: String?, rank: Int) {
      self.judge = judge
      self.rank = rank
    }
  }

  public var event: String
  public var team: String
  public var rank: Int
  public var teamCount: Int
  public var score: Double?
  public var standardError: Double?
  /// Digits behind the point of scores.
  public var digits: Int
  public var method: String
  public var result: Int
  /// Nil where the reader need not know it.
  public var computedAt: String?
  public var sha256: String
  /// The command by which a reader computes the result again.
  public var verification: String
  /// How likely it is first, and the ranks that hold it nine times in ten.
  public var first: Double?
  public var ranks: ClosedRange<Int>?
  /// What decided where scores tie.
  public var tieBreak: String?
  public var isProvisional: Bool
  /// What organisers decided about the team, with their reasons.
  public var decisions: [String]
  public var criteria: [Criterion]
  /// Whether points count by their share of their criterion's range, from 0 to 100.
  public var countsShares: Bool
  public var sheets: [Sheet]
  /// Whether the score is the plain mean of the totals.
  public var isMean: Bool
  /// The team on the latent scale, what its room adds, and the scores around it; nil under another method.
  public var latent: (quality: Double, room: Double, conversion: [LatentScore])?
  public var ahead: Neighbour?
  public var behind: Neighbour?
  /// Nil where it was not computed because there are too many teams.
  public var changes: [Change]?
  /// Whether the result is public; until then every form says that it is not.
  public var isPublic: Bool

  public init(
    event: String,
    team: String,
    rank: Int,
    teamCount: Int,
    score: Double?,
    standardError: Double?,
    digits: Int,
    method: String,
    result: Int,
    computedAt: String?,
    sha256: String,
    verification: String,
    first: Double?,
    ranks: ClosedRange<Int>?,
    tieBreak: String?,
    isProvisional: Bool,
    decisions: [String],
    criteria: [Criterion],
    countsShares: Bool,
    sheets: [Sheet],
    isMean: Bool,
    latent: (quality: Double, room: Double, conversion: [LatentScore])?,
    ahead: Neighbour?,
    behind: Neighbour?,
    changes: [Change]?,
    isPublic: Bool
  ) {
    self.event = event
    self.team = team
    self.rank = rank
    self.teamCount = teamCount
    self.score = score
    self.standardError = standardError
    self.digits = digits
    self.method = method
    self.result = result
    self.computedAt = computedAt
    self.sha256 = sha256
    self.verification = verification
    self.first = first
    self.ranks = ranks
    self.tieBreak = tieBreak
    self.isProvisional = isProvisional
    self.decisions = decisions
    self.criteria = criteria
    self.countsShares = countsShares
    self.sheets = sheets
    self.isMean = isMean
    self.latent = latent
    self.ahead = ahead
    self.behind = behind
    self.changes = changes
    self.isPublic = isPublic
  }
}

extension ExplainedRank {
  /// The same for the team itself: without codes of judges, and without names of teams that are not announced.
  ///
  /// Sheets come in the order of their totals, which tells nothing of the judges.
  public func forTeam(announced: Set<String>) -> ExplainedRank {
    var copy = self
    copy.sheets = sheets.sorted { $0.total > $1.total }.map { sheet in
      var sheet = sheet
      sheet.judge = nil
      return sheet
    }
    copy.computedAt = nil
    copy.changes = changes?.map { Change(judge: nil, rank: $0.rank) }
    copy.ahead = ahead.map { Self.unnamed($0, unless: announced) }
    copy.behind = behind.map { Self.unnamed($0, unless: announced) }
    return copy
  }

  private static func unnamed(_ neighbour: Neighbour, unless announced: Set<String>) -> Neighbour {
    var neighbour = neighbour
    if let name = neighbour.name, !announced.contains(name) { neighbour.name = nil }
    return neighbour
  }

  /// From here to its opposite, two teams are too close to call.
  public static let tooClose = 0.4...0.6
}
