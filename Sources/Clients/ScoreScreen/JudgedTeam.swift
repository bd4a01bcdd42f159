public import Vocabulary

/// A team that a judge is to score, and what the judge has said of it.
public struct JudgedTeam: Equatable, Sendable {
  public enum Status: Equatable, Sendable {
    case draft
    case ready
    case recused
  }

  /// What a judge says of a team.
  public struct Answers: Equatable, Sendable {
    /// By the key of the criterion.
    public var points: [String: Points] = [:]
    /// For the organisers only.
    public var comment = ""
    /// For the team, after the announcement and if the event allows it.
    public var feedback = ""

    public init(points: [String: Points] = [:], comment: String = "", feedback: String = "") {
      self.points = points
      self.comment = comment
      self.feedback = feedback
    }

    /// These answers with what somebody changed from other ones.
    public func changed(as mine: Answers, from base: Answers) -> Answers {
      var merged = self
      for key in Set(mine.points.keys).union(base.points.keys) where mine.points[key] != base.points[key] {
        merged.points[key] = mine.points[key]
      }
      if mine.comment != base.comment { merged.comment = mine.comment }
      if mine.feedback != base.feedback { merged.feedback = mine.feedback }
      return merged
    }
  }

  public let key: String
  public let name: String
  /// What the team submitted: a label and a text each.
  public let brief: [Detail]
  public var answers: Answers
  public var status: Status
  /// The revision that the answers were made from.
  public var revision: Int

  public struct Detail: Equatable, Sendable {
    public let label: String
    public let text: String

    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  public init(
    key: String, name: String, brief: [Detail] = [], answers: Answers = Answers(), status: Status = .draft,
    revision: Int = 0
  ) {
    self.key = key
    self.name = name
    self.brief = brief
    self.answers = answers
    self.status = status
    self.revision = revision
  }

  /// The questions that need an answer before the sheet can be ready.
  public func missing(_ questions: [ScoreQuestion]) -> [ScoreQuestion] {
    questions.filter { $0.isRequired && answers.points[$0.key] == nil }
  }
}
