public import Vocabulary

/// Why it cannot be told what the columns of a table of scores are.
public enum ScoreTableError: ExplainedError, Equatable {
  /// What looks like judge, team and scores; nil where no column does.
  case unclear(judge: String?, team: String?, scores: [String], header: [String])
  /// A column called "Score" that is not the sum or the mean of the others.
  case unclearScore(String, others: [String])
  case unknownColumn(String, option: String, header: [String])

  public var explanation: Explanation {
    switch self {
    case .unclear(let judge, let team, let scores, let header):
      Explanation(
        .badData, code: "unclear-scores", Self.sentence(judge, team, scores, header),
        hint: Message(Self.hint(judge, team, scores)))
    case .unclearScore(let score, let others):
      Explanation(
        .badData, code: "unclear-scores",
        "The column \(quoted(score)) is not the sum or the mean of \(Self.listed(others)), so it cannot be told which columns count.",
        hint: "Name the columns that count: --score-columns \(quoted(others.joined(separator: ",")))")
    case .unknownColumn(let name, let option, let header):
      Explanation(
        .badData, code: "unknown-column",
        "\(option) names the column \(quoted(name)), but the header has only \(Self.listed(header)).",
        hint: "Name a column as the header has it.")
    }
  }

  private static func sentence(_ judge: String?, _ team: String?, _ scores: [String], _ header: [String]) -> String {
    let seen = [
      judge.map { "\(quoted($0)) looks like the judge" }, team.map { "\(quoted($0)) like the team" },
      scores.isEmpty ? nil : "\(listed(scores)) like scores",
    ].compactMap(\.self)
    let known = seen.isEmpty ? "It has \(listed(header))." : "\(seen.joined(separator: ", "))."
    let missing = [
      judge == nil ? "who judged" : nil, team == nil ? "which team" : nil, scores.isEmpty ? "which scores" : nil,
    ].compactMap(\.self)
    return missing.isEmpty
      ? "It cannot be told what the columns of scores stand for. \(known)"
      : "No column says \(missing.joined(separator: " or ")). \(known)"
  }

  private static func hint(_ judge: String?, _ team: String?, _ scores: [String]) -> String {
    if judge == nil, team != nil, !scores.isEmpty {
      return
        "If each of these columns is a judge, add --columns-are judges. Otherwise name the judge: --judge-column COLUMN"
    }
    if team == nil, judge != nil, !scores.isEmpty {
      return
        "If each of these columns is a team, add --columns-are teams. Otherwise name the team: --team-column COLUMN"
    }
    if judge != nil, team != nil, !scores.isEmpty {
      return "Say what these columns are: --columns-are criteria, judges or teams."
    }
    return "Name the columns: --judge-column COLUMN --team-column COLUMN --score-columns COLUMN,COLUMN. "
      + "Or write one score in each row, below judge,team,criterion,score."
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).map { quoted($0) }.joined(separator: ", ")
    return shown + (names.count > 12 ? " and \(names.count - 12) more" : "")
  }
}
