public import Audit
import CSV
public import Events
public import ImportFormats
import ImportStaging
import Lookup
public import Organisations
public import Participants
public import Postgres
public import Submissions
public import Teams
import Vocabulary

/// Takes a file of somebody's into an event: all of it, or its good rows where that was asked for, or nothing.
///
/// Rows are streamed into a table of the unit's own, looked at there by each feature at once, and taken at once, so that
/// a hundred thousand rows take a few statements.
public struct FileImport: Sendable {
  /// What the organiser wants done.
  public struct Options: Sendable {
    public var settings = ReadingSettings()
    /// Whether good rows are taken when others are not.
    public var keepsGoodRows = false
    /// Whether what was edited by hand since the last import is written over.
    public var overwrites = false
    /// Whether people who asked to be erased are taken all the same.
    public var takesErased = false
    /// Whether the last of several rows about the same thing counts.
    public var takesLast = false
    /// When submissions without a time came.
    public var submissionTime = SubmissionTime.unsaid

    public init() {}
  }

  private let audit: AuditLog
  private let imports = ImportsService()
  private let organisations: OrganisationsService
  private let participants: ParticipantsService
  private let teams: TeamsService
  private let submissions: SubmissionsService

  public init(
    audit: AuditLog, organisations: OrganisationsService, participants: ParticipantsService, teams: TeamsService,
    submissions: SubmissionsService
  ) {
    self.audit = audit
    self.organisations = organisations
    self.participants = participants
    self.teams = teams
    self.submissions = submissions
  }

  /// - Parameter progress: Told now and then what share of the work is done.
  /// - Throws: `FileImportError` with what the good rows would have come to; the unit must not be kept then.
  public func run(
    _ file: some ImportableFile, _ options: Options, into event: StoredEvent, in unit: UnitOfWork,
    progress: @escaping (Double) -> Void = { _ in }
  ) throws -> FileImportReport {
    try imports.begin(in: event.id, unit)
    var intake = try ImportFileReader(file, settings(options, of: event, unit), progress: progress)
    try imports.stage(in: unit) { rows in try intake.readAll(into: &rows) }
    var report = intake.report
    guard report.rows > 0 else { throw FileImportError.noRows(file: file.name) }
    try settleAnswers(intake.reading, options, &report, event, unit)
    try inspect(intake.reading, options, event, unit)
    progress(ImportShares.inspected)
    report.add(try imports.problems(in: unit), intake.reading)
    try imports.setAsideRejected(in: unit)
    try take(intake.reading, options, &report, event, unit, progress)
    progress(1)
    try settleLate(options, &report, event, unit, file: file.name)
    report.skip("the person asked to be erased", rows: try imports.erasedRows(in: unit))
    report.count(try imports.rowTally(in: unit), of: try imports.tallies(in: unit))
    guard report.problems.isEmpty || options.keepsGoodRows else {
      throw FileImportError.rejected(report, file: file.name)
    }
    return report
  }

  private func settings(_ options: Options, of event: StoredEvent, _ unit: UnitOfWork) throws -> ReadingSettings {
    var settings = options.settings
    settings.eventTimeZone = event.event.timeZone
    settings.eventLanguage = event.event.languages.first ?? .english
    settings.knownPrizes = try imports.prizeNames(of: event.id, in: unit)
    if let zone = settings.timeZone { try ZoneStore.require(zone, in: unit) }
    return settings
  }

  /// Keeps the latest of several answers, and gives submissions the time that was said.
  private func settleAnswers(
    _ reading: FileReading, _ options: Options, _ report: inout FileImportReport, _ event: StoredEvent,
    _ unit: UnitOfWork
  ) throws {
    // A project of a platform has a row for each prize; they are gathered elsewhere.
    let tellsTimes = reading.profile.isSpreadsheet && reading.index(of: DraftField.receivedAt.column) != nil
    if options.takesLast && reading.profile != .devpost || tellsTimes {
      for replaced in try imports.replaceEarlier(takingLast: options.takesLast, in: unit) {
        let reason = replaced.isByTime ? "as the later answer" : "with --last"
        report.skip("row \(replaced.latest) replaces it \(reason)", row: replaced.row, nil)
      }
    }
    if case .at(let text) = options.submissionTime {
      let days = event.event.startsOn...event.event.endsOn
      guard let time = WrittenMoment(text, order: options.settings.dateOrder, among: days)?.time else {
        throw FileImportError.unknownTime(text)
      }
      report.notes.append("Submissions without a time came at \(time).")
      try imports.receive("\(time) \(options.settings.timeZone ?? event.event.timeZone)", in: unit)
    }
  }

