import Audit
public import Postgres
public import Vocabulary

/// Names of erased people, which go from what is rendered; counts stay as they were published.
extension AnnouncementService {
  /// Removes the names of people from every kept edition, before their rows forget them, and adds a note that says so.
  /// Keeps hashes of the names, so that no later text has them.
  public func redact(_ people: [Int64], of event: EventID, in unit: UnitOfWork) throws {
    let names = try names(of: people, event, in: unit)
    guard !names.isEmpty else { return }
    let secret = try AnnouncementChangeStore().certificateSecret(of: event, in: unit)
    let inForce = try EditionStore().factsInForce(of: event, in: unit)
    let redaction = NameRedaction(names, by: secret)
    try ErasedNameStore().keep(redaction, of: event, in: unit)
    for (edition, facts) in try EditionStore().everything(of: event, in: unit) {
      let redacted = redaction.applied(to: facts)
      guard redacted != facts else { continue }
      try EditionStore().redact(edition, to: redacted, of: event, in: unit)
      try audit.did("redacted", "announcement edition", String(edition), of: event, in: unit)
    }
    if let inForce, redaction.applied(to: inForce) != inForce {
      try note(redaction.applied(to: inForce), of: event, in: unit)
    }
  }

  /// In how many kept editions a name of these people is found.
  public func editionsNaming(_ people: [Int64], of event: EventID, in unit: UnitOfWork) throws -> Int {
    let redaction = NameRedaction(try names(of: people, event, in: unit))
    return try EditionStore().everything(of: event, in: unit).count { redaction.applied(to: $0.facts) != $0.facts }
  }

  /// The log knows those who were removed and what people were called before; one word alone may be an ordinary one.
  private func names(of people: [Int64], _ event: EventID, in unit: UnitOfWork) throws -> [String] {
    try EditionStore().names(of: people, event, in: unit)
      + audit.names(of: people, event, in: unit).filter { $0.split(whereSeparator: \.isWhitespace).count > 1 }
  }

  private func note(_ redacted: AnnouncementFacts, of event: EventID, in unit: UnitOfWork) throws {
    var facts = redacted
    facts.edition = try EditionStore().next(of: event, in: unit)
    let text = LocalizedText(
      Dictionary(
        facts.event.languages.map { ($0, Wordings.wording(of: $0).nameRemoved.note) },
        uniquingKeysWith: { first, _ in first }))
    facts.corrections.append(try AnnouncementChangeStore().addCorrection(text, in: nil, of: event, unit))
    _ = try keep(facts, as: .redacted, of: event, in: unit)
  }
}
