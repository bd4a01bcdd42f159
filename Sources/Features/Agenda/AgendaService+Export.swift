import AgendaFormats
public import Lookup
import Vocabulary

/// The draft as tables that an import takes again.
extension AgendaService {
  /// Every session by time.
  public static let sessionTable = ExportedTable(
    [
      .init("key"), .init("date", .time), .init("start", .time), .init("end", .time), .init("tz"), .init("languages"),
      .init("audience"), .init("kind"),
    ] + columns(of: ["title", "objective"]) + [
      .init("room"), .init("url"), .init("register_url"), .init("capacity", .number), .init("cancelled", .flag),
    ], imported: RoomExportStore.importedSessions
  ) { event, snapshot, take in
    for entry in try AgendaStore().all(of: event, in: snapshot) { try take(entry.cells) }
  }

  /// Every speaker, those of a session in their order.
  public static let speakerTable = ExportedTable(
    [.init("session"), .init("order", .number), .init("honorific"), .init("name")]
      + columns(of: ["role", "organisation", "role_2", "organisation_2"]) + [.init("public", .flag)],
    imported: RoomExportStore.importedSpeakers
  ) { event, snapshot, take in
    for entry in try AgendaStore().all(of: event, in: snapshot) {
      for (index, speaker) in entry.speakers.enumerated() {
        let texts = [speaker.role, speaker.organisation, speaker.secondRole, speaker.secondOrganisation]
        try take(
          [entry.session.key.text, String(index + 1), speaker.honorific, speaker.name]
            + texts.flatMap { text in Language.allCases.map { text[$0] } } + [speaker.isPublic ? "yes" : "no"])
      }
    }
  }

  private static func columns(of texts: [String]) -> [ExportedTable.Column] {
    texts.flatMap { text in Language.allCases.map { ExportedTable.Column("\(text)_\($0.code)") } }
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
