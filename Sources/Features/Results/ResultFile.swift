public import CanonicalJSON
import Digests
public import Vocabulary

/// A result as a file: its facts, the steps that it took, and the seals of the log, under one hash.
public struct ResultFile: Equatable, Sendable {
  private static let family = "datajam.result-file/"
  public static let schema = family + "2"
  /// Of earlier versions: no hash covers the approvals, the hour and the retraction.
  fileprivate static let formerSchema = family + "1"
  private static let members: Set = ["schema", "sha256", "result", "result_sha256", "history", "seals"]
  private static let formerMembers: Set = [
    "schema", "sha256", "result", "computed_at", "approvals", "publish_at", "retraction",
  ]
  private static let stepMembers: Set = ["step", "at", "by", "publish_at", "reason", "sha256"]

  public let facts: JSON
  /// The digest of the facts that the file says; nil in bare facts.
  public let resultSHA256: String?
  /// The hash of the whole file that it says; nil in bare facts and older files.
  public let sha256: String?
  /// The steps as the file has them; empty in bare facts and older files.
  public let steps: [JSON]
  /// The hashes of the log's checkpoints.
  public let seals: [String]
  /// What of the file is not what its hashes say.
  public let differences: [Difference]

  /// Reads a file, or bare facts.
  public init(parsing text: String) throws(ResultFileError) {
    let document: JSON
    do {
      document = try JSON(parsing: text)
    } catch {
      throw .notJSON(offset: error.offset)
    }
    try self.init(document)
  }

  private init(_ document: JSON) throws(ResultFileError) {
    let schema = document["schema"]?.text
    if let schema, schema.hasPrefix(Self.family), schema != Self.schema, schema != Self.formerSchema {
      throw .unknownSchema(schema)
    }
    guard schema == Self.schema || schema == Self.formerSchema else {
      (facts, resultSHA256, sha256, steps, seals, differences) = (document, nil, nil, [], [], [])
      return
    }
    guard document["result"] != nil else { throw .noResult }
    let isFormer = schema == Self.formerSchema
    try Self.check(document, has: isFormer ? Self.formerMembers : Self.members, at: "")
    guard let facts = document["result"], let said = document["sha256"]?.text else { throw .noResult }
    self.facts = facts
    guard !isFormer else {
      (resultSHA256, sha256, steps, seals, differences) = (said, nil, [], [], [])
      return
    }
    guard let resultSHA256 = document["result_sha256"]?.text, let steps = document["history"]?.elements,
      let seals = document["seals"]?.elements?.map(\.text), !steps.isEmpty, !seals.contains(nil)
    else { throw .noResult }
    for (index, step) in steps.enumerated() { try Self.check(step, has: Self.stepMembers, at: "history[\(index)].") }
    (sha256, self.resultSHA256, self.steps) = (said, resultSHA256, steps)
    self.seals = seals.compactMap(\.self)
    differences = Self.differences(of: document, steps, resultSHA256)
  }

  /// The file of a version.
  /// - Parameter seals: The hashes of the log's checkpoints up to now.
  public static func json(_ version: ResultVersion, _ result: RankingResult, seals: [String]) throws -> JSON {
    let members = [
      JSON.Member("schema", .string(schema)), JSON.Member("result_sha256", .string(result.sha256)),
      JSON.Member("history", .array(version.steps.map(\.json))),
      JSON.Member("seals", .array(seals.map { .string($0) })),
      JSON.Member("result", try JSON(parsing: result.snapshot)),
    ]
    return .object(members + [JSON.Member("sha256", .string(hash(of: .object(members))))])
  }

  /// The hash that covers most of it; of bare facts their digest.
  public var newestHash: String {
    steps.last?["sha256"]?.text ?? resultSHA256 ?? SHA256Digest(of: facts.canonical).description
  }

  /// What a hash of the file covers.
  public enum Coverage: Equatable, Sendable {
    /// The facts alone: ranks, scores and decisions.
    case result
    /// The facts and the first steps, so many of all.
    case steps(Int, of: Int)
    case file
  }

  /// What a hash covers that was published or kept elsewhere; nil where it is none of this file.
  public func coverage(of hash: String) -> Coverage? {
    let hash = hash.lowercased()
    if hash == sha256 { return .file }
    if let index = steps.firstIndex(where: { $0["sha256"]?.text == hash }) {
      return .steps(index + 1, of: steps.count)
    }
    return hash == SHA256Digest(of: facts.canonical).description ? .result : nil
  }

  private static func check(
    _ object: JSON, has members: Set<String>, at path: String
  ) throws(ResultFileError) {
    let found = (object.members ?? []).map(\.key)
    if let unknown = found.first(where: { !members.contains($0) }) { throw .unknownMember(path + unknown) }
    if let missing = members.subtracting(found).min() { throw .missingMember(path + missing) }
    if let twice = found.first(where: { key in found.filter { $0 == key }.count > 1 }) {
      throw .unknownMember(path + twice)
    }
  }

  /// SHA-256 over the canonical JSON of the file without this hash.
  private static func hash(of document: JSON) -> String {
    let members = (document.members ?? []).filter { $0.key != "sha256" }
    return SHA256Digest(of: JSON.object(members).canonical).description
  }

  private static func differences(of document: JSON, _ steps: [JSON], _ resultSHA256: String) -> [Difference] {
    var found: [Difference] = []
    var previous = resultSHA256
    for (index, step) in steps.enumerated() {
      let said = step["sha256"]?.text
      let hash = ResultStep.hash(of: step, after: previous)
      if said != hash { found.append(Difference(path: "history[\(index)].sha256", expected: hash, found: said)) }
      previous = said ?? hash
    }
    let hash = hash(of: document)
    if document["sha256"]?.text != hash {
      found.append(Difference(path: "sha256", expected: hash, found: document["sha256"]?.text))
    }
    return found
  }
}

/// Why a file cannot be read as a result.
public enum ResultFileError: ExplainedError, Equatable {
  case notJSON(offset: Int)
  case noResult
  case unknownMember(String)
  case missingMember(String)
  case unknownSchema(String)

  private var known: [String] { ResultVerification.schemas + [ResultFile.formerSchema, ResultFile.schema] }

  public var explanation: Explanation {
    switch self {
    case .notJSON(let offset):
      Explanation(
        .badData, code: "not-json", "The file is not JSON: byte \(offset + 1) does not fit.", hint: Self.asWritten)
    case .noResult:
      Explanation(.badData, code: "no-result-file", "The file holds no result.", hint: Self.asWritten)
    case .unknownMember(let path):
      Explanation(
        .badData, code: "unknown-member", "The file has the member \(quoted(path)), which no result has there.",
        hint: Self.asWritten)
    case .missingMember(let path):
      Explanation(
        .badData, code: "missing-member", "The file lacks the member \(quoted(path)).", hint: Self.asWritten)
    case .unknownSchema(let schema):
      Explanation(
        .badData, code: "unknown-schema",
        "The file's schema is \(quoted(schema)), and this program reads \(known.joined(separator: ", ")).",
        hint: "Take a newer version of the program.")
    }
  }

  private static let asWritten: Message = "Take the file as it was written by: \(run: "result export")"
}
