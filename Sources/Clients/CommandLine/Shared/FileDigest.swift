import Digests
import Files

extension SHA256Digest {
  /// The digest and the size of a file, which is never held as a whole.
  static func ofFile(_ path: String) throws(FileError) -> (digest: SHA256Digest, size: Int) {
    let file = try InputFile(path, upTo: .attachment)
    let hasher = SHA256Hasher()
    var size = 0
    while true {
      let piece = try file.next()
      if piece.isEmpty { return (hasher.digest(), size) }
      hasher.take(piece)
      size += piece.count
    }
  }
}
