import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Small files of our own, opened without following a link and never inherited by a program.
enum File {
  /// The file's text, up to 8 kB; nil when there is none.
  /// - Throws: `LocalClusterError.cannotRead`.
  static func read(_ path: String) throws -> String? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw LocalClusterError.cannotRead(path, errno)
    }
    defer { close(descriptor) }
    return text(from: descriptor)
  }

  /// What can be read until the end, up to 8 kB.
  static func text(from descriptor: Int32) -> String {
    String(decoding: OpenFile.read(descriptor, upTo: 8192), as: UTF8.self)
  }

  /// Replaces the file's text on the disk.
  static func write(_ text: String, to path: String, for account: Account) throws {
    let descriptor = try create(path, O_WRONLY | O_TRUNC, for: account)
    defer { close(descriptor) }
    let fault = OpenFile.write(text, to: descriptor)
    guard fault == 0 else { throw LocalClusterError.cannotWrite(path, fault) }
    guard fsync(descriptor) == 0 else { throw LocalClusterError.cannotWrite(path, errno) }
  }

  /// Opens the file, made where it is missing for the account's eyes only; the caller closes it.
  static func create(_ path: String, _ flags: Int32, for account: Account) throws -> Int32 {
    let descriptor = open(path, flags | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw LocalClusterError.cannotWrite(path, errno) }
    if geteuid() == 0 { _ = fchown(descriptor, account.user, account.group) }
    return descriptor
  }
}
