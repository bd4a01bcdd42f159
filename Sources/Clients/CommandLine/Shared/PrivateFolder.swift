import Files
import Vocabulary

/// A folder for files that only their owner may read, such as those under embargo.
enum PrivateFolder {
  /// Makes the folder, closed to others from the start. One that is there and open to others stays so, and this says it.
  static func make(_ path: String) throws(FileError) {
    try OutputFile.makeFolder(path, for: .owner)
    guard let status = FileStatus(path), status.isFolder, status.isReadByOthers else { return }
    Console.say(
      "Others may look into \(quoted(path)). Only you may read the files that are written now. "
        + "Close the folder: chmod 700 \(shellQuoted(path))")
  }
}
