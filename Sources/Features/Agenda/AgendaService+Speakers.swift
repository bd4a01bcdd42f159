import Audit
import CanonicalJSON
public import Postgres
public import Vocabulary

/// Who speaks in a session, in which order.
extension AgendaService {
  /// Puts these speakers instead of those who were there.
  @discardableResult
  public func setSpeakers(
    _ speakers: [Speaker], of key: String, _ event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let entry = try locked(key, of: event, in: unit)
    let old = entry.speakers
    guard old != speakers else { return .unchanged }
    for speaker in speakers where speaker.isPublic && speaker.name == nil {
      throw AgendaError.publicWithoutName(session: key)
    }
    do {
      try store.replaceSpeakers(of: entry, by: speakers, event, in: unit)
    } catch let error as PostgresError where error.constraint == "agenda_speaker_name_not_blank" {
      throw AgendaError.publicWithoutName(session: key)
    }
    for position in 0..<max(old.count, speakers.count) {
      let (before, after) = (
        old.indices.contains(position) ? old[position] : nil,
        speakers.indices.contains(position) ? speakers[position] : nil
      )
      try log(before, after, "\(key)/\(position + 1)", of: event, in: unit)
    }
    return old.isEmpty ? .created : .updated
  }

  /// Adds somebody at a position in the order, at its end without one.
  /// - Returns: The position, counted from 1.
  public func add(
    _ speaker: Speaker, to key: String, at position: Int?, of event: EventID, in unit: UnitOfWork
  ) throws -> Int {
    var speakers = try locked(key, of: event, in: unit).speakers
    let index = min(max((position ?? speakers.count + 1) - 1, 0), speakers.count)
    speakers.insert(speaker, at: index)
    try setSpeakers(speakers, of: key, event, in: unit)
    return index + 1
  }

  /// Changes what is said of a speaker, named by the position or by name.
  /// - Returns: The position, counted from 1.
  public func changeSpeaker(
    _ who: String, of key: String, _ event: EventID, in unit: UnitOfWork, _ describe: (inout Speaker) -> Void
  ) throws -> (position: Int, outcome: Outcome) {
    var speakers = try locked(key, of: event, in: unit).speakers
    let index = try index(of: who, among: speakers, session: key)
    describe(&speakers[index])
    let outcome = try setSpeakers(speakers, of: key, event, in: unit)
    return (index + 1, outcome)
  }

  /// Takes somebody out by their position or their name.
  /// - Returns: The position where they stood.
  public func removeSpeaker(_ who: String, from key: String, of event: EventID, in unit: UnitOfWork) throws -> Int {
    var speakers = try locked(key, of: event, in: unit).speakers
    let index = try index(of: who, among: speakers, session: key)
    speakers.remove(at: index)
    try setSpeakers(speakers, of: key, event, in: unit)
    return index + 1
  }

  private func index(of who: String, among speakers: [Speaker], session key: String) throws -> Int {
    let byPosition = Int(who).flatMap { speakers.indices.contains($0 - 1) ? $0 - 1 : nil }
    let name = FoldedName(keepingSymbols: who)
    guard
      let index = byPosition
        ?? speakers.firstIndex(where: { $0.name.map { FoldedName(keepingSymbols: $0) } == name })
    else { throw AgendaError.unknownSpeaker(who, session: key) }
    return index
  }

  private func log(
    _ before: Speaker?, _ after: Speaker?, _ key: String, of event: EventID, in unit: UnitOfWork
  ) throws {
    guard before != after else { return }
    let action = before == nil ? "created" : after == nil ? "removed" : "updated"
    let (old, new) = (before?.auditFields ?? [], after?.auditFields ?? [])
    let gone = new.isEmpty ? old.map { AuditField($0.name, .null) } : new
    try audit.did(action, "speaker", key, from: old, gone, of: event, in: unit)
  }
}
