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
    var (order, groups): ([String], [String: [ImportProblem]]) = ([], [:])
    for problem in problems {
      let name = "\(problem.column ?? "") \(problem.message.text)"
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(problem)
    }
    for name in order.prefix(20) {
      guard let group = groups[name], let first = group.first else { continue }
      Console.say("  " + onOneLine("\(location(of: group)): \(first.message.text)"))
    }
    if order.count > 20 { Console.say("  and \(order.count - 20) more") }
  }

  private static func location(of group: [ImportProblem]) -> String {
    guard group.count > 1, let first = group.first else { return group.first?.location ?? "" }
    let rows = Array(Set(group.map(\.row)))
    let location = ImportRemark(rows: rows, message: "").location
    let words = location.count > 60 ? "\(rows.count) rows, the first is row \(first.row)" : location
    return words + (first.column.map { ", \($0)" } ?? "")
  }

  static func tell(ignored columns: [String]) {
    guard !columns.isEmpty else { return }
    Console.say("Ignored columns: " + onOneLine(columns.map(quoted).joined(separator: ", ")))
  }
}
