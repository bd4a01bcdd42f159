public import Competition
public import Participants
public import Postgres

extension ImportJourney {
  /// Imports participants, and their teams where the file names them.
  public func participants(
    _ bytes: [UInt8], file: String, of event: EventID, by service: ParticipantsService,
    joining join: @escaping (_ participant: String, _ team: String) throws -> Outcome, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(ParticipantImporter(service: service, join: join), bytes, file: file, of: event, in: unit)
  }
}

private struct ParticipantImporter: RowImporter {
  static let noun = "participant"
  static let requiredColumns = ["key"]
  static let optionalColumns = [
    "given_name", "family_name", "display_name", "email", "country_of_nationality", "city", "affiliation",
    "consent_public", "team",
  ]

  let service: ParticipantsService
  let join: (String, String) throws -> Outcome

  func item(from row: ImportRow) throws -> (participant: Participant, team: String?) {
    let (given, family) = (row.text("given_name") ?? "", row.text("family_name") ?? "")
    let name = row.text("display_name") ?? [given, family].filter { !$0.isEmpty }.joined(separator: " ")
    guard !name.isEmpty else { throw row.problem("display_name", nil, "The participant has no name.") }
    var participant = Participant(key: try row.slug("key"), displayName: name)
    participant.givenName = given
    participant.familyName = family
    if let text = row.text("email") {
      guard let email = EmailAddress(text) else {
        throw row.problem("email", text, "\(quoted(text)) is not an e-mail address.")
      }
      participant.email = email
    }
    participant.country = try row.country("country_of_nationality")
    participant.city = row.text("city")
    participant.affiliation = row.text("affiliation")
    participant.mayBeNamed = try row.flag("consent_public")
    return (participant, row.text("team"))
  }

  func save(
    _ item: (participant: Participant, team: String?), of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let outcome = try service.set(item.participant, of: event, in: unit)
    guard let team = item.team else { return outcome }
    let joined = try join(item.participant.key.text, team)
    return outcome == .unchanged && joined != .unchanged ? .updated : outcome
  }
}
