import SystemPackage

/// Lines that somebody types or pipes in.
public enum StandardInput {
  /// The next line without its end; nil when nothing comes any more.
  ///
  /// Nothing behind the line is read, so that a program which is started next finds the rest.
  /// - Throws: `FileError` when the line is too long or standard input cannot be read.
  public static func line() throws(FileError) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count: Int
      do {
        count = try withUnsafeMutableBytes(of: &byte) { try FileDescriptor.standardInput.read(into: $0) }
      } catch {
        throw FileError(reading: "-", error)
      }
      guard count > 0 else { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
      guard byte != 0x0A else { break }
      bytes.append(byte)
      guard bytes.count <= InputLimit.line.bytes else { throw .tooLong("-", .line) }
    }
    if bytes.last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
