import AgendaFormats
public import Postgres
public import Vocabulary

/// The draft as tables that an import takes again.
extension AgendaService {
  public static let sessionColumns = [
    "key", "date", "start", "end", "tz", "languages", "audience", "kind", "title_en", "title_fr", "title_es",
    "objective_en", "objective_fr", "objective_es", "room", "url", "register_url", "capacity", "cancelled",
  ]
  public static let speakerColumns = [
    "session", "order", "honorific", "name", "role", "organisation", "role_2", "organisation_2", "public",
  ]

  /// Hands out every session by time.
  public func exportSessions(of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws {
    for entry in try store.all(of: event, in: snapshot) { try take(entry.cells) }
  }

  /// Hands out every speaker, those of a session in their order.
  public func exportSpeakers(of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws {
    for entry in try store.all(of: event, in: snapshot) {
      for (index, speaker) in entry.speakers.enumerated() {
        try take([
          entry.session.key.text, String(index + 1), speaker.honorific, speaker.name, speaker.role,
          speaker.organisation, speaker.secondRole, speaker.secondOrganisation, speaker.isPublic ? "yes" : "no",
        ])
      }
    }
  }
}

extension AgendaEntry {
  /// An end on a later day stands there with its day.
  fileprivate var cells: [String?] {
    let (from, to) = (start.local, end.local)
    return [
      session.key.text, from.day.description, String(from.description.suffix(5)),
      from.day == to.day ? String(to.description.suffix(5)) : to.description, session.timeZone,
      session.languages.map(\.code).joined(separator: " "), session.audience.rawValue, session.kind.rawValue,
    ] + Language.allCases.map { session.title[$0] } + Language.allCases.map { session.objective[$0] } + [
      session.room, session.url, session.registerURL, session.capacity.map { String($0) },
      session.isCancelled ? "yes" : "no",
    ]
  }
}
