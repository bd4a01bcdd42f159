import Audit
public import Postgres
public import Vocabulary

/// What is said beside the results, and what is mended after it was said.
extension AnnouncementService {
  public func settings(of event: EventID, in snapshot: Snapshot) throws -> AnnouncementSettings {
    try AnnouncementChangeStore().settings(of: event, in: snapshot)
  }

  /// Says where the announcement stands, and whom to ask.
  /// - Throws: `AnnouncementError` for what is no address.
  public func edit(
    of event: EventID, in unit: UnitOfWork, _ change: (inout AnnouncementSettings) throws -> Void
  ) throws -> Outcome {
    let old = try AnnouncementChangeStore().lockedSettings(of: event, in: unit)
    var new = old
    try change(&new)
    try new.check()
    guard new != old else { return .unchanged }
    try AnnouncementChangeStore().set(new, of: event, in: unit)
    try audit.updated(from: old, to: new, of: event, in: unit)
    return .updated
  }

  /// Adds a dated note to what was announced; every text shows it from then on.
  /// - Returns: Its number.
  /// - Throws: `AnnouncementError` when nothing is public yet, or when a language of the event is missing.
  public func correct(_ text: LocalizedText, of event: EventID, in unit: UnitOfWork) throws -> Int {
    guard try AnnouncementChangeStore().wasAnnounced(event, in: unit) else { throw AnnouncementError.nothingPublished }
    let missing = try facts(of: event, in: unit).event.languages.filter { text[$0] == nil }
    guard missing.isEmpty else { throw AnnouncementError.correctionIncomplete(missing) }
    let number = try AnnouncementChangeStore().addCorrection(text, to: event, in: unit)
    try audit.did("corrected", "announcement", String(number), [AuditField("text", text.json)], of: event, in: unit)
    return number
  }

  /// Says an earlier correction in a further language.
  /// - Throws: `AnnouncementError` when it was said in that language already.
  public func complete(
    _ number: Int, with text: LocalizedText, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let corrections = try facts(of: event, in: unit).corrections
    guard let old = corrections.first(where: { $0.number == number }) else {
      throw AnnouncementError.unknownCorrection(number)
    }
    if let language = text.languages.first(where: { old.text[$0] != nil && old.text[$0] != text[$0] }) {
      throw AnnouncementError.correctionStands(number, language)
    }
    let new = text.languages.reduce(old.text) { $0.replacing($1, with: text[$1] ?? "") }
    guard new != old.text else { return .unchanged }
    try AnnouncementChangeStore().setCorrection(number, new, of: event, in: unit)
    try audit.did(
      "completed", "announcement", String(number), from: [AuditField("text", old.text.json)],
      [AuditField("text", new.json)], of: event, in: unit)
    return .updated
  }
}
