import SystemPackage

/// Files that are written at once, whole or not at all.
public enum OutputFile {
  /// What is no file, a device or a pipe, is written into and never replaced.
  /// - Parameter option: The option that names the path, for the message that asks for another one.
  /// - Throws: `FileError` when the folder is missing or nothing can be written there.
  public static func write(
    _ text: String, to path: String, for readers: DraftedFile.Readers = .everybody, option: String = "-o"
  ) throws(FileError) {
    let file = try DraftedFile(path, for: readers, option: option)
    try file.write(Array(text.utf8))
    try file.end()
  }

  /// Whether there is a file that holds something, and not these bytes.
  public static func holdsOther(than bytes: [UInt8], at path: String) -> Bool {
    guard let status = FileStatus(path), status.isFile, status.size > 0 else { return false }
    return status.size != bytes.count || (try? InputFile.read(path)) != bytes
  }

  /// Makes the folder and those above it; a folder that is there stays as it is.
  /// - Parameter readers: Who may look into the folders that are made, from the start.
  public static func makeFolder(_ path: String, for readers: DraftedFile.Readers = .owner) throws(FileError) {
    guard !path.isEmpty else { throw .unwritable(path, Errno.noSuchFileOrDirectory.rawValue) }
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      do { try SystemCall.makeFolder(made, for: readers) } catch { throw FileError(writing: path, error) }
    }
  }

  /// Removes a file. Tells whether there was one.
  public static func remove(_ path: String) -> Bool { (try? SystemCall.remove(path)) != nil }
}
