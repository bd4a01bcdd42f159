#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that only its owner may read, from the first byte on.
enum PrivateFile {
  /// Replaces what stands there, whole or not at all.
  static func write(_ text: String, to path: String) throws(FileError) {
    let draft = path + ".part"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path, errno) }
    let bytes = Array(text.utf8)
    var fault: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, fault == 0 {
        let count = systemWrite(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count > 0 { written += count } else if errno != EINTR { fault = errno }
      }
    }
    if close(descriptor) != 0, fault == 0 { fault = errno }
    if fault == 0, rename(draft, path) != 0 { fault = errno }
    guard fault == 0 else {
      unlink(draft)
      throw .unwritable(path, fault)
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }
}
