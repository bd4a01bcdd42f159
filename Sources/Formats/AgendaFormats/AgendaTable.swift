public import CSV
public import Vocabulary

/// An agenda as a table, a session a row, in one language.
public struct AgendaTable {
  private let agenda: PublishedAgenda
  private let language: Language
  private let wording: any AgendaWording

  public init(_ agenda: PublishedAgenda, in language: Language) {
    self.agenda = agenda
    self.language = language
    wording = AgendaWordings.wording(of: language)
  }

  public func csv(as format: CSVFormat = CSVFormat()) throws -> [UInt8] {
    try CSVWriter.bytes(of: [Self.columns] + rows, as: format)
  }

  /// A row for each session, by the columns.
  public var rows: [[String]] { agenda.sessions.map(row) }

  public static let columns = [
    "key", "date", "start", "end", "time_zone", "starts_at", "ends_at", "kind", "title", "objective", "languages",
    "audience", "room", "url", "register_url", "capacity", "speakers", "status",
  ]

  private func row(_ session: PublishedSession) -> [String] {
    [
      session.key, session.start.local.day.description, session.start.local.clock, session.end.local.clock,
      session.timeZone, session.start.description, session.end.description, wording.kind(session.kind),
      wording.title(of: session, in: language), session.objective[language] ?? "",
      session.languages.joined(separator: " "), session.audience.rawValue, session.room?.name(in: language) ?? "",
      session.url ?? "", session.registerURL ?? "", session.capacity.map(String.init) ?? "",
      session.speakers.map { $0.text(in: language) }.filter { !$0.isEmpty }.joined(separator: "\n"),
      session.isCancelled ? "cancelled" : "confirmed",
    ]
  }
}
