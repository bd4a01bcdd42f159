import CanonicalJSON
public import Competition
public import Postgres

/// The winners' announcement, every text of it rendered from one set of facts.
public struct AnnouncementService: Sendable {
  private let store = AnnouncementStore()

  public init() {}

  /// The facts as they stand now.
  public func facts(of event: EventID, in snapshot: Snapshot) throws -> AnnouncementFacts {
    try store.facts(of: event, in: snapshot)
  }

  /// What keeps a language from being announced; empty when nothing does.
  public func missing(_ language: Language, in facts: AnnouncementFacts) -> [MissingFact] {
    facts.missing(in: language)
  }

  /// Renders one text.
  /// - Throws: `AnnouncementError` naming every missing fact; no other language ever stands in.
  public func render(_ facts: AnnouncementFacts, in language: Language, as form: AnnouncementForm) throws -> String {
    guard let wording = Wordings.wording(of: language) else { throw AnnouncementError.unwritten(language) }
    let missing = facts.missing(in: language)
    guard missing.isEmpty else { throw AnnouncementError.blocked(language, missing: missing) }
    if form == .json { return facts.json.pretty + "\n" }
    return form.layout(AnnouncementText(facts, in: language, worded: wording))
  }
}
