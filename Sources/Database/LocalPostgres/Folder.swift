#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Folders, made and removed with the system's own calls.
enum Folder {
  /// Makes the folder and those above it where they are missing, each with the given mode whatever the umask says.
  /// - Throws: `LocalClusterError.cannotWrite` naming the folder that was wanted.
  static func make(_ path: String, mode: mode_t) throws {
    var above = ""
    for name in path.split(separator: "/") {
      above += "/" + name
      if mkdir(above, mode) == 0 {
        chmod(above, mode)
      } else if errno != EEXIST {
        let reason = errno
        // A system may refuse to make a folder that exists, such as a mount point.
        guard FileStatus(above) != nil else { throw LocalClusterError.cannotWrite(path, reason) }
      }
    }
  }

  /// Hands a folder over to whom the server runs as.
  static func give(_ path: String, to account: Account, mode: mode_t) throws {
    if geteuid() == 0, lchown(path, account.user, account.group) != 0 {
      throw LocalClusterError.cannotWrite(path, errno)
    }
    guard chmod(path, mode) == 0 else { throw LocalClusterError.cannotWrite(path, errno) }
  }

  /// The folder that keeps the account from passing on the way to a path, as far as the permissions tell.
  static func closed(to account: Account, onTheWayTo path: String) -> String {
    var above = ""
    for name in path.split(separator: "/") {
      above += "/" + name
      guard let status = FileStatus(above) else { return above }
      let own: mode_t = status.owner == account.user ? 0o100 : status.group == account.group ? 0o010 : 0o001
      if status.mode & own == 0 { return above }
    }
    return path
  }

  /// The names of the entries in the folder, in no order.
  static func names(in path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw LocalClusterError.cannotWrite(path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes the folder and all that stands in it, and follows no link.
  static func remove(_ path: String) throws {
    guard let status = FileStatus(path) else { return }
    if status.isFolder {
      for name in try names(in: path) { try remove(path + "/" + name) }
    }
    guard (status.isFolder ? rmdir(path) : unlink(path)) == 0 else { throw LocalClusterError.cannotWrite(path, errno) }
  }

  /// Writes the folder's own entries to the disk, such as after a rename.
  static func sync(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// What the system knows about a path, a link not followed.
struct FileStatus {
  let owner: uid_t
  let group: gid_t
  /// The permission bits alone.
  let mode: mode_t
  let isFolder: Bool

  init?(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    owner = status.st_uid
    group = status.st_gid
    mode = status.st_mode & 0o7777
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }
}
