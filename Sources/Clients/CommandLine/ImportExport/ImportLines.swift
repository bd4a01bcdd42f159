import Terminal
import UseCases
import Vocabulary

/// What every import says of rows and columns.
enum ImportLines {
  /// Says what was taken and what stopped it.
  static func tell(_ report: ImportReport) {
    warn(report.remarks)
    tell(report.problems)
  }

  static func warn(_ remarks: [ImportRemark]) {
    for remark in remarks { Console.say("  warning: " + onOneLine("\(remark.location): \(remark.message)")) }
  }

  /// Names the first problems, each once with all rows that have it; more would hide them.
  static func tell(_ problems: [ImportProblem]) {
    let groups = groups(of: problems)
    for group in groups.prefix(20) { tell(group, at: location(of: group)) }
    if groups.count > 20 { Console.say("  and \(groups.count - 20) more") }
  }

  /// The same for what was taken in another way than it was written.
  static func tell(remarks: [ImportProblem]) {
    let groups = groups(of: remarks)
    for group in groups.prefix(20) { tell(group, at: location(of: group)) }
    if groups.count > 20 { Console.say("  and \(groups.count - 20) more remarks (--json has all)") }
  }

  private static func tell(_ group: [ImportProblem], at location: String) {
    Console.say("  " + onOneLine("\(location): \(group.first?.message.text ?? "")"))
  }

  /// Those of one column with the same words together, in the order in which the first of each comes.
  private static func groups(of problems: [ImportProblem]) -> [[ImportProblem]] {
    var (order, groups): ([String], [String: [ImportProblem]]) = ([], [:])
    for problem in problems {
      let name = "\(problem.column ?? "") \(problem.message.text)"
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(problem)
    }
    return order.compactMap { groups[$0] }
  }

  private static func location(of group: [ImportProblem]) -> String {
    guard group.count > 1, let first = group.first else { return group.first?.location ?? "" }
    let rows = Array(Set(group.map(\.row)))
    let location = ImportRemark(rows: rows, message: "").location
    let words = location.count > 60 ? "\(rows.count) rows, the first is row \(first.row)" : location
    return words + (first.column.map { ", \($0)" } ?? "")
  }

  static func tell(renamed columns: [ImportReport.Renamed]) {
    guard !columns.isEmpty else { return }
    let words = columns.map { "\(quoted($0.title)) as \($0.name)" }
    Console.say("Columns read: " + onOneLine(words.joined(separator: ", ")))
  }

  static func tell(ignored columns: [String]) {
    guard !columns.isEmpty else { return }
    Console.say("Ignored columns: " + onOneLine(columns.map(quoted).joined(separator: ", ")))
  }
}
