import CanonicalJSON
import Files
import ScoreSheetFiles
import UseCases
import Vocabulary

/// A file of returned sheets, with what is wrong in its lines.
struct SheetFile {
  let path: String
  let sheets: [ReturnedSheet]
  let faults: [SheetFault]

  static func read(_ path: String) throws -> SheetFile {
    let bytes = try InputFile.read(path)
    try ForeignFile.refuse(bytes, path)
    do {
      return SheetFile(path: path, sheets: try ReturnedSheet.read(bytes), faults: [])
    } catch {
      return SheetFile(path: path, sheets: error.sheets, faults: error.faults)
    }
  }
}

/// Why no file was taken: every line of every file that is wrong.
struct UnreadableSheets: ErrorWithFindings {
  private let files: [(path: String, faults: [SheetFault])]

  /// - Parameter taken: What else is wrong with what could be read.
  init(_ files: [SheetFile], _ taken: [TakenSheet]) {
    self.files = files.map { file in
      let others = taken.filter { $0.file == file.path }.flatMap(\.result.faults)
      return (file.path, (file.faults + others).sorted { ($0.line, $0.sentence) < ($1.line, $1.sentence) })
    }.filter { !$0.faults.isEmpty }
  }

  var explanation: Explanation {
    let lines = files.flatMap { file in file.faults.map { (file.path, $0) } }.prefix(20).map { path, fault in
      "  \(files.count == 1 ? "" : "\(path), ")line \(fault.line): \(fault.sentence)"
    }
    let names = files.map { quoted($0.path) }.joined(separator: ", ")
    return Explanation(
      .badData, code: "unreadable-sheet",
      "\(files.count == 1 ? "The sheet \(names)" : "The sheets \(names)") cannot be taken, and nothing was written:\n"
        + lines.joined(separator: "\n"),
      hint: "Mend these lines and try again.")
  }

  var findings: JSON {
    .array(
      files.flatMap { file in
        file.faults.map { ["file": .string(file.path), "line": .integer($0.line), "message": .string($0.sentence)] }
      })
  }
}
