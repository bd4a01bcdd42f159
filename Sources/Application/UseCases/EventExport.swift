public import Agenda
public import CSV
import CanonicalJSON
public import Organisations
public import Participants
public import Postgres
public import Submissions
public import Teams
public import Vocabulary

/// Writes people, teams, submissions, sessions or organisations as files that can be imported again, and then change nothing.
///
/// One row is held at a time, so a million people take no more memory than one.
public struct EventExport: Sendable {
  private let organisations: OrganisationsService
  private let participants: ParticipantsService
  private let teams: TeamsService
  private let submissions: SubmissionsService
  private let agenda: AgendaService

  public init(
    organisations: OrganisationsService, participants: ParticipantsService, teams: TeamsService,
    submissions: SubmissionsService,
    agenda: AgendaService
  ) {
    self.organisations = organisations
    self.participants = participants
    self.teams = teams
    self.submissions = submissions
    self.agenda = agenda
  }

  /// Writes CSV with our own columns.
  /// - Returns: How many rows there are below the header.
  public func writeCSV(
    of noun: ExportNoun, as format: CSVFormat, of event: EventID, in snapshot: Snapshot,
    push: @escaping ([UInt8]) throws -> Void
  ) throws -> Int {
    var writer = CSVWriter(format, push: push)
    var count = 0
    try writer.append(noun.columns)
    try each(noun, of: event, in: snapshot) { cells in
      try writer.append(cells.map { $0 ?? "" })
      count += 1
    }
    try writer.finish()
    return count
  }

  /// Writes one JSON document: the list, and how many there are.
  public func writeJSON(
    of noun: ExportNoun, of event: EventID, in snapshot: Snapshot, push: ([UInt8]) throws -> Void
  ) throws -> Int {
    var text = "{\n  \"items\": ["
    var count = 0
    try each(noun, of: event, in: snapshot) { cells in
      let members = zip(noun.columns, cells).map { JSON.Member($0, Self.value(of: $1, in: $0)) }
      text += (count == 0 ? "\n    " : ",\n    ") + JSON.object(members).canonical
      count += 1
      guard text.utf8.count >= 1 << 16 else { return }
      try push(Array(text.utf8))
      text = ""
    }
    text += (count == 0 ? "" : "\n  ") + "],\n  \"count\": \(count)\n}\n"
    try push(Array(text.utf8))
    return count
  }

  private func each(
    _ noun: ExportNoun, of event: EventID, in snapshot: Snapshot, _ take: ([String?]) throws -> Void
  ) throws {
    switch noun {
    case .organisation: try organisations.export(of: event, in: snapshot, take)
    case .team: try teams.export(of: event, in: snapshot, take)
    case .participant: try participants.export(of: event, in: snapshot, take)
    case .submission: try submissions.export(of: event, in: snapshot, take)
    case .session: try agenda.exportSessions(of: event, in: snapshot, take)
    case .speaker: try agenda.exportSpeakers(of: event, in: snapshot, take)
    }
  }

  /// What a cell is in JSON: its text, a number or yes and no; null where it is empty.
  private static func value(of cell: String?, in column: String) -> JSON {
    guard let cell, !cell.isEmpty else { return column == "captain" ? false : .null }
    switch column {
    case "consent_public", "captain", "cancelled", "public": return .bool(cell == "yes")
    case "order", "declared_size", "capacity": return .number(cell)
    default: return .string(cell)
    }
  }
}
