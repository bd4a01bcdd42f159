public import Access
public import Agenda
public import Announcement
public import Audit
public import Events
public import Health
public import Judging
import LocalPostgres
public import Mentoring
public import Organisations
public import Participants
public import Postgres
public import Prizes
public import Results
public import Rubrics
import Schema
public import Scores
public import Submissions
public import Teams
public import UseCases
public import Vocabulary

/// Every service on one open database: what a client is given.
public struct Backend: Sendable {
  public let configuration: Configuration
  public let database: Database
  public let audit: AuditLog
  public let organisers: OrganisersService
  public let tokens: TokensService
  public let events: EventsService
  public let organisations: OrganisationsService
  public let participants: ParticipantsService
  public let teams: TeamsService
  public let agenda: AgendaService
  public let submissions: SubmissionsService
  public let rubrics: RubricsService
  public let judging: JudgingService
  public let mentoring: MentoringService
  public let scores: ScoresService
  public let results: ResultsService
  public let prizes: PrizesService
  public let awards: AwardsService
  public let announcement: AnnouncementService
  public let letters: LetterWriting
  public let health = HealthService()
  public let imports = RowImport()
  public let rounds: RoundLifecycle
  public let topUps: SheetTopUp
  public let announcing: ResultAnnouncement
  public let retraction: ResultRetraction
  public let verification: LogVerification
  public let admission: JudgeAdmission
  public let sheetsOut: SheetExport
  public let sheetsIn: SheetImport
  public let files: FileImport
  public let cloning: EventCloning
  public let exports: EventExport
  public let eventImport: EventImport
  public let erasure: PersonErasure
  public let participantRemoval: ParticipantRemoval
  public let volunteers: VolunteerErasure

  /// Makes the services on a database that is open and at the program's schema.
  public init(_ configuration: Configuration, on database: Database) {
    let audit = AuditLog()
    self.configuration = configuration
    self.database = database
    self.audit = audit
    announcement = AnnouncementService(audit: audit)
    organisers = OrganisersService(audit: audit)
    tokens = TokensService(audit: audit)
    events = EventsService(audit: audit)
    organisations = OrganisationsService(audit: audit)
    participants = ParticipantsService(audit: audit)
    teams = TeamsService(audit: audit)
    agenda = AgendaService(audit: audit)
    submissions = SubmissionsService(audit: audit)
    files = FileImport(
      audit: audit, organisations: organisations, participants: participants, teams: teams, submissions: submissions)
    rubrics = RubricsService(audit: audit)
    judging = JudgingService(audit: audit)
    mentoring = MentoringService(audit: audit)
    scores = ScoresService(audit: audit)
    results = ResultsService(audit: audit)
    prizes = PrizesService(audit: audit)
    awards = AwardsService(audit: audit)
    announcing = ResultAnnouncement(announcement: announcement, results: results, awards: awards)
    letters = LetterWriting(announcement: announcement, scores: scores)
    rounds = RoundLifecycle(events: events, judging: judging, results: results)
    topUps = SheetTopUp(judging: judging, results: results)
    verification = LogVerification(announcement: announcement, audit: audit)
    retraction = ResultRetraction(events: events, results: results)
    admission = JudgeAdmission(tokens: tokens, judging: judging)
    sheetsOut = SheetExport(scores: scores)
    sheetsIn = SheetImport(scores: scores)
    cloning = EventCloning(
      events: events, organisations: organisations, rubrics: rubrics, prizes: prizes, teams: teams)
    exports = EventExport()
    eventImport = EventImport(events: events, organisers: organisers)
    participantRemoval = ParticipantRemoval(participants: participants, teams: teams)
    volunteers = VolunteerErasure(judging: judging, mentoring: mentoring, tokens: tokens)
    erasure = PersonErasure(
      announcement: announcement, audit: audit, events: events, participants: participants, teams: teams,
      volunteers: volunteers)
  }

  /// Opens the named database, which must be at the program's schema, or the private cluster, which is brought there.
  public static func open(_ configuration: Configuration) async throws -> Backend {
    if let address = configuration.databaseAddress {
      let database = Database(try ConnectionTarget(address))
      try await database.session { try Schema.migrator.requireCurrent(in: $0) }
      return Backend(configuration, on: database)
    }
    return Backend(configuration, on: try await openPrivate(LocalCluster(environment: configuration.environment)))
  }

  /// Takes the server for running, as it mostly is, and starts it only when nobody answers.
  private static func openPrivate(_ cluster: LocalCluster) async throws -> Database {
    if let target = try cluster.expectedTarget() {
      do {
        return try await broughtToSchema(Database(target))
      } catch let error as PostgresError where error.isUnreachable {
        // It has to be started first.
      }
    }
    return try await broughtToSchema(Database(try await cluster.start()))
  }

  private static func broughtToSchema(_ database: Database) async throws -> Database {
    try await database.session { session in
      if try !Schema.migrator.status(in: session).isCurrent { _ = try Schema.migrator.migrate(in: session) }
    }
    return database
  }

  /// How often a unit of work is done again after others added or removed what it was about to add or use.
  private static let tries = 5

  /// Runs one unit of work in the name of the principal of the configuration, through the command line.
  ///
  /// What somebody else added or removed meanwhile is refused (23505, 23503) unless a feature has words for it; when the
  /// body runs again, it finds what is there.
  public func transaction<Result: Sendable>(
    isRehearsal: Bool = false, _ body: @Sendable (UnitOfWork) throws -> Result
  ) async throws -> Result {
    if configuration.holder?.scope == .read { throw AccessError.onlyReading }
    for _ in 1..<Self.tries {
      do {
        return try await once(isRehearsal, body)
      } catch let error as PostgresError where ["23503", "23505"].contains(error.sqlState) {
        continue
      }
    }
    return try await once(isRehearsal, body)
  }

  private func once<Result: Sendable>(
    _ isRehearsal: Bool, _ body: @Sendable (UnitOfWork) throws -> Result
  ) async throws -> Result {
    try await database.transaction(
      as: configuration.principal, through: .commandLine, isRehearsal: isRehearsal, body)
  }

  /// Runs one unit of work in the configured event.
  /// - Parameter phases: The phases in which it makes sense.
  /// - Throws: `PhaseError` in any other phase.
  public func change<Result: Sendable>(
    during phases: ClosedRange<Phase> = Phase.changeable, isRehearsal: Bool = false,
    _ body: @Sendable (EventID, UnitOfWork) throws -> Result
  ) async throws -> Result {
    try await transaction(isRehearsal: isRehearsal) { unit in
      let event = try events.find(configuration.event, in: unit)
      try events.require(phases, of: event)
      return try body(event.id, unit)
    }
  }

  /// Reads the configured event through one consistent view.
  public func read<Result: Sendable>(_ body: @Sendable (StoredEvent, Snapshot) throws -> Result) async throws -> Result
  {
    try await database.read { snapshot in
      try body(events.find(configuration.event, in: snapshot), snapshot)
    }
  }
}

extension PostgresError {
  fileprivate var isUnreachable: Bool {
    if case .unreachable = reason { true } else { false }
  }
}
