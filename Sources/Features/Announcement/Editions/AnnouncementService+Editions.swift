public import Access
import Audit
public import Postgres
public import Vocabulary

/// The kept facts of an announcement, and how they change in public.
extension AnnouncementService {
  public func editions(of event: EventID, in snapshot: Snapshot) throws -> [AnnouncementEdition] {
    try EditionStore().editions(of: event, in: snapshot)
  }

  /// The facts that one edition keeps.
  /// - Throws: `AnnouncementError` where there is no such edition.
  public func facts(ofEdition edition: Int, _ event: EventID, in snapshot: Snapshot) throws -> AnnouncementFacts {
    guard let facts = try EditionStore().facts(ofEdition: edition, event, in: snapshot) else {
      throw AnnouncementError.unknownEdition(edition)
    }
    return facts
  }

  /// Keeps the current facts as those that are announced, in the same unit as the step that announces them.
  /// - Parameter history: The hash over the result and its steps.
  public func keepFacts(of event: EventID, provedBy history: String, in unit: UnitOfWork) throws {
    _ = try AnnouncementChangeStore().lockedSettings(of: event, in: unit)
    _ = try keep(store.facts(of: event, in: unit), as: .announced, provedBy: history, of: event, in: unit)
  }

  /// The seals of the log that the kept facts name, by edition.
  public func keptSeals(of event: EventID, in snapshot: Snapshot) throws -> [(edition: Int, seal: String)] {
    try EditionStore().everything(of: event, in: snapshot).compactMap { edition, facts in
      facts.proof.map { (edition, $0.seal) }
    }
  }

  /// The hash over a result and its steps that the announced facts name; nil where none do.
  public func announcedHistory(
    of result: Int, _ event: EventID, in snapshot: Snapshot
  ) throws -> (edition: Int, sha256: String)? {
    try EditionStore().everything(of: event, in: snapshot).last {
      $0.facts.resultVersion == result && $0.facts.proof != nil
    }
    .flatMap { edition, facts in facts.proof.map { (edition, $0.history) } }
  }

  /// Adds a dated note to what was announced, and takes up what was changed since.
  ///
  /// A note alone, and texts in a language that had none, are public at once. Every other change waits until two
  /// organisers approved it.
  /// - Throws: `AnnouncementError` when nothing is public yet, or when a language of the event is missing.
  public func correct(
    _ text: LocalizedText, of event: EventID, in unit: UnitOfWork
  ) throws -> AnnouncementCorrection {
    _ = try AnnouncementChangeStore().lockedSettings(of: event, in: unit)
    guard try AnnouncementChangeStore().isPublic(event, in: unit) else { throw AnnouncementError.nothingPublished }
    let kept = try EditionStore().factsInForce(of: event, in: unit)
    var facts = try store.facts(of: event, in: unit)
    let missing = text.isEmpty ? [] : facts.event.languages.filter { text[$0] == nil }
    guard missing.isEmpty else { throw AnnouncementError.correctionIncomplete(missing) }
    let changes = kept.map { FactChange.all(from: $0, to: facts) } ?? []
    guard kept != nil || text.isEmpty else { return try note(text, of: event, in: unit) }
    if text.isEmpty {
      guard kept == nil || !changes.isEmpty else { throw AnnouncementError.nothingToCorrect }
      guard changes.allSatisfy(\.isAddition) else { throw AnnouncementError.correctionUnexplained(changes.count) }
    }
    let edition = facts.edition
    let needsApproval = try keepCorrection(&facts, noted: text, of: event, in: unit)
    return AnnouncementCorrection(
      number: text.isEmpty ? nil : facts.corrections.last?.number, edition: edition, changes: changes,
      needsApproval: needsApproval)
  }

  /// Says an earlier correction in a further language.
  /// - Throws: `AnnouncementError` when it was said in that language already.
  public func complete(
    _ number: Int, with text: LocalizedText, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    _ = try AnnouncementChangeStore().lockedSettings(of: event, in: unit)
    var facts = try facts(of: event, in: unit)
    guard let index = facts.corrections.firstIndex(where: { $0.number == number }) else {
      throw AnnouncementError.unknownCorrection(number)
    }
    let old = facts.corrections[index].text
    if let language = text.languages.first(where: { old[$0] != nil && old[$0] != text[$0] }) {
      throw AnnouncementError.correctionStands(number, language)
    }
    let new = text.languages.reduce(old) { $0.replacing($1, with: text[$1] ?? "") }
    guard new != old else { return .unchanged }
    try AnnouncementChangeStore().setCorrection(number, new, of: event, in: unit)
    try audit.did(
      "completed", "announcement", String(number), from: [AuditField("text", old.json)],
      [AuditField("text", new.json)], of: event, in: unit)
    if try EditionStore().factsInForce(of: event, in: unit) != nil {
      facts.corrections[index].text = new
      facts.edition = try EditionStore().next(of: event, in: unit)
      _ = try keep(facts, as: .corrected, of: event, in: unit)
    }
    return .updated
  }

