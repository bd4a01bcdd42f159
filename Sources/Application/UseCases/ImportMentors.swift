import Lookup
public import Mentoring
public import Postgres
public import Vocabulary

extension RowImport {
  /// - Parameter takingErased: Whether people who asked to be erased are taken; otherwise their rows are left out.
  public func mentors(
    _ bytes: [UInt8], file: String, of event: EventID, by service: MentoringService, takingErased: Bool = false,
    in unit: UnitOfWork
  ) throws -> ImportReport {
    try ImportLock.take(for: event, in: unit)
    return try run(MentorImporter(service: service, takesErased: takingErased), bytes, file: file, of: event, in: unit)
  }
}

struct MentorImporter: RowImporter {
  /// What a row says of a mentor; what is nil stays as it is.
  struct Item {
    let key: Slug
    let name: String
    let email: EmailAddress?
    let expertise: [String]?
    let languages: [String]?
    let timeZone: String?
    let slotMinutes: Int?
  }

  static let noun = "mentor"
  static let requiredColumns = ["key", "name"]
  static let optionalColumns = ["email", "expertise", "languages", "tz", "slot_minutes"]

  let service: MentoringService
  let takesErased: Bool

  func item(from row: ImportRow) throws -> Item {
    Item(
      key: try row.slug("key"), name: try row.required("name"), email: try row.email("email"),
      expertise: row.words("expertise"), languages: try row.languages("languages"), timeZone: row.text("tz"),
      slotMinutes: try row.count("slot_minutes"))
  }

  func save(_ item: Item, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.set(item.key, of: event, in: unit, takingErased: takesErased) { mentor in
      mentor.name = item.name
      mentor.email = item.email ?? mentor.email
      mentor.expertise = item.expertise ?? mentor.expertise
      mentor.languages = item.languages ?? mentor.languages
      mentor.timeZone = item.timeZone ?? mentor.timeZone
      mentor.slotMinutes = item.slotMinutes ?? mentor.slotMinutes
    }
  }
}
