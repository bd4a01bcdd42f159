import Files
import UseCases

/// A file that is read a piece at a time; standard input, which can be read once only, is kept.
struct SourceFile: ImportableFile {
  let name: String
  let size: Int?
  private let kept: [UInt8]?

  /// - Throws: `FileError` when it is not there, is a folder or cannot be read; `WorkbookError`.
  /// - Parameter taken: The kinds of other files that the command takes.
  init(_ path: String, _ sheets: SheetOptions? = nil, or taken: [FileKind] = []) throws {
    name = path
    try ExportedFiles.refuse(folder: path)
    if path != "-", let status = FileStatus(path), status.isFile, try !TableFile.isWorkbook(path, or: taken) {
      _ = try InputFile(path, upTo: .table)
      kept = nil
      size = status.size
    } else {
      let bytes = try TableFile.read(path, sheets, or: taken)
      kept = bytes
      size = bytes.count
    }
  }

  /// The whole table.
  func bytes() throws -> [UInt8] { try kept ?? InputFile.read(name) }

  func open() throws -> () throws -> [UInt8] {
    if let kept {
      var rest = kept[...]
      return {
        defer { rest = rest.dropFirst(InputFile.pieceSize) }
        return Array(rest.prefix(InputFile.pieceSize))
      }
    }
    let input = try InputFile(name, upTo: .table)
    return { try input.next() }
  }
}
