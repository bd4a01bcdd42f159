import Announcement
import ArgumentParser
import Audit
import Backend
import CanonicalJSON
import Digests
import Events
import Files
import Results
import Terminal
import Vocabulary

/// `datajam result verify`
struct ResultVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    "verify", "Compute a result again, from its file or from the database, and compare.",
    more: """
      Exit code 1 with every difference. Hash, ranks and tie rules have to be equal, numbers to 0.000001, \
      probabilities to 0.005. A file needs no database. --against takes what was published: a hash, or the announced \
      facts, whose hash covers approvals and hour too.
      """,
    examples: "datajam result verify result.json", "datajam result verify result.json --against facts.json")

  @Argument(help: "A file of \"datajam result export\". Without it: the newest result.", completion: .file()) var file:
    String?
  @Option(
    help: ArgumentHelp("A SHA-256 that was published, or a file of the announced facts.", valueName: "hash|file"),
    completion: .file())
  var against: String?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func run() async throws {
    let against = try against.map(PublishedHash.init(reading:))
    guard let file else { return try await verifyKept(against: against) }
    let read = try ResultFile(parsing: InputFile.text(file, upTo: .document))
    try verify(read, against: against, further: [])
    if read.resultSHA256 == nil, against == nil, !global.json {
      Console.say("The file says no hash. Compare it with the one that was published: --against HASH")
    }
  }

  private func verifyKept(against: PublishedHash?) async throws {
    let backend = try await global.openGuarded()
    let (read, further) = try await backend.read { event, snapshot in
      let version = try backend.results.version(nil, of: event.id, in: snapshot)
      let result = try backend.results.result(version, of: event.id, in: snapshot)
      let announced = try backend.announcement.announcedHistory(of: version.number, event.id, in: snapshot)
      var differences = try backend.results.differences(of: result, event.id, in: snapshot)
      if let announced, !version.steps.contains(where: { $0.sha256 == announced.sha256 }) {
        differences.append(
          Difference(
            path: "the hash of the steps in edition \(announced.edition) of the announced facts",
            expected: version.historySHA256, found: announced.sha256))
      }
      let seals = try backend.audit.seals(of: event.id, in: snapshot)
      return (try ResultFile(parsing: ResultFile.json(version, result, seals: seals).canonical), differences)
    }
    try verify(read, against: against, further: further)
  }

  private func verify(_ file: ResultFile, against: PublishedHash?, further: [Difference]) throws {
    let verification = try ResultVerification(of: file.facts, expecting: [file.resultSHA256].compactMap(\.self))
    var differences = file.differences + verification.differences + further
    let coverage = against.flatMap { file.coverage(of: $0.hash) }
    if let against, coverage == nil {
      differences.insert(Difference(path: "sha256", expected: against.hash, found: file.newestHash), at: 0)
    }
    tell(verification, differences)
    guard differences.isEmpty else { throw ExitCode(Explanation.Kind.refused.exitCode) }
    if !global.json, let coverage { Console.say(sentence(on: coverage)) }
  }

  private func tell(_ verification: ResultVerification, _ differences: [Difference]) {
    if global.json {
      let document: JSON = [
        "number": verification.number.map { .integer($0) } ?? .null, "sha256": .string(verification.sha256),
        "teams": .integer(verification.teams), "sheets": .integer(verification.sheets),
        "older_schema": .bool(verification.isOlder), "ok": .bool(differences.isEmpty),
        "differences": .array(differences.map(\.json)),
      ]
      Console.print(document.pretty)
    } else {
      let more = differences.count > 20 ? ["FAIL  and \(differences.count - 20) more"] : []
      Page(differences.prefix(20).map { "FAIL  " + $0.sentence } + more).print()
      if differences.isEmpty { Page(success(verification)).print() }
    }
  }

  private func success(_ verification: ResultVerification) -> String {
    let sheets = verification.sheets == 0 ? "stated ranks" : "\(verification.sheets) sheets"
    let name = verification.number.map { "result \($0)" } ?? "an older result"
    return "ok    \(name): \(verification.teams) ranks of \(sheets) recomputed, sha256 \(verification.sha256)"
  }

  private func sentence(on coverage: ResultFile.Coverage) -> String {
    switch coverage {
    case .file: "The hash covers the whole file."
    case .result:
      "The hash covers the ranks, scores and decisions. It does not cover approvals, hour and retraction: "
        + "compare these with the announced facts (--against FILE)."
    case .steps(let count, let all):
      "The hash covers the result and \(count == all ? "all" : "the first \(count) of") its \(all) steps."
    }
  }
}

/// A hash that was published with a result.
struct PublishedHash {
  let hash: String

  /// - Parameter argument: The hash, or the path of the announced facts.
  init(reading argument: String) throws {
    if SHA256Digest(hexadecimal: argument) != nil {
      hash = argument.lowercased()
      return
    }
    let text = try InputFile.text(argument, upTo: .document)
    guard let said = (try? JSON(parsing: text))?["proof"]?["result_history_sha256"]?.text else {
      throw NoProof(file: argument)
    }
    hash = said.lowercased()
  }

  private struct NoProof: ExplainedError {
    let file: String
    var explanation: Explanation {
      Explanation(
        .badData, code: "no-proof", "\(quoted(file)) holds no hash of a result.",
        hint: "Give 64 digits and letters, or the announced facts: \(run: "announcement render --as json")",
        location: file)
    }
  }
}
