import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Everything below a folder. Links to files are followed; links to folders are named.
public struct FolderListing: Sendable {
  /// Why something below a folder cannot be read as a file.
  public enum Obstacle: Equatable, Sendable {
    case pipe
    case socket
    case device
    case linkToNothing
    case linkToFolderOutside
    /// The number of the system's error.
    case unreadable(Int32)
  }

  /// The paths of files, relative to the folder, in order.
  public private(set) var files: [String] = []
  /// What is no file, or a folder that cannot be read, in order.
  public private(set) var obstacles: [(path: String, obstacle: Obstacle)] = []

  private var folders: Set<FileStatus.Identity> = []
  private var links: [(path: String, target: FileStatus.Identity)] = []

  /// - Throws: `FileError` when the folder itself cannot be read.
  public init(of folder: String) throws(FileError) {
    if let fault = walk(folder, "") { throw FileError(reading: folder, Errno(rawValue: fault)) }
    for link in links where !folders.contains(link.target) { obstacles.append((link.path, .linkToFolderOutside)) }
    files.sort()
    obstacles.sort { $0.path < $1.path }
  }

  /// - Returns: The number of the error that kept the folder closed.
  private mutating func walk(_ folder: String, _ prefix: String) -> Int32? {
    let names: [String]
    do { names = try SystemCall.names(in: folder) } catch { return error.number }
    if let status = FileStatus(folder) { folders.insert(status.identity) }
    for name in names { look(folder + "/" + name, prefix + name) }
    return nil
  }

  private mutating func look(_ path: String, _ name: String) {
    guard let own = FileStatus(path, followingLinks: false) else { return }
    guard let status = FileStatus(path) else { return obstacles.append((name, .linkToNothing)) }
    if status.isFolder {
      if own.isLink {
        links.append((name, status.identity))
      } else if let fault = walk(path, name + "/") {
        obstacles.append((name, .unreadable(fault)))
      }
    } else if status.isFile {
      files.append(name)
    } else {
      obstacles.append((name, status.isPipe ? .pipe : status.isSocket ? .socket : .device))
    }
  }
}
