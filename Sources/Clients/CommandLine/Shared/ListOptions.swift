import ArgumentParser
import CSV
import Files
import Terminal
import Vocabulary
import Workbooks

/// A form of a table in a file.
enum TableForm: String, CaseIterable, ExpressibleByArgument {
  case csv, xlsx
}

/// Whether a list goes to the terminal or into a file; shared by every command that prints one.
struct ListOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Write the list as a file: csv, or xlsx for Excel and LibreOffice.", valueName: "form"))
  var form: TableForm?
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file of --as. Without it: standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if output != nil && form == nil { throw ValidationError("'-o' is for files: add --as csv or --as xlsx.") }
  }

  /// Writes the list as a file, for its owner alone.
  /// - Returns: Whether a file was wanted.
  func write(_ table: TextTable, asJSON: Bool) throws -> Bool {
    guard let form else { return false }
    if asJSON {
      throw UsageError("--as writes a table, and --json a document.", hint: "Leave one of them out.")
    }
    try TableForm.requireFile(output, as: form)
    let file = try DraftedFile(output, for: .owner)
    try file.write(try table.bytes(as: form))
    try file.end()
    if let output, output != "-" {
      Console.say("\(table.rows.count == 1 ? "1 row" : "\(table.rows.count) rows") in \(output)")
    }
    return true
  }
}

extension TableForm {
  /// Refuses to fill a terminal with a workbook.
  static func requireFile(_ path: String?, as form: TableForm) throws {
    if form == .xlsx, path == nil || path == "-", Window(of: .output) != nil {
      throw UsageError("A workbook cannot be shown on a terminal.", hint: "Name its file with -o.")
    }
  }
}

extension TextTable {
  /// The whole table as a file, without what only a terminal needs.
  fileprivate func bytes(as form: TableForm) throws -> [UInt8] {
    let rows = rows.map { row in
      row.indices.map { numeric.contains($0) && row[$0] == "–" ? "" : row[$0] }
    }
    switch form {
    case .csv: return try CSVWriter.bytes(of: [header] + rows)
    case .xlsx:
      let columns = header.indices.map { WorkbookWriter.Column(header[$0], kind(of: $0)) }
      return try WorkbookWriter.bytes(of: "list", columns, rows)
    }
  }

  /// A column of times has nothing else in it.
  private func kind(of column: Int) -> WorkbookWriter.Kind {
    if numeric.contains(column) { return .number }
    let cells = rows.map { $0[column] }.filter { !$0.isEmpty }
    return !cells.isEmpty && cells.allSatisfy(WorkbookWriter.isTime) ? .time : .text
  }
}
