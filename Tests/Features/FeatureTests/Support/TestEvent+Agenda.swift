import Agenda
import AgendaFormats
import Backend
import Postgres
import TestBackend
import Vocabulary

extension TestEvent {
  /// Adds or changes a session of the day before the last, with hours such as "10:00-11:00".
  @discardableResult
  func session(
    _ key: String, _ hours: (String, String) = ("10:00", "11:00"), on day: String = "2026-05-08",
    speakers: [String] = [],
    _ describe: @Sendable (inout AgendaSession) -> Void = { _ in }
  ) async throws -> Outcome {
    let backend = backend
    return try await change { event, unit in
      let outcome = try backend.agenda.set(try Slug(key), of: event, in: unit) { session in
        session.start = LocalTime("\(day)T\(hours.0)")
        session.end = LocalTime("\(day)T\(hours.1)")
        session.audience = .public
        describe(&session)
      }
      if !speakers.isEmpty {
        try backend.agenda.setSpeakers(speakers.map { Speaker(name: $0) }, of: key, event, in: unit)
      }
      return outcome
    }
  }

  func room(_ key: String) async throws {
    let backend = backend
    try await change { event, unit in
      try backend.agenda.add(room: try Slug(key), of: event, in: unit) { $0.name = LocalizedText([.english: key]) }
    }
  }

  @discardableResult
  func publish() async throws -> (version: AgendaVersion, outcome: Outcome) {
    let backend = backend
    return try await change { try backend.agenda.publish(note: nil, of: $0, in: $1) }
  }

  func published(to audience: AgendaSession.Audience = .public) async throws -> PublishedAgenda {
    let backend = backend
    return try await database.read { try backend.agenda.published(to: audience, of: id, in: $0) }
  }

  /// "a 0 confirmed" for each session of the public feed: its key, how often it changed and how it stands.
  func feed() async throws -> [String] {
    try await published().sessions.map { "\($0.key) \($0.sequence) \($0.isCancelled ? "cancelled" : "confirmed")" }
  }
}
