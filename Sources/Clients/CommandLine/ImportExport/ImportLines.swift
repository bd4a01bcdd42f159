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

  /// Names the first problems one by one; more would hide them.
  static func tell(_ problems: [ImportProblem]) {
    for problem in problems.prefix(20) {
      Console.say("  " + onOneLine("\(problem.location): \(problem.message.text)"))
    }
    if problems.count > 20 { Console.say("  and \(problems.count - 20) more") }
  }

  static func tell(ignored columns: [String]) {
    guard !columns.isEmpty else { return }
    Console.say("Ignored columns: " + onOneLine(columns.map(quoted).joined(separator: ", ")))
  }
}
