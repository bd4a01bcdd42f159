import RankingReports
import Terminal

/// A ranking as it is read in a terminal: the sentences and the table first, then what to beware of, then the judges.
enum RankingText {
  static func show(_ report: RankingReport, with analysis: RankingAnalysis? = nil) {
    let (table, judges) = (report.table, report.judgeTable)
    var parts = [
      report.sentences.joined(separator: "\n"),
      TextTable(header: table.header, rows: table.rows, numeric: table.numeric).text,
    ]
    if !report.warnings.isEmpty {
      parts.append(report.warnings.map { "warn  " + onOneLine($0.message) }.joined(separator: "\n"))
    }
    parts.append(
      "Judges (for organisers only; severity above 0 is generous)\n"
        + TextTable(header: judges.header, rows: judges.rows, numeric: judges.numeric).text)
    for section in analysis.map(report.sections) ?? [] {
      parts.append(([section.title] + section.lines.map { "  " + $0 }).joined(separator: "\n"))
    }
    parts.append(report.header)
    Console.print(
      parts.map { part in
        part.split(separator: "\n", omittingEmptySubsequences: false).map { onOneLine(String($0)) }.joined(
          separator: "\n")
      }.joined(separator: "\n\n"))
  }
}
