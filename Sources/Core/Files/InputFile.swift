import SystemPackage

/// A file that a command was given, or standard input for "-".
public final class InputFile {
  public let path: String
  private let descriptor: FileDescriptor
  private let limit: InputLimit
  private var count = 0

  public static let pieceSize = 1 << 18

  /// - Parameter limit: What is longer is refused: at once where it has a size, otherwise when so much came.
  /// - Throws: `FileError` when the file is not there, cannot be read or is too long.
  public init(_ path: String, upTo limit: InputLimit) throws(FileError) {
    self.path = path
    self.limit = limit
    do {
      descriptor = path == "-" ? .standardInput : try .open(FilePath(path), .readOnly, options: .closeOnExec)
    } catch {
      throw FileError(reading: path, error)
    }
    guard size ?? 0 <= limit.bytes else { throw .tooLong(path, limit) }
  }

  deinit { if path != "-" { try? descriptor.close() } }

  /// In bytes; nil for a pipe or a device.
  public var size: Int? {
    FileStatus(descriptor: descriptor.rawValue).flatMap { $0.isFile ? $0.size : nil }
  }

  /// The next bytes; none at the end.
  /// - Throws: `FileError` when it is a folder, cannot be read or is too long.
  public func next() throws(FileError) -> [UInt8] {
    let piece: [UInt8]
    do {
      piece = try [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
        count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
    } catch {
      throw FileError(reading: path, error)
    }
    count += piece.count
    guard count <= limit.bytes else { throw .tooLong(path, limit) }
    return piece
  }

  /// The whole file.
  public static func read(_ path: String, upTo limit: InputLimit = .document) throws(FileError) -> [UInt8] {
    let file = try InputFile(path, upTo: limit)
    var bytes: [UInt8] = []
    // A pipe has no size, and grows as it comes.
    if let size = file.size { bytes.reserveCapacity(size) }
    while true {
      let next = try file.next()
      if next.isEmpty { return bytes }
      bytes += next
    }
  }

  /// The whole file as text; what is no UTF-8 is replaced.
  public static func text(_ path: String, upTo limit: InputLimit = .text) throws(FileError) -> String {
    String(decoding: try read(path, upTo: limit), as: UTF8.self)
  }
}
