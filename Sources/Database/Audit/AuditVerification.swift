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

/// A seal of the log that was kept outside of its checkpoints.
public struct KeptSeal: Equatable, Sendable {
  public let sha256: String
  /// Where it was kept, in words, such as "edition 2 of the announced facts".
  public let place: String

  public init(_ sha256: String, in place: String) {
    self.sha256 = sha256.lowercased()
    self.place = place
  }
}

extension AuditLog {
  /// Recomputes every hash of an event's log, its checkpoints and its personal values, and compares each recorded table with
  /// what the log says of its rows.
  /// - Parameters:
  ///   - seals: Hashes of checkpoints that were kept elsewhere, each of which must be among those of the log.
  ///   - progress: Told now and then what share of the work is done.
  /// - Complexity: linear in the entries and rows, read in blocks; memory stays flat.
  public func verify(
    _ event: EventID, against seals: [KeptSeal] = [], in snapshot: Snapshot, progress: (Double) -> Void = { _ in }
  ) throws -> AuditVerification {
    var verifier = AuditVerifier(
      store: AuditVerificationStore(event: event, snapshot: snapshot),
      rows: RowVerificationStore(event: event, snapshot: snapshot))
    try verifier.run(against: seals, progress)
    return verifier.outcome
  }

  /// Compares what a result is made of with the log.
  /// - Throws: `AuditError.tablesDiffer` where a row was changed behind the program.
  public func requireRecorded(of event: EventID, in snapshot: Snapshot) throws {
    let rows = RowVerificationStore(event: event, snapshot: snapshot)
    guard let (difference, count) = try rows.firstDifference() else { return }
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
  // What of the work is done after each part, as measured with a million entries.
  private static let shareOfEntries = 0.3
  private static let shareOfPersonalValues = 0.4
  private static let shareOfRecords = 0.5

  init(store: AuditVerificationStore, rows: RowVerificationStore) {
    self.store = store
    self.rows = rows
  }

  mutating func run(against seals: [KeptSeal], _ progress: (Double) -> Void) throws {
    try store.withoutTimeLimit()
    try verifyCheckpoints(against: seals)
    let chains = try store.chains()
    let length = chains.reduce(0) { $0 + $1.length }
    for chain in chains where outcome.firstFault == nil {
      try verify(chain) { progress(Self.shareOfEntries * Double($0) / Double(max(length, 1))) }
    }
    if outcome.firstFault == nil, outcome.entries == 0 {
      outcome.firstFault = "it has no entry, but every event begins with one"
    }
    if outcome.firstFault == nil, let missing = sealed.keys.map(\.number).min() {
      outcome.firstFault = "entry \(missing) of a chain is missing, but a checkpoint names it"
    }
    for chain in chains where outcome.firstFault == nil { try verifyPersonalValues(of: chain) }
    progress(Self.shareOfPersonalValues)
    if outcome.firstFault == nil { outcome.firstFault = try rows.firstWrongRecord() }
    progress(Self.shareOfRecords)
    if outcome.firstFault == nil { try compareTables(progress) }
  }

  private mutating func compareTables(_ progress: (Double) -> Void) throws {
    let relations = try rows.relations()
    var first: RowDifference?
    for (index, relation) in relations.enumerated() {
      if let (difference, count) = try rows.firstDifference(in: [relation]) {
        first = first ?? difference
        outcome.differences += count
      }
      progress(Self.shareOfRecords + (1 - Self.shareOfRecords) * Double(index + 1) / Double(relations.count))
    }
    guard let first else { return }
    let others = outcome.differences == 1 ? "" : "; \(outcome.differences) rows differ from the log"
    outcome.firstFault = first.sentence + others
  }

  private mutating func verifyPersonalValues(of chain: AuditVerificationStore.Chain) throws {
    for block in try store.blocksWithPersonalValues(of: chain) where outcome.firstFault == nil {
      outcome.firstFault = try store.firstWrongPersonalValue(of: chain, in: block)
    }
  }

  private mutating func verifyCheckpoints(against seals: [KeptSeal]) throws {
    var previous = Self.beginning
    var missing = seals
    for checkpoint in try store.checkpoints() {
      outcome.checkpoints += 1
      guard checkpoint.number == outcome.checkpoints, checkpoint.hash == checkpoint.expectedHash(after: previous) else {
        outcome.firstFault = "checkpoint \(outcome.checkpoints) was changed or removed"
        return
      }
      previous = checkpoint.hash
      let hash = SHA256Digest(bytes: checkpoint.hash)?.description
      missing.removeAll { $0.sha256 == hash }
      for chain in try JSON(parsing: checkpoint.details)["chains"]?.elements ?? [] {
        guard let parts = chain.elements, parts.count == 3, let principal = parts[0].integer,
          let length = parts[1].integer, let head = parts[2].text
        else { continue }
        sealed[Position(principal: principal, number: length)] = head
      }
    }
    if let seal = missing.first {
      outcome.firstFault =
        "no checkpoint has the seal \(seal.sha256.prefix(12))… of \(seal.place), so the log is not the one that was sealed"
    }
  }

  private mutating func verify(_ chain: AuditVerificationStore.Chain, _ told: (Int) -> Void) throws {
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
      told(outcome.entries)
    }
    guard chain.length == number, chain.head == previous else {
      outcome.firstFault = "the chain of \(quoted(chain.name)) ends at entry \(number), but should have \(chain.length)"
      return
    }
  }
}
