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
    "session", "order", "honorific", "name", "role_en", "role_fr", "role_es", "organisation_en", "organisation_fr",
    "organisation_es", "role_2_en", "role_2_fr", "role_2_es", "organisation_2_en", "organisation_2_fr",
    "organisation_2_es", "public",
  ]

  /// Hands out every session by time.
  public func exportSessions(of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws {
    for entry in try store.all(of: event, in: snapshot) { try take(entry.cells) }
  }

  /// Hands out every speaker, those of a session in their order.
  public func exportSpeakers(of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void) throws {
    for entry in try store.all(of: event, in: snapshot) {
      for (index, speaker) in entry.speakers.enumerated() {
        let texts = [speaker.role, speaker.organisation, speaker.secondRole, speaker.secondOrganisation]
        try take(
          [entry.session.key.text, String(index + 1), speaker.honorific, speaker.name]
            + texts.flatMap { text in Language.allCases.map { text[$0] } } + [speaker.isPublic ? "yes" : "no"])
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
