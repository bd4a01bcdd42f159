import Vocabulary

/// What was read of one team so far.
struct TeamInProgress {
  typealias Line = (text: String, number: Int)

  let team: String
  let name: String
  let revision: Int
  let line: Int
  var statusLines: [Line] = []
  var answers: [String: [Line]] = [:]
  var comment: [String] = []
  var feedback: [String] = []

  init(team: String, name: String, revision: Int, line: Int) {
    self.team = team
    self.name = name
    self.revision = revision
    self.line = line
  }

  /// The team's sheet, and what is wrong in its lines.
  var finished: (ReturnedSheet.Team, [SheetFault]) {
    var faults: [SheetFault] = []
    var points: [String: Points] = [:]
    for (criterion, lines) in answers.sorted(by: { $0.key < $1.key }) {
      do throws(SheetFault) {
        points[criterion] = try Self.points(lines, of: criterion)
      } catch {
        faults.append(error)
      }
    }
    var status = TeamSheet.Status.draft
    do throws(SheetFault) { status = try Self.status(statusLines) } catch { faults.append(error) }
    let sheet = TeamSheet(
      team: team, name: name, revision: revision, status: status, points: points, comment: Self.text(comment),
      feedback: Self.text(feedback))
    return (ReturnedSheet.Team(sheet: sheet, line: line, lines: answers.compactMapValues(\.first?.number)), faults)
  }

  private static func points(_ lines: [Line], of criterion: String) throws(SheetFault) -> Points? {
    guard let (answer, number) = try only(lines, of: criterion), answer != "-", answer != "–" else { return nil }
    guard let points = Points(answer) else {
      throw SheetFault(
        line: number, "\(quoted(answer)) is no number of points for \(quoted(criterion)). Write it like 8 or 6.5.")
    }
    return points
  }

  private static func status(_ lines: [Line]) throws(SheetFault) -> TeamSheet.Status {
    guard let (word, number) = try only(lines, of: "status") else { return .draft }
    guard let status = TeamSheet.Status(word: word) else {
      throw SheetFault(line: number, "\(quoted(word)) is no status: write draft, ready, recused or absent.")
    }
    return status
  }

  /// The one line that holds something.
  private static func only(_ lines: [Line], of question: String) throws(SheetFault) -> (String, Int)? {
    let filled = lines.map { ($0.text.trimmed, $0.number) }.filter { !$0.0.isEmpty }
    if filled.count > 1 {
      throw SheetFault(
        line: filled[1].1, "\(quoted(question)) has more than one answer: \(quoted(filled[1].0)) is too much.")
    }
    return filled.first
  }

  /// A text without the blank lines around it, as it was before it went out.
  private static func text(_ lines: [String]) -> String {
    let lines = lines.map { $0.hasPrefix("\\") ? String($0.dropFirst()) : $0 }
    let isBlank = { (line: String) in line.allSatisfy(\.isWhitespace) }
    return lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed().joined(separator: "\n")
  }
}
