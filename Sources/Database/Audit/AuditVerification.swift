import CanonicalJSON
import Digests
public import Postgres
public import Vocabulary

/// What recomputing the whole log came to.
public struct AuditVerification: Equatable, Sendable {
  public var entries = 0
  public var chains = 0
  public var checkpoints = 0
  /// How many rows are not what the log says of them.
  public var differences = 0
  /// The first thing that does not fit, in words; nil when everything does.
  public var firstFault: String?

  public init(entries: Int = 0, chains: Int = 0, checkpoints: Int = 0, firstFault: String? = nil) {
    self.entries = entries
    self.chains = chains
    self.checkpoints = checkpoints
    self.firstFault = firstFault
  }
}

extension AuditLog {
  /// Recomputes every hash of an event's log, its checkpoints and its personal values, and compares each recorded table with
  /// what the log says of its rows.
  /// - Parameter seal: The hash of a checkpoint that was kept elsewhere, which must be among them.
  /// - Complexity: linear in the entries, read in blocks; memory stays flat.
  public func verify(_ event: EventID, against seal: String? = nil, in snapshot: Snapshot) throws -> AuditVerification {
    var verifier = AuditVerifier(
      store: AuditVerificationStore(event: event, snapshot: snapshot),
      rows: RowVerificationStore(event: event, snapshot: snapshot))
    try verifier.run(against: seal)
    return verifier.outcome
  }

  /// What a result is made of and goes out with.
  private static let ofResults = [
    "assignment", "conflict_override", "criterion", "criterion_level", "eligibility_finding", "eligibility_point",
    "judge",
    "objection", "objection_decision", "objection_window", "prize", "prize_award", "result", "result_rank",
    "result_step",
    "round", "round_entrant", "round_judge", "rubric", "score", "sheet", "submission_late_acceptance",
    "submission_version", "team", "team_allowance",
  ]

  /// Compares what a result is made of with the log.
  /// - Throws: `AuditError.tablesDiffer` where a row was changed behind the program.
  public func requireRecorded(of event: EventID, in snapshot: Snapshot) throws {
    let rows = RowVerificationStore(event: event, snapshot: snapshot)
    guard let (difference, count) = try rows.firstDifference(in: Self.ofResults) else { return }
    throw AuditError.tablesDiffer(difference.sentence, count: count)
  }
}

/// Walks through the checkpoints and the chains and stops at the first fault.
private struct AuditVerifier {
  let store: AuditVerificationStore
  let rows: RowVerificationStore
  var outcome = AuditVerification()
  /// What checkpoints say of the chains: the hash that must stand in each place.
  private var sealed: [Position: String] = [:]

  private struct Position: Hashable {
    let principal: Int
    let number: Int
  }

  private static let beginning = [UInt8](repeating: 0, count: 32)

  init(store: AuditVerificationStore, rows: RowVerificationStore) {
    self.store = store
    self.rows = rows
  }

  mutating func run(against seal: String?) throws {
    try store.withoutTimeLimit()
    try verifyCheckpoints(against: seal)
    let chains = try store.chains()
    for chain in chains where outcome.firstFault == nil { try verify(chain) }
    if outcome.firstFault == nil, outcome.entries == 0 {
      outcome.firstFault = "it has no entry, but every event begins with one"
    }
    if outcome.firstFault == nil, let missing = sealed.keys.map(\.number).min() {
      outcome.firstFault = "entry \(missing) of a chain is missing, but a checkpoint names it"
    }
    for chain in chains where outcome.firstFault == nil { try verifyPersonalValues(of: chain) }
    if outcome.firstFault == nil { outcome.firstFault = try rows.firstWrongRecord() }
    if outcome.firstFault == nil, let (difference, count) = try rows.firstDifference() {
      outcome.differences = count
      let others = count == 1 ? "" : "; \(count) rows differ from the log"
      outcome.firstFault = difference.sentence + others
    }
  }

  private mutating func verifyPersonalValues(of chain: AuditVerificationStore.Chain) throws {
    for block in try store.blocksWithPersonalValues(of: chain) where outcome.firstFault == nil {
      outcome.firstFault = try store.firstWrongPersonalValue(of: chain, in: block)
    }
  }

  private mutating func verifyCheckpoints(against seal: String?) throws {
    var previous = Self.beginning
    var isSealFound = seal == nil
    for checkpoint in try store.checkpoints() {
      outcome.checkpoints += 1
      guard checkpoint.number == outcome.checkpoints, checkpoint.hash == checkpoint.expectedHash(after: previous) else {
        outcome.firstFault = "checkpoint \(outcome.checkpoints) was changed or removed"
        return
      }
      previous = checkpoint.hash
      if SHA256Digest(bytes: checkpoint.hash)?.description == seal?.lowercased() { isSealFound = true }
      for chain in try JSON(parsing: checkpoint.details)["chains"]?.elements ?? [] {
        guard let parts = chain.elements, parts.count == 3, let principal = parts[0].integer,
          let length = parts[1].integer, let head = parts[2].text
        else { continue }
        sealed[Position(principal: principal, number: length)] = head
      }
    }
    if !isSealFound {
      outcome.firstFault = "no checkpoint has the hash that was given, so the log is not the one that was sealed"
    }
  }

  private mutating func verify(_ chain: AuditVerificationStore.Chain) throws {
    outcome.chains += 1
    var previous = Self.beginning
    var number = 0
    while true {
      let block = try store.entries(of: chain, after: number)
      for entry in block {
        number += 1
        let name = "\(number) of \(quoted(chain.name))"
        guard entry.number == number else {
          outcome.firstFault = "the entry \(name) is missing"
          return
        }
        guard entry.hash == entry.expectedHash(after: previous) else {
          outcome.firstFault = "the entry \(name), recorded at \(entry.time), was changed"
          return
        }
        let position = Position(principal: Int(chain.principal.rawValue), number: number)
        if let head = sealed.removeValue(forKey: position), head != SHA256Digest(bytes: entry.hash)?.description {
          outcome.firstFault = "the entry \(name) is not the one that a checkpoint names"
          return
        }
        previous = entry.hash
        outcome.entries += 1
      }
      if block.isEmpty { break }
    }
    guard chain.length == number, chain.head == previous else {
      outcome.firstFault = "the chain of \(quoted(chain.name)) ends at entry \(number), but should have \(chain.length)"
      return
    }
  }
}
