import RankingReports

/// A ranking as it is read in a terminal: the sentences and the table first, then what to beware of, then the judges.
enum RankingText {
  static func show(_ report: RankingReport, with analysis: RankingAnalysis? = nil) {
    let (table, judges) = (report.table, report.judgeTable)
    var sections: [[Page.Part]] = [
      [.text(report.sentences.joined(separator: "\n"))],
      [.table(TextTable(header: table.header, rows: table.rows, numeric: table.numeric, expendable: expendable))],
    ]
    if !report.warnings.isEmpty { sections.append(report.warnings.map { .text("warn  " + $0.message) }) }
    sections.append([
      .text("Judges (for organisers only; severity above 0 is generous)"),
      .table(
        TextTable(
          header: judges.header, rows: judges.rows, numeric: judges.numeric, expendable: ["misfit p", "unrelated", "±"])
      ),
    ])
    for section in analysis.map(report.sections) ?? [] {
      sections.append([.text(section.title)] + section.lines.map { .text("  " + $0) })
    }
    sections.append([.text(report.header)])
    Page(sections).print()
  }

  /// Columns of a ranking that a narrow window leaves out: the raw figures first, the chances last.
  static let expendable = ["raw rank", "90 % ranks", "raw mean", "top 3", "sheets", "±"]
}
