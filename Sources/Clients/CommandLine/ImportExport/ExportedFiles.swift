import Files
import UseCases
import Vocabulary
import Workbooks

/// The tables of an event as `export all` wrote them: a folder of CSV files, or a workbook.
enum ExportedFiles {
  /// - Throws: `FileError`, `WorkbookError`, or an error that names a file that is no part of an export.
  static func tables(at path: String) throws -> [EventTable] {
    if FileStatus(path)?.isFolder == true { return try tables(inFolder: path) }
    guard try TableFile.isWorkbook(path) else { throw NoExport(path: path) }
    return try tables(ofWorkbook: path)
  }

  /// - Throws: An error that names the command for a whole event.
  static func refuse(_ workbook: Workbook, _ path: String) throws {
    let names = workbook.sheets.map(\.name)
    if names.contains(ExportNoun.event.fileName), names.contains(ExportReadMe.sheetName) {
      throw WholeEvent(path: path, isFolder: false)
    }
  }

  /// The same for a folder.
  static func refuse(folder path: String) throws {
    let settings = "\(path)/\(ExportReadMe.fileName(of: .event, as: "csv"))"
    if FileStatus(path)?.isFolder == true, FileStatus(settings)?.isFile == true {
      throw WholeEvent(path: path, isFolder: true)
    }
  }

  private static func tables(inFolder folder: String) throws -> [EventTable] {
    let names = try FolderListing(of: folder).files.filter { $0 != "README.txt" }
    if names.contains(where: { $0.hasSuffix(".json") }) { throw JSONExport(folder: folder) }
    var tables: [EventTable] = []
    for name in names {
      // The files are numbered in the order of their import.
      let kind = name.drop { $0.isNumber || $0 == "-" }
      guard name.hasSuffix(".csv"), let noun = noun(called: String(kind.dropLast(".csv".count))) else {
        throw UnknownPart(path: folder, part: name, isSheet: false)
      }
      guard !tables.contains(where: { $0.noun.name == noun.name }) else { throw SecondPart(path: folder, part: name) }
      tables.append(EventTable(noun, name: name) { try InputFile.read("\(folder)/\(name)") })
    }
    return tables
  }

  private static func tables(ofWorkbook path: String) throws -> [EventTable] {
    let workbook: Workbook
    do {
      workbook = try Workbook(InputFile.read(path))
    } catch let error as WorkbookError {
      throw UnreadableWorkbook(file: path, error: error)
    }
    return try workbook.sheets.filter { $0.name != ExportReadMe.sheetName && !$0.rows.isEmpty }.map { sheet in
      guard let noun = noun(called: sheet.name) else { throw UnknownPart(path: path, part: sheet.name, isSheet: true) }
      let bytes = try Workbook.bytes(of: sheet)
      return EventTable(noun, name: sheet.name) { bytes }
    }
  }

  private static func noun(called name: String) -> ExportNoun? { ExportNoun.all.first { $0.fileName == name } }

  private static let hint: Message = "Write an export of the whole event: \(run: "export all --with-results -o FOLDER")"

  private struct WholeEvent: ExplainedError {
    let path: String
    let isFolder: Bool
    var explanation: Explanation {
      let one = isFolder ? "Or name one of its files." : "Or name one of its sheets with --sheet."
      return Explanation(
        .usage, code: "whole-event", "\(quoted(path)) is an export of a whole event.",
        hint: "To make a new event of it: \(run: "event import \(path)"). \(one)", location: path)
    }
  }

  private struct NoExport: ExplainedError {
    let path: String
    var explanation: Explanation {
      Explanation(
        .badData, code: "not-an-export", "\(quoted(path)) is neither a folder nor a workbook of an exported event.",
        hint: hint, location: path)
    }
  }

  private struct JSONExport: ExplainedError {
    let folder: String
    var explanation: Explanation {
      Explanation(
        .badData, code: "json-export", "\(quoted(folder)) has JSON, which other programs read; an import takes CSV.",
        hint: hint, location: folder)
    }
  }

  private struct UnknownPart: ExplainedError {
    let path: String
    let part: String
    let isSheet: Bool
    var explanation: Explanation {
      Explanation(
        .badData, code: "unknown-part",
        "\(quoted(path)) has the \(isSheet ? "sheet" : "file") \(quoted(part)), which no export has.",
        hint: "Move it elsewhere and run the same command again.", location: path)
    }
  }

  private struct SecondPart: ExplainedError {
    let path: String
    let part: String
    var explanation: Explanation {
      Explanation(
        .badData, code: "second-part",
        "\(quoted(path)) has the same kind of data twice: \(quoted(part)) is one of two.",
        hint: "Keep the files of one export and run the same command again.", location: path)
    }
  }
}
