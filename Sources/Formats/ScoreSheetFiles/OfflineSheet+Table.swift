public import CSV
import Vocabulary

extension OfflineSheet {
  /// The sheet as CSV, a row for each team.
  public func table(_ format: CSVFormat = .excel) throws(CSVError) -> [UInt8] {
    let header = SheetColumns.fixed + SheetColumns.project + criteria.map(SheetColumns.name) + SheetColumns.last
    let rows = teams.map { team in
      [
        origin.code(of: team.team, revision: team.revision), origin.event, origin.round, origin.rubric, origin.judge,
        team.team, team.name, String(team.revision), projects[team.team]?.place ?? "", projects[team.team]?.title ?? "",
        (projects[team.team]?.links ?? []).joined(separator: " "),
      ] + criteria.map { team.points[$0.key]?.description ?? "" } + [
        team.comment, team.feedback, team.status.word(in: language),
      ]
    }
    return try CSVWriter.bytes(of: [header] + rows, as: format)
  }
}

/// The columns of the CSV form.
enum SheetColumns {
  static let fixed = ["sheet_code", "event", "round", "rubric", "judge", "team", "team_name", "revision"]
  /// What a judge needs to know; nothing is read from these.
  static let project = ["place", "title", "links"]
  static let last = ["comment", "feedback", "status"]

  /// "impact [0-10]".
  static func name(_ criterion: OfflineSheet.Criterion) -> String {
    "\(criterion.key) [\(criterion.scale.lowerBound)-\(criterion.scale.upperBound)]"
  }

  /// The criterion of a column.
  static func criterion(_ name: String) -> String? {
    guard let bracket = name.range(of: " ["), name.hasSuffix("]") else { return nil }
    return String(name[..<bracket.lowerBound])
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
  }
}
