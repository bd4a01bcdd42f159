public import Audit
public import Postgres
public import Vocabulary

/// The winners' announcement, every text of it rendered from one set of facts.
public struct AnnouncementService: Sendable {
  let audit: AuditLog
  let store = AnnouncementStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// The facts from which the announcement is rendered: the kept ones once they are announced, until then the current.
  public func facts(of event: EventID, in snapshot: Snapshot) throws -> AnnouncementFacts {
    guard var kept = try EditionStore().factsInForce(of: event, in: snapshot) else {
      return try store.facts(of: event, in: snapshot)
    }
    kept.withheld = try store.withheldNames(event, of: kept.teams.map(\.key), in: snapshot)
    return kept
  }

  /// How far the result that is announced is on its way to the public; nil while there is none.
  public func publication(of event: EventID, in snapshot: Snapshot) throws -> Publication? {
    try store.publication(of: event, in: snapshot)
  }

  /// What is missing or doubtful for every language: facts, steps on the way to the public, and what was changed since
  /// the facts were announced.
  public func findingsInEvery(
    _ facts: AnnouncementFacts, of event: EventID, in snapshot: Snapshot
  ) throws -> [Finding] {
    facts.findingsInEvery + facts.stepsAhead(try store.publication(of: event, in: snapshot))
      + (try findingsOnEligibility(of: event, in: snapshot)) + (try findingsSinceAnnounced(of: event, in: snapshot))
      + (try findingsOnErasedNames(of: event, in: snapshot))
  }

  /// What is missing or doubtful for this language and no other.
  public func findings(_ facts: AnnouncementFacts, in language: Language) -> [Finding] {
    facts.findingsOnly(in: language)
  }

  /// What blocks texts once the current facts are announced: in every language, and in each of the event's.
  public func blockersBeforeAnnouncing(of event: EventID, in snapshot: Snapshot) throws -> [Finding] {
    var facts = try store.facts(of: event, in: snapshot)
    // The step that announces says the day.
    facts.event.announcedOn = facts.event.announcedOn ?? facts.event.endsOn
    return (facts.findingsInEvery + facts.event.languages.flatMap { facts.findingsOnly(in: $0) })
      .filter { $0.level == .problem }
  }

  /// Renders one form in one language.
  /// - Parameter publication: Until it is public, every file says in its name and its text that it is embargoed.
  /// - Throws: `AnnouncementError` naming every missing fact; no other language ever stands in.
  public func render(
    _ facts: AnnouncementFacts, in language: Language, as form: AnnouncementForm, publication: Publication?,
    by templates: AnnouncementTemplates
  ) throws -> [AnnouncementFile] {
    try source(facts, in: language, publication: publication, by: templates).files(as: form)
  }

  func source(
    _ facts: AnnouncementFacts, in language: Language, publication: Publication?, by templates: AnnouncementTemplates
  ) throws(AnnouncementError) -> AnnouncementSource {
    let missing = facts.findings(in: language).filter { $0.level == .problem }
    guard missing.isEmpty else { throw AnnouncementError.blocked(language, missing: missing) }
    return AnnouncementSource(
      facts: facts, language: language, wording: Wordings.wording(of: language), publication: publication,
      templates: templates)
  }
}
