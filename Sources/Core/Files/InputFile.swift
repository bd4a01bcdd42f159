import SystemPackage

/// A file that a command was given, or standard input for "-".
public final class InputFile {
  public let path: String
  private let descriptor: FileDescriptor

  public static let pieceSize = 1 << 18

  /// - Throws: `FileError` when the file is not there or cannot be read.
  public init(_ path: String) throws(FileError) {
    self.path = path
    do {
      descriptor = path == "-" ? .standardInput : try .open(FilePath(path), .readOnly, options: .closeOnExec)
    } catch {
      throw FileError(reading: path, error)
    }
  }

  deinit { if path != "-" { try? descriptor.close() } }

  /// The next bytes; none at the end.
  /// - Throws: `FileError` when it is a folder or cannot be read.
  public func next() throws(FileError) -> [UInt8] {
    do {
      return try [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
        count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
    } catch {
      throw FileError(reading: path, error)
    }
  }

  /// The whole file.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = try InputFile(path)
    var bytes: [UInt8] = []
    // A pipe has no size, and grows as it comes.
    if let size = FileStatus(path)?.size { bytes.reserveCapacity(size) }
    while true {
      let next = try file.next()
      if next.isEmpty { return bytes }
      bytes += next
    }
  }
}
