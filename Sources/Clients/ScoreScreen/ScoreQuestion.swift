public import Vocabulary

/// One criterion as a judge meets it.
public struct ScoreQuestion: Equatable, Sendable {
  /// What a number of points stands for.
  public struct Level: Equatable, Sendable {
    public let points: Points
    public let text: String

    public init(points: Points, text: String) {
      self.points = points
      self.text = text
    }
  }

  public let key: String
  public let title: String
  public let description: String?
  /// How much of the total it counts, such as "40 %".
  public let share: String
  public let scale: ClosedRange<Points>
  public let step: Points
  public let isRequired: Bool
  /// From the most points to the fewest.
  public let levels: [Level]

  public init(
    key: String, title: String, description: String? = nil, share: String, scale: ClosedRange<Points>, step: Points,
    isRequired: Bool = true, levels: [Level] = []
  ) {
    self.key = key
    self.title = title
    self.description = description
    self.share = share
    self.scale = scale
    self.step = step
    self.isRequired = isRequired
    self.levels = levels.sorted { $0.points > $1.points }
  }

  /// What was typed, as an answer.
  /// - Throws: `ScoreAnswerError` in words for the judge.
  public func answer(_ text: String) throws(ScoreAnswerError) -> Points? {
    let text = text.filter { !$0.isWhitespace }
    if text.isEmpty || text == "-" || text == "–" {
      guard text.isEmpty || !isRequired else { throw .required(title) }
      return nil
    }
    guard let points = Points(text) else { throw .noNumber(text) }
    guard scale.contains(points) else { throw .outOfRange(title, points, scale) }
    guard scale.has(points, inStepsOf: step) else {
      throw .offStep(title, points, step)
    }
    return points
  }

  /// "0–10".
  public var range: String { "\(scale.lowerBound)–\(scale.upperBound)" }
}

/// Why what was typed is no answer.
public enum ScoreAnswerError: Error, Equatable {
  case noNumber(String)
  case required(String)
  case outOfRange(String, Points, ClosedRange<Points>)
  case offStep(String, Points, Points)

  /// The sentence for the judge.
  public func sentence(in words: any FormWording) -> String {
    switch self {
    case .noNumber(let text): words.noNumber(quoted(text))
    case .required(let title): words.required(title)
    case .outOfRange(let title, let points, let scale):
      words.outOfRange(
        title, points.description, from: scale.lowerBound.description, to: scale.upperBound.description)
    case .offStep(let title, let points, let step): words.offStep(title, points.description, step: step.description)
    }
  }
}
