import Agenda
import ImportFormats
import Lookup
import Postgres
import Vocabulary

/// Takes speakers, one a row; those of a session together.
struct SpeakerImporter: Importer {
  typealias Lineup = (session: String, speakers: [Speaker])
  static let noun = "speakers of a session"
  static let columns =
    [
      ImportColumn("session", ["session key", "session title", "séance", "sesión"]),
      ImportColumn("order", ["ordre", "orden"]),
      ImportColumn("honorific", ["salutation", "prefix", "civilité", "tratamiento"]),
      .fullName("speaker", "speaker name", "intervenant", "intervenante", "ponente"),
    ] + ["role", "organisation", "role_2", "organisation_2"].flatMap(textColumns)
    + [ImportColumn("public")]
  static let needed = [["session"], ["name"]]

  /// The text in the event's language, then its translations.
  private static func textColumns(_ name: String) -> [ImportColumn] {
    let others =
      name == "organisation"
      ? PersonColumnNames.affiliation
      : name == "role" ? ["title", "job title", "position", "rôle", "titre", "fonction", "rol", "cargo", "título"] : []
    return [ImportColumn(name, others)] + Language.allCases.map { ImportColumn("\(name)_\($0.code)") }
  }
  static let references: [String: KeyNoun] = ["session": .session]

  let service: AgendaService
  /// The event's first language, in which a text stands whose column names none.
  let language: Language

  func items(from rows: [ImportRow]) -> (items: [(item: Lineup, row: ImportRow)], problems: [ImportProblem]) {
    var lineups: [String: [(position: Int, speaker: Speaker)]] = [:]
    var order: [(session: String, row: ImportRow)] = []
    var problems: [ImportProblem] = []
    for row in rows {
      do {
        let session = try row.requiredReference("session")
        let count = lineups[session]?.count ?? 0
        let position = try row.count("order") ?? count + 1
        if lineups[session]?.contains(where: { $0.position == position }) == true {
          throw row.problem(
            "order", row.text("order"), "Session \(quoted(session)) has two speakers in position \(position).")
        }
        if count == 0 { order.append((session, row)) }
        lineups[session, default: []].append((position, try speaker(of: row)))
      } catch {
        problems.append(row.problem(from: error))
      }
    }
    let items = order.map { session, row in
      let speakers = (lineups[session] ?? []).sorted { $0.position < $1.position }.map(\.speaker)
      return (item: (session, speakers), row: row)
    }
    return (items, problems)
  }

  func save(_ lineup: Lineup, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.setSpeakers(lineup.speakers, of: lineup.session, event, in: unit)
  }

  /// Without a name somebody speaks who is not to be named.
  private func speaker(of row: ImportRow) throws -> Speaker {
    var speaker = Speaker(name: row.text("name"))
    speaker.honorific = row.text("honorific")
    speaker.role = text(row, "role")
    speaker.organisation = text(row, "organisation")
    speaker.secondRole = text(row, "role_2")
    speaker.secondOrganisation = text(row, "organisation_2")
    if row.text("public") != nil { speaker.isPublic = try row.yesOrNo("public") }
    guard speaker.name != nil || !speaker.isPublic else {
      throw row.problem("name", nil, "The cell is empty, and the column public says that the name may be told.")
    }
    guard speaker != Speaker(name: nil) else {
      throw row.problem("name", nil, "The row says nothing of the speaker.")
    }
    return speaker
  }

  private func text(_ row: ImportRow, _ column: String) -> LocalizedText {
    Language.allCases.reduce(LocalizedText([language: row.text(column) ?? ""])) { text, language in
      row.text("\(column)_\(language.code)").map { text.replacing(language, with: $0) } ?? text
    }
  }
}
