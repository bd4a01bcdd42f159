import UseCases

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is read a piece at a time; standard input, which can be read once only, is kept.
struct SourceFile: ImportableFile {
  let name: String
  let size: Int?
  private let kept: [UInt8]?

  /// - Throws: `FileError` when it is not there, is a folder or cannot be read.
  init(_ path: String) throws(FileError) {
    name = path
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let bytes = try InputFile.read(path)
      kept = bytes
      size = bytes.count
      return
    }
    kept = nil
    size = Int(status.st_size)
    close(try InputFile.open(path))
  }

  func open() throws -> () throws -> [UInt8] {
    if let kept {
      var rest = kept[...]
      return {
        defer { rest = rest.dropFirst(InputFile.pieceSize) }
        return Array(rest.prefix(InputFile.pieceSize))
      }
    }
    let input = try OpenInput(name)
    return { try input.next() }
  }
}

/// An open file that is closed when nobody reads it any more.
private final class OpenInput {
  private let name: String
  private let descriptor: Int32

  init(_ name: String) throws(FileError) {
    self.name = name
    descriptor = try InputFile.open(name)
  }

  deinit { close(descriptor) }

  func next() throws(FileError) -> [UInt8] { try InputFile.piece(of: descriptor, name) }
}
