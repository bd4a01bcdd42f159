import SystemPackage

/// A file that is written piece by piece and gets its name when it is whole; standard output for "-".
///
/// Until then it is a draft beside it, under a name that nobody can guess. The draft is new, so a link that somebody
/// planted is not followed; a link under the file's own name is replaced.
public final class DraftedFile {
  /// Who may read the file, before the umask.
  public enum Readers: Sendable {
    case everybody
    /// For people's data, secrets and what is under embargo, from the first byte on.
    case owner

    var permissions: FilePermissions {
      self == .everybody ? [.ownerReadWrite, .groupRead, .otherRead] : .ownerReadWrite
    }
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
    do {
      draft = try Self.isReplaceable(self.path) ? Self.draftName(beside: self.path) : nil
      descriptor = try .open(
        FilePath(draft ?? self.path), .writeOnly,
        options: draft != nil ? [.create, .exclusiveCreate, .noFollow, .closeOnExec] : .closeOnExec,
        permissions: readers.permissions)
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

  /// Puts the whole file on the disk and under its name.
  public func end() throws(FileError) {
    guard path != "-" else { return }
    isOpen = false
    do {
      do {
        if draft != nil { try SystemCall.sync(descriptor.rawValue) }
      } catch {
        try? descriptor.close()
        throw error
      }
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

  /// Whether a new file takes the path's place. A device or a pipe is written into instead.
  private static func isReplaceable(_ path: String) throws -> Bool {
    guard let target = FileStatus(path) else { return true }
    guard !target.isFolder else { throw Errno.isDirectory }
    // The system's own links, such as /dev/stdout, are followed; one that somebody planted is replaced.
    if isSystemLink(path) { return false }
    guard !target.isFile else { return true }
    guard let own = FileStatus(path, followingLinks: false), !own.isLink else { return true }
    // A stranger's pipe would hand the file to that stranger.
    guard own.isOurs else { throw Errno.notPermitted }
    return false
  }

  private static func isSystemLink(_ path: String) -> Bool {
    (path.hasPrefix("/dev/") && !path.hasPrefix("/dev/shm/")) || path.hasPrefix("/proc/")
  }

  private static func draftName(beside path: String) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let name = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
    return folder + "." + name + ".part"
  }
}
