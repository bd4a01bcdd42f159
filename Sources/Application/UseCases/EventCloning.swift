public import Events
public import Organisations
public import Postgres
public import Prizes
public import Rubrics
public import Teams
public import Vocabulary

/// What was copied into a new edition.
public struct CloneReport: Equatable, Sendable {
  public internal(set) var rubrics = 0
  public internal(set) var organisations = 0
  public internal(set) var roles = 0
  public internal(set) var otherNames = 0
  public internal(set) var prizes = 0
  public internal(set) var tracks = 0
  public internal(set) var points = 0

  public var copied: [(noun: String, count: Int)] {
    [
      ("rubrics", rubrics), ("organisations", organisations), ("roles", roles), ("other names", otherNames),
      ("prizes", prizes), ("tracks", tracks),
      ("points of eligibility", points),
    ]
  }

  /// What stays with the edition in which it came about.
  public static let leftOut = [
    "people", "teams", "submissions", "sessions", "judges", "rounds", "scores", "results", "stated totals",
    "days beyond the first and the last",
  ]
}

/// Begins an edition from another one: its settings, rubrics, organisations, prizes and tracks; never people, whose
/// consent does not carry over, and nothing that they did.
public struct EventCloning: Sendable {
  private let events: EventsService
  private let organisations: OrganisationsService
  private let rubrics: RubricsService
  private let prizes: PrizesService
  private let teams: TeamsService

  public init(
    events: EventsService, organisations: OrganisationsService, rubrics: RubricsService, prizes: PrizesService,
    teams: TeamsService
  ) {
    self.events = events
    self.organisations = organisations
    self.rubrics = rubrics
    self.prizes = prizes
    self.teams = teams
  }

  /// - Parameters:
  ///   - event: The new edition, as `Event.cloned` makes it, with what was said anew.
  ///   - founding: Makes the new event's first organiser.
  public func clone(
    _ original: StoredEvent, as event: Event, in unit: UnitOfWork, founding: (EventID) throws -> Void
  ) throws -> CloneReport {
    let (old, new) = (original.id, try events.add(event, in: unit, founding: founding))
    var report = CloneReport()
    for key in try events.rubricKeys(of: old, in: unit) {
      _ = try rubrics.set(rubrics.newest(key, of: old, in: unit).rubric, of: new, in: unit)
      report.rubrics += 1
    }
    for (organisation, standing) in try organisations.organisations(of: old, in: unit) {
      let outcome = try organisations.set(organisation, standing: standing, of: new, in: unit)
      report.organisations += outcome == .created ? 1 : 0
      report.roles += 1
    }
    for point in try teams.eligibilityPoints(of: old, in: unit) {
      try teams.add(point, of: new, in: unit)
      report.points += 1
    }
    for (key, name) in try organisations.otherNames(of: old, in: unit) {
      _ = try organisations.add(alias: name, to: key, of: new, in: unit)
      report.otherNames += 1
    }
    for (track, _) in try teams.allTracks(of: old, in: unit) {
      try teams.add(track, of: new, in: unit)
      report.tracks += 1
    }
    for prize in try prizes.prizes(of: old, in: unit) {
      _ = try prizes.set(prize, of: new, in: unit)
      report.prizes += 1
    }
    try events.recordCloning(from: original.event.slug, to: event.slug, of: new, copied: report.copied, in: unit)
    return report
  }
}
