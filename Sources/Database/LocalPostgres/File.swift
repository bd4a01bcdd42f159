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
    let limit = 8192
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: limit)
    while bytes.count < limit {
      let count = readBytes(descriptor, &block, limit - bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += block.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Replaces the file's text on the disk.
  static func write(_ text: String, to path: String, for account: Account) throws {
    let descriptor = try create(path, O_WRONLY | O_TRUNC, for: account)
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard writeBytes(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw LocalClusterError.cannotWrite(path, errno)
    }
  }

  /// Opens the file, made where it is missing for the account's eyes only; the caller closes it.
  static func create(_ path: String, _ flags: Int32, for account: Account) throws -> Int32 {
    let descriptor = open(path, flags | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw LocalClusterError.cannotWrite(path, errno) }
    if geteuid() == 0 { _ = fchown(descriptor, account.user, account.group) }
    return descriptor
  }
}

// The system's calls, whose names `File` uses for its own.
private func readBytes(_ descriptor: Int32, _ block: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, block, count)
}

private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
