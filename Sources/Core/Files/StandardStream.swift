import SystemPackage

/// Standard output and standard error.
public enum StandardStream: Sendable {
  case output, errors

  /// The number of the open file.
  public var number: Int32 { descriptor.rawValue }

  private var descriptor: FileDescriptor { self == .output ? .standardOutput : .standardError }

  /// A reader that closes the stream has read enough: the rest is dropped.
  /// - Throws: `FileError.unwritableOutput`.
  public func write(_ text: String) throws(FileError) {
    do {
      try descriptor.writeAll(Array(text.utf8))
    } catch {
      if error as? Errno != .brokenPipe { throw FileError(writingOutput: error) }
    }
  }
}