  /// Approves the newest edition, which corrects announced facts.
  /// - Parameter edition: Nil for the newest.
  /// - Throws: `AnnouncementError` where no edition waits for approval, or a newer one replaced it.
  public func approve(
    _ edition: Int?, by holder: TokenHolder, of event: EventID, in unit: UnitOfWork
  ) throws -> (outcome: Outcome, edition: AnnouncementEdition) {
    _ = try AnnouncementChangeStore().lockedSettings(of: event, in: unit)
    let editions = try editions(of: event, in: unit)
    guard let chosen = editions.last(where: { edition == nil || $0.edition == edition }) else {
      throw edition.map(AnnouncementError.unknownEdition) ?? AnnouncementError.nothingToApprove
    }
    guard chosen.needsApproval else { throw AnnouncementError.nothingToApprove }
    guard chosen.isNewest else { throw AnnouncementError.editionReplaced(chosen.edition) }
    guard try EditionStore().approve(chosen.edition, by: holder, of: event, in: unit) else {
      return (.unchanged, chosen)
    }
    try audit.did(
      "approved", "announcement edition", String(chosen.edition), [AuditField("sha256", chosen.sha256)], of: event,
      in: unit)
    _ = try audit.seal(event, because: "edition \(chosen.edition) of the announcement was approved", in: unit)
    return (.updated, try self.editions(of: event, in: unit).first { $0.edition == chosen.edition } ?? chosen)
  }

  /// What an edition changes of the one that is in force.
  public func changes(in edition: Int, of event: EventID, _ snapshot: Snapshot) throws -> [FactChange] {
    guard let kept = try EditionStore().factsInForce(of: event, in: snapshot) else { return [] }
    return FactChange.all(from: kept, to: try facts(ofEdition: edition, event, in: snapshot))
  }

  /// Adds a note to facts that an earlier version of the program announced without keeping them.
  private func note(_ text: LocalizedText, of event: EventID, in unit: UnitOfWork) throws -> AnnouncementCorrection {
    let note = try AnnouncementChangeStore().addCorrection(text, in: nil, of: event, unit)
    try audit.did(
      "corrected", "announcement", String(note.number), [AuditField("text", text.json)], of: event, in: unit)
    return AnnouncementCorrection(number: note.number, edition: nil, changes: [], needsApproval: false)
  }

  private func keepCorrection(
    _ facts: inout AnnouncementFacts, noted text: LocalizedText, of event: EventID, in unit: UnitOfWork
  ) throws -> Bool {
    if text.isEmpty { return try keep(facts, as: .corrected, of: event, in: unit) }
    let note = try AnnouncementChangeStore().addCorrection(text, in: facts.edition, of: event, unit)
    facts.corrections.append(note)
    try audit.did(
      "corrected", "announcement", String(note.number), [AuditField("text", text.json)], of: event, in: unit)
    return try keep(facts, as: .corrected, of: event, in: unit)
  }

  /// Keeps facts as an edition. A name of an erased person goes from notes too, which are typed after the facts were read.
  /// - Parameter history: The hash over the result and its steps; nil takes the one that was announced.
  func keep(
    _ written: AnnouncementFacts, as origin: AnnouncementEdition.Origin, provedBy history: String? = nil,
    of event: EventID, in unit: UnitOfWork
  ) throws -> Bool {
    var facts = try ErasedNameStore().redaction(of: event, in: unit).applied(to: written)
    if let history = try history ?? announcedHistory(of: facts.resultVersion, event, in: unit)?.sha256 {
      let seal = try audit.seal(event, because: "edition \(facts.edition) of the announced facts was kept", in: unit)
      facts.proof = AnnouncementFacts.Proof(history: history, seal: seal)
    }
    let needsApproval = try EditionStore().keep(facts, as: origin, of: event, in: unit)
    let fields = [
      AuditField("origin", origin.rawValue), AuditField("result", facts.resultVersion),
      AuditField("sha256", facts.sha256),
    ]
    try audit.did("kept", "announcement edition", String(facts.edition), fields, of: event, in: unit)
    return needsApproval
  }
}
