import CSV
import ScoreTables
import Scores
import Vocabulary

/// Words of judges beside their scores, which a sheet keeps as its comment or as feedback for the team.
extension ScoreFileReader {
  /// Takes the words of a row.
  /// - Parameter judged: Whose scores for whom stand in which column.
  mutating func takeComments(
    _ record: Record, _ shape: ScoreTableShape, _ judged: [Int: ScoreCells], into batch: inout ScoreBatch
  ) {
    let row = record.row
    for isFeedback in [false, true] {
      var words: [(cells: ScoreCells, column: Int, text: String)] = []
      for comment in comments where comment.isFeedback == isFeedback {
        let text = record.cells[comment.column].trimmed
        guard !text.isEmpty else { continue }
        // A criterion has no comment of its own: its words go to the sheet, behind its name.
        let isOfCriterion = shape.isAcross(shape.criterion)
        let score = isOfCriterion ? nil : comment.score
        guard let cells = score.map({ judged[$0] }) ?? judged.min(by: { $0.key < $1.key })?.value else {
          report.remarks.add(
            "the words in the column \(quoted(title(of: comment.column))) are left out: no score stands beside them",
            row: row)
          continue
        }
        let name = isOfCriterion ? comment.score.map { title(of: $0) + ": " } : nil
        words.append((cells, comment.column, (name ?? "") + text))
      }
      say(words, isFeedback, record, into: &batch)
    }
  }

  /// Puts together what is said of each sheet.
  private mutating func say(
    _ words: [(cells: ScoreCells, column: Int, text: String)], _ isFeedback: Bool, _ record: Record,
    into batch: inout ScoreBatch
  ) {
    var texts: [ScoreBatch.Pair: (column: Int, lines: [String])] = [:]
    for (cells, column, text) in words {
      guard case .known(let judge) = cells.judge, case .known(let team) = cells.team else { continue }
      texts[ScoreBatch.Pair(judge: judge, team: team), default: (column, [])].lines.append(text)
    }
    for (pair, (column, lines)) in texts {
      do {
        try batch.say(lines.joined(separator: "\n"), isFeedback: isFeedback, of: pair)
      } catch {
        report.problems.append(
          ImportRow(record: record, columns: FoundColumns(header)).problem(
            title(of: column), nil, Message(error.explanation.message)))
      }
    }
  }

  private func title(of column: Int) -> String { header.names[column] }
}
