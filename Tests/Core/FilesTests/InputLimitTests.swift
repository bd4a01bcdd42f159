import Files
import Foundation
import Testing
import Vocabulary

/// Input without an end is refused, and the limit is named.
@Suite struct InputLimitTests {
  @Test func `what has no end is refused at its limit`() {
    #expect(throws: FileError.tooLong("/dev/zero", .line)) { try InputFile.read("/dev/zero", upTo: .line) }
    #expect(
      FileError.tooLong("/dev/zero", .document).explanation.message
        == #""/dev/zero" is longer than 256 MB, which is the most that is read."#)
    #expect(
      FileError.tooLong("-", .line).explanation.message
        == "Standard input is longer than 64 kB, which is the most that is read.")
  }

  @Test func `what says how long it is is refused before it is read`() throws {
    let path = NSTemporaryDirectory() + "datajam-sparse-\(UUID().uuidString)"
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(truncate(path, 5 << 30) == 0)
    #expect(throws: FileError.tooLong(path, .table)) { try InputFile(path, upTo: .table) }
    #expect(truncate(path, off_t(InputLimit.line.bytes)) == 0)
    #expect(try InputFile.read(path, upTo: .line).count == InputLimit.line.bytes)
    #expect(truncate(path, off_t(InputLimit.line.bytes) + 1) == 0)
    #expect(throws: FileError.tooLong(path, .line)) { try InputFile.read(path, upTo: .line) }
  }
}
