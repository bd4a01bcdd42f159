public import CSV
import Vocabulary

/// How the columns of a table say who gave which score to whom for what.
public struct ScoreTableShape: Equatable, Sendable {
  /// Where the name of a judge, a team or a criterion stands.
  public enum Place: Equatable, Sendable {
    case cell(Int)
    /// The names of the columns of scores.
    case header
    case fixed(String)

    var isInCell: Bool {
      if case .cell = self { true } else { false }
    }
  }

  public let judge: Place
  public let team: Place
  public let criterion: Place
  public let scores: [Int]
  /// Columns that repeat others as a sum, an average or a rank.
  public let totals: [Int]
  /// Whether one of the totals was told by its numbers, which have to repeat the others in every row.
  public let repeatsOthers: Bool
  private let header: Header

  /// Whether each row has one score with its judge, team and criterion.
  public var isLong: Bool { scores.count == 1 && [judge, team, criterion].allSatisfy(\.isInCell) }

  init(
    _ header: Header, judge: Place, team: Place, criterion: Place, scores: [Int], totals: [Int] = [],
    repeatsOthers: Bool = false
  ) {
    self.header = header
    self.judge = judge
    self.team = team
    self.criterion = criterion
    self.scores = scores
    self.totals = totals
    self.repeatsOthers = repeatsOthers
  }

  /// Whether the names of the columns are those of a table of scores, whatever its shape.
  public static func isSuggested(by header: Header) -> Bool {
    let roles = header.names.map(ColumnRole.init(of:))
    let judges = roles.count { $0 == .numberedJudge }
    return roles.contains(.team)
      && (judges > 1 || roles.contains(.judge) && roles.contains { $0 == .score || $0 == .unknown })
  }

  /// The columns of a table of one score a row.
  public static let longColumns = ["judge", "team", "criterion", "score"]

  /// The shape of a table of one score a row, told by its header alone; nil for any other table.
  public init?(long header: Header, _ settings: ScoreTableSettings = ScoreTableSettings()) {
    guard settings.namesNoColumn, let judge = header.index(of: "judge"), let team = header.index(of: "team"),
      let criterion = header.index(of: "criterion"), let score = header.index(of: "score")
    else { return nil }
    self.init(header, judge: .cell(judge), team: .cell(team), criterion: .cell(criterion), scores: [score])
  }

  /// The name that stands at a place, for one column of scores.
  public func name(at place: Place, of record: Record, score column: Int) -> String {
    switch place {
    case .cell(let index): index < record.cells.count ? ListedName.plain(record.cells[index]) : ""
    case .header: header.names[column]
    case .fixed(let name): name
    }
  }

  /// The name of a column.
  public func columnName(_ column: Int) -> String { header.names[column] }

  /// What a cell of a score says.
  public enum Cell: Equatable, Sendable {
    /// The text of a number, or what is wrongly in its place.
    case score(String)
    case notJudged
    /// Nothing, where nobody said what that means.
    case blank
  }

  /// What the cell of a score says, by what somebody said of blank cells and zeros.
  public func cell(of record: Record, score column: Int, _ settings: ScoreTableSettings) -> Cell {
    let text = column < record.cells.count ? record.cells[column].trimmed : ""
    if text.isEmpty, !isLong { return settings.notJudged.contains(.blank) ? .notJudged : .blank }
    return settings.notJudged.contains(.zero) && Double(text) == 0 ? .notJudged : .score(text)
  }

  /// The column in which a name stands; that of the scores where the header has it.
  public func column(of place: Place, score column: Int) -> Int {
    if case .cell(let index) = place { index } else { column }
  }

  /// Whether the names of this place stand in the header.
  public func isAcross(_ place: Place) -> Bool { place == .header }

  func name(of column: Int) -> String { header.names[column] }

  /// How the table was read, in sentences.
  /// - Parameter takingComments: Whether the words of judges are taken with their scores.
  public func sentences(takingComments: Bool) -> [String] {
    let names = { (columns: [Int]) in columns.map { quoted(header.names[$0]) }.joined(separator: ", ") }
    var sentences = [
      "Read as: judge \(words(judge)), team \(words(team)), criterion \(words(criterion)), scores in \(names(scores))."
    ]
    if !totals.isEmpty { sentences.append("Left out, because they repeat other columns: \(names(totals)).") }
    let comments = self.comments.map(\.column)
    if !comments.isEmpty {
      sentences.append(
        takingComments
          ? "Words about the sheets in \(names(comments))."
          : "Comments are left out, because they are not ranked: \(names(comments)).")
    }
    let passed = passedOver.filter { !comments.contains($0) }
    if !passed.isEmpty { sentences.append("Passed over: \(names(passed)).") }
    return sentences
  }

  /// The columns that say nothing of a score.
  public var passedOver: [Int] {
    let used = [judge, team, criterion].compactMap { if case .cell(let index) = $0 { index } else { nil } }
    return header.names.indices.filter {
      !used.contains($0) && !scores.contains($0) && !totals.contains($0) && !header.names[$0].isEmpty
    }
  }

  private func words(_ place: Place) -> String {
    switch place {
    case .cell(let index): "in the column \(quoted(header.names[index]))"
    case .header: "in the header"
    case .fixed(let name): "always \(quoted(name))"
    }
  }
}

/// Names as some programs export lists of them.
public enum ListedName {
  /// "Kelp" of "['Kelp']" and "[\"Kelp\"]"; any other text as it is, without spaces around it.
  public static func plain(_ text: String) -> String {
    let name = text.trimmed
    guard name.hasPrefix("["), name.hasSuffix("]"), name.count > 4 else { return name }
    let inner = name.dropFirst().dropLast()
    guard let mark = inner.first, mark == "'" || mark == "\"", inner.last == mark else { return name }
    let listed = inner.dropFirst().dropLast()
    return listed.contains(mark) ? name : String(listed)
  }
}
