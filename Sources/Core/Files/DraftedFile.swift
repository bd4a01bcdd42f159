import SystemPackage

/// A file that is written piece by piece and gets its name when it is whole; standard output for "-".
///
/// Until then it is a draft of another name beside it. The draft is new, so a link that somebody planted is not followed.
public final class DraftedFile {
  /// Who may read the file, before the umask.
  public enum Readers: Sendable {
    case everybody
    /// For people's data and secrets, from the first byte on.
    case owner
  }

  private let path: String
  /// Nil where the bytes go to the path itself: standard output, a device or a pipe.
  private let draft: String?
  private let descriptor: FileDescriptor
  private let option: String
  private var isOpen = true

  /// - Parameters:
  ///   - path: Nil means standard output as "-" does.
  ///   - option: The option that names the path, for the message that asks for another one.
  /// - Throws: `FileError` when the folder is missing or nothing can be written there.
  public init(_ path: String?, for readers: Readers, option: String = "-o") throws(FileError) {
    self.path = path ?? "-"
    self.option = option
    guard self.path != "-" else {
      (draft, descriptor) = (nil, .standardOutput)
      return
    }
    let status = FileStatus(self.path)
    guard status?.isFolder != true else { throw .unwritable(self.path, Errno.isDirectory.rawValue, option: option) }
    let isReplaceable = status?.isFile ?? true
    draft = isReplaceable ? self.path + "." + String(UInt32.random(in: .min ... .max), radix: 36) + ".part" : nil
    do {
      descriptor = try .open(
        FilePath(draft ?? self.path), .writeOnly,
        options: isReplaceable ? [.create, .exclusiveCreate, .noFollow, .closeOnExec] : .closeOnExec,
        permissions: readers == .everybody ? [.ownerReadWrite, .groupRead, .otherRead] : .ownerReadWrite)
    } catch {
      throw FileError(writing: self.path, error, option: option)
    }
  }

  deinit { discard() }

  /// A reader that closes standard output has read enough: the rest is dropped.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    do {
      try descriptor.writeAll(bytes)
    } catch {
      guard path == "-" else { throw FileError(writing: path, error, option: option) }
      if error as? Errno != .brokenPipe { throw FileError(writingOutput: error) }
    }
  }

  /// Puts the whole file under its name.
  public func end() throws(FileError) {
    guard path != "-" else { return }
    isOpen = false
    do {
      try descriptor.close()
      if let draft { try SystemCall.rename(draft, to: path) }
    } catch {
      if let draft { try? SystemCall.remove(draft) }
      throw FileError(writing: path, error, option: option)
    }
  }

  private func discard() {
    guard path != "-", isOpen else { return }
    try? descriptor.close()
    if let draft { try? SystemCall.remove(draft) }
  }
}
