public import Competition
public import Mentoring
public import Postgres

extension ImportJourney {
  public func mentors(
    _ bytes: [UInt8], file: String, of event: EventID, by service: MentoringService, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(MentorImporter(service: service), bytes, file: file, of: event, in: unit)
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

  func item(from row: ImportRow) throws -> Item {
    Item(
      key: try row.slug("key"), name: try row.required("name"), email: try email(row),
      expertise: row.words("expertise"), languages: try languages(row), timeZone: row.text("tz"),
      slotMinutes: try row.count("slot_minutes"))
  }

  func save(_ item: Item, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.set(item.key, of: event, in: unit) { mentor in
      mentor.name = item.name
      mentor.email = item.email ?? mentor.email
      mentor.expertise = item.expertise ?? mentor.expertise
      mentor.languages = item.languages ?? mentor.languages
      mentor.timeZone = item.timeZone ?? mentor.timeZone
      mentor.slotMinutes = item.slotMinutes ?? mentor.slotMinutes
    }
  }

  private func email(_ row: ImportRow) throws -> EmailAddress? {
    guard let text = row.text("email") else { return nil }
    guard let email = EmailAddress(text) else {
      throw row.problem("email", text, "\(quoted(text)) is no e-mail address.")
    }
    return email
  }

  private func languages(_ row: ImportRow) throws -> [String]? {
    try row.words("languages")?.reduce(into: []) { codes, word in
      let code = word.lowercased()
      guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
        throw row.problem(
          "languages", word, "\(quoted(word)) is no language code of ISO 639: write two or three letters, such as en.")
      }
      if !codes.contains(code) { codes.append(code) }
    }
  }
}

extension ImportRow {
  /// The words between a cell's commas; nil when the cell is blank.
  fileprivate func words(_ column: String) -> [String]? {
    text(column)?.split(separator: ",").compactMap { word in
      let trimmed = word.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
      return trimmed.isEmpty ? nil : String(trimmed)
    }
  }
}
