#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the system knows of a path, links followed.
public struct FileStatus: Sendable {
  public let isFile: Bool
  public let isFolder: Bool
  /// In bytes; 0 for a pipe.
  public let size: Int
  /// Whether others than its owner may read, write or run it.
  public let isOpenToOthers: Bool

  /// Nil where nothing is or may be looked at.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let kind = status.st_mode & S_IFMT
    isFile = kind == S_IFREG
    isFolder = kind == S_IFDIR
    size = Int(status.st_size)
    isOpenToOthers = status.st_mode & 0o077 != 0
  }
}

/// Calls that Swift System does not have.
enum SystemCall {
  static func rename(_ old: String, to new: String) throws(Failure) { try check(systemRename(old, new)) }

  static func remove(_ path: String) throws(Failure) { try check(unlink(path)) }

  /// Leaves a folder that is there as it is.
  static func makeFolder(_ path: String) throws(Failure) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Failure(number: errno) }
  }

  private static func check(_ result: Int32) throws(Failure) { if result != 0 { throw Failure(number: errno) } }
}

/// The number of an error of the system.
struct Failure: Error { let number: Int32 }

private func systemRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }
