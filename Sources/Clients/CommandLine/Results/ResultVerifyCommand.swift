import ArgumentParser
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
      probabilities to 0.005. A file needs no database.
      """,
    examples: "datajam result verify result.json")

  @Argument(help: "A file of \"datajam result export\". Without it: the newest result.", completion: .file()) var file:
    String?
  @Option(help: ArgumentHelp("The SHA-256 that was published.", valueName: "hash")) var against: String?
  @OptionGroup(title: GlobalOptions.title) var global: GlobalOptions

  func validate() throws {
    if let against, SHA256Digest(hexadecimal: against) == nil {
      throw ValidationError("'--against' takes the 64 digits and letters of a SHA-256.")
    }
  }

  func run() async throws {
    guard let file else { return try await verifyKept() }
    let text = try InputFile.text(file, upTo: .document)
    let read = try ResultFile(parsing: text)
    let verification = try ResultVerification(
      of: read.facts, expecting: [read.sha256, against].compactMap(\.self))
    try tell(verification, verification.differences)
    if read.sha256 == nil, against == nil, !global.json {
      Console.say("The file says no hash. Compare it with the one that was published: --against HASH")
    }
  }

  private func verifyKept() async throws {
    let backend = try await global.open()
    let result = try await backend.read { event, snapshot in
      let version = try backend.results.version(nil, of: event.id, in: snapshot)
      return try backend.results.result(version, of: event.id, in: snapshot)
    }
    let verification = try backend.results.verification(of: result)
    var differences = verification.differences
    differences += try await backend.read { try backend.results.differences(of: result, $0.id, in: $1) }
    if let against, against.lowercased() != result.sha256 {
      differences.insert(
        Difference(path: "sha256", expected: against.lowercased(), found: result.sha256), at: 0)
    }
    try tell(verification, differences)
  }

  private func tell(_ verification: ResultVerification, _ differences: [Difference]) throws {
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
    guard differences.isEmpty else { throw ExitCode(Explanation.Kind.refused.exitCode) }
  }

  private func success(_ verification: ResultVerification) -> String {
    let sheets = verification.sheets == 0 ? "stated ranks" : "\(verification.sheets) sheets"
    let name = verification.number.map { "result \($0)" } ?? "an older result"
    return "ok    \(name): \(verification.teams) ranks of \(sheets) recomputed, sha256 \(verification.sha256)"
  }
}
