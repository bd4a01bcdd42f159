import ArgumentParser
import Files
import Terminal
import Vocabulary
import Workbooks

/// Which sheet of a workbook is read; shared by every command that takes a table.
struct SheetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The sheet of a workbook. Without it: the first with a header and rows.", valueName: "name"))
  var sheet: String?
}

/// A table that a command was given: a CSV file as it is, of a workbook one sheet as CSV.
enum TableFile {
  /// Reads a file, and says how a workbook was taken.
  /// - Parameter taken: The kinds of other files that the command takes.
  /// - Throws: `ForeignFile` for a file that is neither a table nor one of these.
  static func read(
    _ path: String, _ options: SheetOptions? = nil, or taken: [FileKind] = []
  ) throws -> [UInt8] {
    let bytes = try InputFile.read(path)
    try ForeignFile.refuse(bytes, path, except: taken)
    return try table(of: bytes, path, options)
  }

  /// Whether a file begins as a workbook does.
  /// - Throws: `ForeignFile` for one that begins as another kind of file.
  static func isWorkbook(_ path: String, or taken: [FileKind] = []) throws -> Bool {
    let start = try InputFile(path, upTo: .table).next()
    guard !Workbook.isWorkbook(start.prefix(8)) else { return true }
    try ForeignFile.refuse(start, path, except: taken)
    return false
  }

  private static func table(of bytes: [UInt8], _ path: String, _ options: SheetOptions?) throws -> [UInt8] {
    guard Workbook.isWorkbook(bytes) else { return bytes }
    let table: Workbook.Table
    do {
      let workbook = try Workbook(bytes)
      if options?.sheet == nil { try ExportedFiles.refuse(workbook, path) }
      table = try workbook.table(ofSheet: options?.sheet)
    } catch let error as WorkbookError {
      throw UnreadableWorkbook(file: path, error: error)
    }
    for note in table.notes { Console.say("\(path): \(note)") }
    return table.bytes
  }
}

/// Why a workbook cannot be read, with the file.
struct UnreadableWorkbook: ExplainedError {
  let file: String
  let error: WorkbookError

  var explanation: Explanation {
    let inner = error.explanation
    return Explanation(
      inner.kind, code: inner.code, "\(quoted(file)): \(inner.message)", hint: inner.hint, location: file)
  }
}
