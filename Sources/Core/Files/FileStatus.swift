#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the system knows of a path.
public struct FileStatus: Sendable {
  /// What tells a file from every other, whatever its names.
  public struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  public let identity: Identity
  public let isFile: Bool
  public let isFolder: Bool
  let isPipe: Bool
  let isSocket: Bool
  /// Only where links are not followed.
  public let isLink: Bool
  /// In bytes; 0 for a pipe.
  public let size: Int
  /// Whether others than its owner may read, write or run it.
  public let isOpenToOthers: Bool
  /// Whether others than its owner may list or change it.
  public let isReadByOthers: Bool
  /// Whether it belongs to this process's user or to root.
  let isOurs: Bool

  /// Nil where nothing is or may be looked at.
  public init?(_ path: String, followingLinks: Bool = true) {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    self.init(status)
  }

  /// Of an open file.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    let kind = status.st_mode & S_IFMT
    identity = Identity(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino))
    isFile = kind == S_IFREG
    isFolder = kind == S_IFDIR
    isPipe = kind == S_IFIFO
    isSocket = kind == S_IFSOCK
    isLink = kind == S_IFLNK
    size = Int(status.st_size)
    isOpenToOthers = status.st_mode & 0o077 != 0
    isReadByOthers = status.st_mode & 0o066 != 0
    isOurs = status.st_uid == geteuid() || status.st_uid == 0
  }
}

/// Calls that Swift System does not have.
enum SystemCall {
  static func rename(_ old: String, to new: String) throws(Failure) { try check(systemRename(old, new)) }

  static func remove(_ path: String) throws(Failure) { try check(unlink(path)) }

  /// Writes an open file to the disk.
  static func sync(_ descriptor: Int32) throws(Failure) { try check(fsync(descriptor)) }

  /// Leaves a folder that is there as it is.
  static func makeFolder(_ path: String, for readers: DraftedFile.Readers) throws(Failure) {
    guard mkdir(path, readers == .everybody ? 0o755 : 0o700) == 0 || errno == EEXIST else {
      throw Failure(number: errno)
    }
  }

  /// The names of what is in a folder, in order.
  static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = opendir(folder) else { throw Failure(number: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func check(_ result: Int32) throws(Failure) { if result != 0 { throw Failure(number: errno) } }
}

/// The number of an error of the system.
struct Failure: Error { let number: Int32 }

private func systemRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }
