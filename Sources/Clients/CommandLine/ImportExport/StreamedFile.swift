import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is written piece by piece and stands under its name only when it is whole; standard output without one.
final class StreamedFile {
  private let path: String?
  private let draft: String
  private var descriptor: Int32

  /// - Throws: `FileError` when the folder is missing or nothing can be written there.
  init(_ path: String?) throws(FileError) {
    self.path = path == "-" ? nil : path
    var status = stat()
    let isSpecial = self.path.map { stat($0, &status) == 0 && status.st_mode & S_IFMT != S_IFREG } ?? false
    // What is no file, a device or a pipe, is written into and never replaced.
    draft = self.path.map { isSpecial ? $0 : $0 + ".part" } ?? ""
    descriptor = STDOUT_FILENO
    guard let path = self.path else { return }
    descriptor = Self.open(draft)
    guard descriptor >= 0 else { throw .unwritable(path, errno) }
  }

  deinit {
    guard path != nil, descriptor >= 0 else { return }
    close(descriptor)
    if draft != path { unlink(draft) }
  }

  /// A reader that closes standard output has read enough: the rest is dropped.
  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        if path == nil && errno == EPIPE { return }
        throw path.map { FileError.unwritable($0, errno) } ?? .unwritableOutput(errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts the whole file under its name.
  func end() throws(FileError) {
    guard let path else { return }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, draft == path || rename(draft, path) == 0 else {
      let fault = errno
      if draft != path { unlink(draft) }
      throw .unwritable(path, fault)
    }
  }

  private static func open(_ path: String) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    #else
      Darwin.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    #endif
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
