import Files
import Foundation
import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The editor that the user prefers.
enum TextEditor {
  /// Lets somebody edit a text in the program that VISUAL or EDITOR names, vi otherwise.
  /// - Throws: `EditingFailed` when it cannot be started, or ends saying that something went wrong.
  static func edit(_ text: String) throws -> String {
    let folder = NSTemporaryDirectory() + "datajam-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/comment.txt"
    try OutputFile.write(text, to: file, for: .owner)
    // The shell lets EDITOR have arguments, and the file is none of its words.
    guard run("/bin/sh", ["-c", "\(command) \"$1\"", "editor", file]) == 0 else { throw EditingFailed(editor: command) }
    let edited = try InputFile.text(file)
    return String(edited.reversed().drop(while: \.isWhitespace).reversed())
  }

  private static var command: String {
    let environment = ProcessEnvironment.variables
    return [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty } ?? "vi"
  }

  /// Runs a program that shares the terminal with us, in our group of processes, and waits for its end.
  private static func run(_ program: String, _ arguments: [String]) -> Int32 {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    var process = pid_t()
    guard posix_spawn(&process, program, nil, nil, words, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  private struct EditingFailed: ExplainedError {
    let editor: String
    var explanation: Explanation {
      Explanation(
        .cancelled, code: "editing-failed", "The editor \(quoted(editor)) did not end well, so the text is as it was.",
        hint: "Choose another: EDITOR=nano datajam score enter")
    }
  }
}
