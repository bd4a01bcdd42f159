public import CanonicalJSON
public import Vocabulary

/// A result as a file: its facts with their digest, and who approved them.
public struct ResultFile: Equatable, Sendable {
  public static let schema = "datajam.result-file/1"

  public let facts: JSON
  /// The digest that the file says; nil in bare facts.
  public let sha256: String?

  /// Reads a file, or bare facts.
  public init(parsing text: String) throws(ResultFileError) {
    let document: JSON
    do {
      document = try JSON(parsing: text)
    } catch {
      throw .notJSON(offset: error.offset)
    }
    guard document["schema"]?.text == Self.schema else {
      facts = document
      sha256 = nil
      return
    }
    guard let facts = document["result"], let sha256 = document["sha256"]?.text else { throw .noResult }
    self.facts = facts
    self.sha256 = sha256
  }

  /// The file of a version.
  public static func json(_ version: ResultVersion, _ result: RankingResult) throws -> JSON {
    [
      "schema": .string(schema), "sha256": .string(result.sha256),
      "computed_at": .string(result.computedAt.description),
      "approvals": .array(
        version.approvals.map { ["by": .string($0.by), "at": .string($0.at.description)] }),
      "publish_at": (version.announcedFor?.text).json,
      "retraction": version.retraction.map {
        ["by": .string($0.by), "at": .string($0.at.description), "reason": .string($0.reason)]
      } ?? .null, "result": try JSON(parsing: result.snapshot),
    ]
  }
}

/// Why a file cannot be read as a result.
public enum ResultFileError: ExplainedError, Equatable {
  case notJSON(offset: Int)
  case noResult
  case unknownSchema(String)

  public var explanation: Explanation {
    switch self {
    case .notJSON(let offset):
      Explanation(
        .badData, code: "not-json", "The file is not JSON: byte \(offset + 1) does not fit.",
        hint: "Take the file as it was written by: \(run: "result export")")
    case .noResult:
      Explanation(
        .badData, code: "no-result-file", "The file holds no result.",
        hint: "Take a file that was written by: \(run: "result export")")
    case .unknownSchema(let schema):
      Explanation(
        .badData, code: "unknown-schema",
        "The file's schema is \(quoted(schema)), and this program reads \(ResultVerification.schemas.joined(separator: " and ")).",
        hint: "Take a newer version of the program.")
    }
  }
}
