public import CSV
import Vocabulary

extension ScoreTableShape {
  /// Tells the shape of a table by the names of its columns and by what they hold.
  /// - Parameter records: All rows below the header.
  /// - Throws: `ScoreTableError` where it cannot be told, with the columns in question and the option that tells it.
  public init(of header: Header, _ records: [Record], _ settings: ScoreTableSettings) throws(ScoreTableError) {
    if let long = ScoreTableShape(long: header, settings) {
      self = long
      return
    }
    self = try ShapeDetection(header, records, settings).shape()
  }
}

extension ScoreTableShape {
  /// The columns with at least one number and nothing that is none.
  public static func numericColumns(of header: Header, _ records: [Record]) -> Set<Int> {
    Set(
      header.names.indices.filter { column in
        let cells = records.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
          .filter { !$0.allSatisfy(\.isWhitespace) }
        return !cells.isEmpty && cells.allSatisfy(isNumber)
      })
  }

  private static func isNumber(_ cell: String) -> Bool {
    let text = cell.filter { !$0.isWhitespace }.replacing(",", with: ".")
    return text.first.map { $0.isNumber || "+-.".contains($0) } == true && Double(text) != nil
  }
}

private struct ShapeDetection {
  private let header: Header
  private let records: [Record]
  private let settings: ScoreTableSettings
  private let roles: [ColumnRole]
  private let numeric: Set<Int>

  init(_ header: Header, _ records: [Record], _ settings: ScoreTableSettings) {
    self.header = header
    self.records = records
    self.settings = settings
    roles = header.names.map { ColumnRole(of: $0) }
    numeric = ScoreTableShape.numericColumns(of: header, records)
  }

  func shape() throws(ScoreTableError) -> ScoreTableShape {
    let judge = try given(settings.judge, "--judge-column") ?? best(.judge)
    let team = try given(settings.team, "--team-column") ?? best(.team)
    let criterion = best(.criterion)
    let taken = [judge, team, criterion].compactMap(\.self)
    let totals = header.names.indices.filter { roles[$0] == .total && !taken.contains($0) }
    let chosen = try chosenScores()
    let scores = chosen ?? candidates(except: taken)
    guard !scores.isEmpty else { throw unclear(judge, team, totals.filter(numeric.contains)) }
    let rest = totals.filter { !scores.contains($0) }

    switch try across(judge, team, criterion, scores) {
    case nil:
      return ScoreTableShape(
        header, judge: place(judge), team: place(team),
        criterion: criterion.map { .cell($0) } ?? .fixed(header.names[scores[0]]),
        scores: [scores[0]], totals: rest)
    case .criteria:
      let (kept, repeated) = try withoutRepeated(scores, isChosen: chosen != nil)
      return ScoreTableShape(
        header, judge: place(judge), team: place(team), criterion: .header, scores: kept,
        totals: (rest + repeated).sorted(), repeatsOthers: !repeated.isEmpty)
    case .judges:
      return ScoreTableShape(
        header, judge: .header, team: place(team), criterion: criterion.map { .cell($0) } ?? .fixed("score"),
        scores: scores,
        totals: rest)
    case .teams:
      return ScoreTableShape(
        header, judge: place(judge), team: .header, criterion: criterion.map { .cell($0) } ?? .fixed("score"),
        scores: scores,
        totals: rest)
    }
  }

  /// What the columns of scores stand for; nil where there is one score a row.
  private func across(
    _ judge: Int?, _ team: Int?, _ criterion: Int?, _ scores: [Int]
  ) throws(ScoreTableError) -> ScoreTableSettings.Across? {
    if let across = settings.across {
      let isMissing = across != .judges && judge == nil || across != .teams && team == nil
      guard !isMissing else { throw unclear(judge, team, scores) }
      return across
    }
    switch (judge, team) {
    case (_?, _?):
      if criterion != nil {
        guard scores.count == 1 else { throw unclear(judge, team, scores) }
        return nil
      }
      return scores.count == 1 && (roles[scores[0]] == .score || roles[scores[0]] == .total) ? nil : .criteria
    case (nil, _?):
      guard scores.allSatisfy({ roles[$0] == .numberedJudge }) else { throw unclear(judge, team, scores) }
      return .judges
    case (_?, nil):
      throw unclear(judge, team, scores)
    case (nil, nil):
      throw unclear(judge, team, scores)
    }
  }

