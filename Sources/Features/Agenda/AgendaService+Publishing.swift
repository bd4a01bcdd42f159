public import AgendaFormats
import Audit
import CanonicalJSON
import Lookup
public import Postgres
public import Vocabulary

/// What is exported: the newest version that was published, never the draft.
extension AgendaService {
  /// Publishes the draft as the next version.
  /// - Returns: The version, or the newest one when the draft does not differ from it.
  public func publish(
    note: String?, of event: EventID, in unit: UnitOfWork
  ) throws -> (version: AgendaVersion, outcome: Outcome) {
    try EventLock.take(for: event, in: unit)
    let draft = try store.all(of: event, in: unit)
    // What is missing in one language keeps it from being given out in that one only.
    let allowed = try overlaps.allowed(of: event, in: unit)
    let problems = AgendaChecks.findings(in: draft, of: try self.event(event, in: unit), allowed: allowed)
      .filter { $0.level == .problem && $0.language == nil }
    guard problems.isEmpty else { throw PublishingError.clashes(problems) }
    let previous = try versionStore.newest(1, of: event, in: unit).first
    let now = try versionStore.now(in: unit)
    let next = Publication(of: draft.map(\.published), after: previous?.sessions ?? [], at: now)
    if let previous, next.changes.isEmpty { return (previous, .unchanged) }
    guard !next.changes.isEmpty else { throw PublishingError.nothingToPublish }
    let version = AgendaVersion(
      number: (previous?.number ?? 0) + 1, publishedAt: now, note: note, sessions: next.sessions, changes: next.changes)
    try versionStore.insert(version, of: event, in: unit)
    let changed = version.changes.map { "\($0.session): \($0.kind.rawValue)" }
    try audit.did(
      "published", "agenda", "version \(version.number)",
      [AuditField("note", note), AuditField("changes", .array(changed.map { .string($0) }))], of: event, in: unit)
    return (version, previous == nil ? .created : .updated)
  }

  /// The versions, newest first.
  public func versions(of event: EventID, in snapshot: Snapshot) throws -> [AgendaVersion] {
    try versionStore.newest(.max, of: event, in: snapshot)
  }

  /// The newest version in one language, as far as an audience may see it.
  /// - Throws: `PublishingError`, also when a text is missing in that language.
  public func published(
    to audience: AgendaSession.Audience, in language: Language, of event: EventID, _ snapshot: Snapshot
  ) throws -> PublishedAgenda {
    let agenda = try published(to: audience, of: event, in: snapshot)
    let gaps = agenda.gaps(in: language)
    guard gaps.isEmpty else { throw PublishingError.textsMissing(gaps, in: language) }
    return agenda
  }

  /// The newest version, as far as an audience may see it.
  public func published(
    to audience: AgendaSession.Audience, of event: EventID, in snapshot: Snapshot
  ) throws -> PublishedAgenda {
    guard let version = try versionStore.newest(1, of: event, in: snapshot).first else {
      throw PublishingError.notPublished
    }
    let about = try self.event(event, in: snapshot)
    let agenda = PublishedAgenda(
      event: about.slug, name: about.name, startsOn: about.startsOn, endsOn: about.endsOn, timeZone: about.timeZone,
      version: version.number, publishedAt: version.publishedAt, sessions: version.sessions,
      zones: try zones(of: version.sessions, in: snapshot))
    return agenda.shown(to: audience)
  }

  private func zones(of sessions: [PublishedSession], in snapshot: Snapshot) throws -> [ZoneHistory] {
    let days = sessions.flatMap { [$0.start.local.day, $0.end.local.day] }
    guard let first = days.min(), let last = days.max() else { return [] }
    return try Set(sessions.map(\.timeZone)).sorted().map {
      try clocks.history(of: $0, first...last, in: snapshot)
    }
  }
}