  /// Settles submissions that would be late only because the file does not say when they came.
  private func settleLate(
    _ options: Options, _ report: inout FileImportReport, _ event: StoredEvent, _ unit: UnitOfWork, file: String
  ) throws {
    let late = try submissions.stagedLate(of: event.id, in: unit)
    guard !late.isEmpty else { return }
    switch options.submissionTime {
    case .unsaid: throw FileImportError.withoutTimes(late, file: file)
    case .inTime(let reason):
      for team in late {
        _ = try submissions.acceptLate(team, because: reason, onlySubmitted: true, of: event.id, in: unit)
      }
      report.notes.append("Accepted as in time: \(late.count == 1 ? "1 submission" : "\(late.count) submissions").")
    case .now, .at:
      report.notes.append(
        "Late, and not judged unless they are accepted: \(late.count == 1 ? "1 submission" : "\(late.count) submissions")."
      )
    }
  }

  /// Each feature looks at all rows: people before the teams that they are in.
  private func inspect(
    _ reading: FileReading, _ options: Options, _ event: StoredEvent, _ unit: UnitOfWork
  ) throws {
    let source = reading.profile.rawValue
    try organisations.inspectStaged(in: unit)
    try participants.inspectStaged(from: source, takingErased: options.takesErased, of: event.id, in: unit)
    // A generic list of submissions has to name teams that are there; lists of people and of projects bring theirs.
    let bringsTeams = reading.noun != .submission || reading.profile != .generic
    try teams.inspectStaged(
      from: source, bringsTeams: bringsTeams, isJudged: event.phase >= .judging, isAboutTeams: reading.noun == .team,
      overwriting: options.overwrites, of: event.id, in: unit)
    try submissions.inspectStaged(from: source, overwriting: options.overwrites, of: event.id, in: unit)
  }

  /// Takes all rows at once. When a rule of the schema refuses one that nobody found before, the rows are halved until it
  /// is known which.
  private func take(
    _ reading: FileReading, _ options: Options, _ report: inout FileImportReport, _ event: StoredEvent,
    _ unit: UnitOfWork, _ progress: (Double) -> Void
  ) throws {
    do {
      try unit.savepoint { try takeStaged(reading, options, event, unit, progress) }
    } catch let error as PostgresError where error.breaksARule {
      let culprits = try Bisection(imports: imports, unit: unit) { try takeStaged(reading, options, event, unit) }
        .culprits()
      guard !culprits.isEmpty else { throw error }
      try imports.refuse(culprits, in: unit)
      report.add(try imports.problems(in: unit).filter { $0.code == .refused }, reading)
      try imports.setAsideRejected(in: unit)
      try takeStaged(reading, options, event, unit)
    }
    report.remark(try imports.problems(in: unit).filter(\.isRemark), reading)
  }

  private func takeStaged(
    _ reading: FileReading, _ options: Options, _ event: StoredEvent, _ unit: UnitOfWork,
    _ progress: (Double) -> Void = { _ in }
  ) throws {
    let source = reading.profile.rawValue
    try audit.openBatch(in: unit)
    try organisations.takeStaged(from: source, overwriting: options.overwrites, of: event.id, in: unit)
    try teams.takeStaged(overwriting: options.overwrites, of: event.id, in: unit)
    progress(ImportShares.teams)
    try participants.takeStaged(overwriting: options.overwrites, of: event.id, in: unit)
    progress(ImportShares.participants)
    try teams.takeStagedMembers(of: event.id, in: unit)
    progress(ImportShares.members)
    try submissions.takeStaged(overwriting: options.overwrites, of: event.id, in: unit)
    progress(ImportShares.submissions)
    try imports.remember(source, of: event.id, in: unit)
  }
}

extension PostgresError {
  /// Whether a constraint refused what was written (SQLSTATE class 23), except for what somebody else wrote meanwhile.
  fileprivate var breaksARule: Bool {
    guard let state = sqlState else { return false }
    return state.hasPrefix("23") && state != "23505"
  }
}