  /// A column "Score" beside criteria is a total if it is their sum or mean in every row.
  private func withoutRepeated(
    _ scores: [Int], isChosen: Bool
  ) throws(ScoreTableError) -> (kept: [Int], repeated: [Int]) {
    let general = scores.filter { roles[$0] == .score }
    let others = scores.filter { roles[$0] != .score }
    guard !isChosen, let candidate = general.first, general.count == 1, !others.isEmpty else { return (scores, []) }
    let isRepeated = records.allSatisfy { record in
      guard let said = number(candidate, record) else { return true }
      let parts = others.compactMap { number($0, record) }
      guard !parts.isEmpty else { return true }
      let sum = parts.reduce(0, +)
      return abs(said - sum) < 0.011 || abs(said - sum / Double(parts.count)) < 0.011
    }
    guard isRepeated else {
      throw ScoreTableError.unclearScore(header.names[candidate], others: others.map { header.names[$0] })
    }
    return (others, [candidate])
  }

  /// The columns that may hold scores: of numbers, and with a name that says nothing else.
  private func candidates(except taken: [Int]) -> [Int] {
    let numbers = header.names.indices.filter { numeric.contains($0) && !taken.contains($0) }
    let judges = numbers.filter { roles[$0] == .numberedJudge }
    if !judges.isEmpty { return judges }
    let scores = numbers.filter { column in
      switch roles[column] {
      case .unknown, .score: true
      case .judge, .team, .criterion: !ColumnRole.isIdentifier(header.names[column])
      case .total, .numberedJudge, .other: false
      }
    }
    // A total is the only mark where there is no other.
    return scores.isEmpty ? Array(numbers.filter { roles[$0] == .total }.prefix(1)) : scores
  }

  private func chosenScores() throws(ScoreTableError) -> [Int]? {
    guard !settings.scores.isEmpty else { return nil }
    var columns: [Int] = []
    for name in settings.scores.flatMap(names) {
      guard let column = header.index(of: name) else {
        throw .unknownColumn(name, option: "--score-columns", header: header.names)
      }
      if !columns.contains(column) { columns.append(column) }
    }
    return columns
  }

  /// Names with commas between them, unless the header has the whole as one name.
  private func names(in text: String) -> [String] {
    header.index(of: text) == nil ? text.split(separator: ",").map(\.trimmed) : [text]
  }

  private func given(_ name: String?, _ option: String) throws(ScoreTableError) -> Int? {
    guard let name else { return nil }
    guard let column = header.index(of: name) else {
      throw .unknownColumn(name, option: option, header: header.names)
    }
    return column
  }

  private func best(_ role: ColumnRole) -> Int? {
    let named = header.names.indices.filter { roles[$0] == role }
    // "Team" may be a criterion beside "Project": a name is rather a text than a number.
    let texts = named.filter { !numeric.contains($0) }
    return (texts.isEmpty ? named : texts).min {
      (ColumnRole.plainness(of: header.names[$0]), $0) < (ColumnRole.plainness(of: header.names[$1]), $1)
    }
  }

  private func place(_ column: Int?) -> ScoreTableShape.Place { .cell(column ?? 0) }

  private func unclear(_ judge: Int?, _ team: Int?, _ scores: [Int]) -> ScoreTableError {
    .unclear(
      judge: judge.map { header.names[$0] }, team: team.map { header.names[$0] },
      scores: scores.map { header.names[$0] },
      header: header.names.filter { !$0.isEmpty })
  }

  private func number(_ column: Int, _ record: Record) -> Double? {
    guard record.cells.indices.contains(column) else { return nil }
    return Double(record.cells[column].replacing(",", with: ".").filter { !$0.isWhitespace })
  }
}
