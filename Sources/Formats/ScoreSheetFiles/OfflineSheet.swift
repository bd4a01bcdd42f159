public import Vocabulary

/// One judge's sheets for work without a network, as they go out.
public struct OfflineSheet: Equatable, Sendable {
  public struct Criterion: Equatable, Sendable {
    public let key: String
    public let title: String
    /// Such as "40 %".
    public let share: String
    public let scale: ClosedRange<Points>
    /// Between two points next to each other; nil where any number is taken.
    public let step: Points?
    /// What points stand for, from the most to the fewest: "10: ready to use".
    public let levels: [String]

    public init(
      key: String, title: String, share: String, scale: ClosedRange<Points>, step: Points? = nil, levels: [String] = []
    ) {
      self.key = key
      self.title = title
      self.share = share
      self.scale = scale
      self.step = step
      self.levels = levels
    }
  }

  public let origin: SheetOrigin
  /// To the minute, in UTC, such as 2021-05-17T21:00Z.
  public let issued: String
  public let criteria: [Criterion]
  public let teams: [TeamSheet]
  /// The language of what the sheet says to the judge.
  public var language = Language.english
  /// What each team submitted and where it is, by the team's key.
  public var projects: [String: Project] = [:]

  /// What a judge needs to know of a project without a network.
  public struct Project: Equatable, Sendable {
    public let title: String
    public let summary: String
    public let links: [String]
    /// Such as "table 4, LAS 171 Atrium"; nil when nothing is known.
    public let place: String?

    public init(title: String, summary: String, links: [String], place: String?) {
      self.title = title
      self.summary = summary
      self.links = links
      self.place = place
    }
  }

  public init(origin: SheetOrigin, issued: String, criteria: [Criterion], teams: [TeamSheet]) {
    self.origin = origin
    self.issued = issued
    self.criteria = criteria
    self.teams = teams
  }
}

/// What is said of one team.
public struct TeamSheet: Equatable, Sendable {
  public enum Status: String, CaseIterable, Sendable {
    case draft
    case ready
    /// The judge does not score the team; the comment says why.
    case recused
    /// The judge was not there: nothing changes.
    case absent
  }

  public let team: String
  public let name: String
  /// The revision that the answers were made from; 0 where there was none.
  public let revision: Int
  public var status: Status
  /// By the key of the criterion; what is not there was not scored.
  public var points: [String: Points]
  public var comment: String
  public var feedback: String

  public init(
    team: String, name: String, revision: Int, status: Status = .draft, points: [String: Points] = [:],
    comment: String = "", feedback: String = ""
  ) {
    self.team = team
    self.name = name
    self.revision = revision
    self.status = status
    self.points = points
    self.comment = comment
    self.feedback = feedback
  }
}
