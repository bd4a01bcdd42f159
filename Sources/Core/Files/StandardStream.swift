import SystemPackage

/// Standard output and standard error.
public enum StandardStream: Sendable {
  case output, errors

  /// A reader that closes the stream has read enough: the rest is dropped.
  /// - Throws: `FileError.unwritableOutput`.
  public func write(_ text: String) throws(FileError) {
    let descriptor: FileDescriptor = self == .output ? .standardOutput : .standardError
    do {
      try descriptor.writeAll(Array(text.utf8))
    } catch {
      if error as? Errno != .brokenPipe { throw FileError(writingOutput: error) }
    }
  }
}
