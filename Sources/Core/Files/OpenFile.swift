import SystemPackage

/// Reading and writing through the number of an open file.
public enum OpenFile {
  /// What can be read until the end, up to a limit.
  /// - Parameter once: Takes what is there now instead.
  public static func read(_ descriptor: Int32, upTo limit: Int, once: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let block = try? [UInt8](unsafeUninitializedCapacity: min(limit - bytes.count, InputFile.pieceSize)) {
        buffer, count in
        count = try FileDescriptor(rawValue: descriptor).read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      guard let block, !block.isEmpty else { break }
      bytes += block
      if once { break }
    }
    return bytes
  }

  /// Writes all of a text.
  /// - Returns: The number of the system's error; 0 when everything was written.
  public static func write(_ text: String, to descriptor: Int32) -> Int32 {
    do {
      try FileDescriptor(rawValue: descriptor).writeAll(Array(text.utf8))
      return 0
    } catch {
      return (error as? Errno ?? .ioError).rawValue
    }
  }
}
