import Audit
import CanonicalJSON
import Digests
import Files
import Results
import Terminal
import Vocabulary

/// Seals of the log that somebody kept: one that is typed, or those in a file.
enum SealFile {
  /// - Parameter argument: A seal, or the path of a file with seals, of a result, or of announced facts.
  static func seals(_ argument: String) throws -> [KeptSeal] {
    if SHA256Digest(hexadecimal: argument) != nil { return [KeptSeal(argument, in: "the command")] }
    let text = try InputFile.text(argument, upTo: .document)
    let found = try (try? JSON(parsing: text)).flatMap { try seals(in: $0, text) } ?? lines(of: text)
    guard !found.isEmpty else { throw NoSeal(file: argument) }
    return found.map { KeptSeal($0, in: quoted(argument)) }
  }

  /// The seals of a JSON file that the program wrote; nil for any other.
  private static func seals(in document: JSON, _ text: String) throws -> [String]? {
    if document["history"] != nil {
      let file = try ResultFile(parsing: text)
      guard file.differences.isEmpty else { throw AlteredFile(first: file.differences[0].sentence) }
      return file.seals
    }
    return (document["proof"]?["log_seal"] ?? document["seal"])?.text.map { [$0] }
  }

  private static func lines(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { SHA256Digest(hexadecimal: $0) != nil }
  }

  private struct NoSeal: ExplainedError {
    let file: String
    var explanation: Explanation {
      Explanation(
        .badData, code: "no-seal", "\(quoted(file)) holds no seal of the log.",
        hint: "Give a seal of 64 digits and letters, or a file of: \(run: "log seal")", location: file)
    }
  }

  private struct AlteredFile: ExplainedError {
    let first: String
    var explanation: Explanation {
      Explanation(
        .refused, code: "file-altered", "The result's file was changed after it had been written: \(first)",
        hint: "Take the file as it was written by: \(run: "result export")")
    }
  }
}
