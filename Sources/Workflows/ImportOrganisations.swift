public import Competition
public import Events
public import Postgres

extension ImportJourney {
  public func organisations(
    _ bytes: [UInt8], file: String, of event: EventID, by service: EventsService, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(OrganisationImporter(service: service), bytes, file: file, of: event, in: unit)
  }
}

/// One row for each role of an organisation.
private struct OrganisationImporter: RowImporter {
  static let noun = "organisation"
  static let requiredColumns = ["key", "role"]
  static let optionalColumns = ["order"] + localisedColumns("name") + localisedColumns("acronym")

  let service: EventsService

  func item(from row: ImportRow) throws -> (organisation: Organisation, standing: Organisation.Standing) {
    let name = row.localised("name")
    guard !name.isEmpty else { throw row.problem("name_en", nil, "The organisation has no name in any language.") }
    let organisation = Organisation(key: try row.slug("key"), name: name, acronym: row.localised("acronym"))
    let standing = Organisation.Standing(role: try row.word("role"), printOrder: try row.count("order") ?? 1)
    return (organisation, standing)
  }

  func save(
    _ item: (organisation: Organisation, standing: Organisation.Standing), of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    try service.set(item.organisation, standing: item.standing, of: event, in: unit)
  }
}
