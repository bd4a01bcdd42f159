public import Audit
public import Postgres
public import Vocabulary

/// What the teams work on and submit.
public struct SubmissionsService: Sendable {
  let audit: AuditLog
  let store = SubmissionStore()
  let versions = VersionStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Begins a team's submission where it has none.
  public func add(
    _ team: String, of event: EventID, in unit: UnitOfWork, _ describe: (inout Submission) throws -> Void
  ) throws {
    guard try store.locked(team, of: event, in: unit) == nil else { throw SubmissionError.alreadyThere(team) }
    _ = try edit(team, of: event, in: unit, describe)
  }

  /// Begins a team's submission, or changes what it works on; what was submitted stays as it is.
  ///
  /// When judging has ended none is begun, but texts are still mended.
  public func edit(
    _ team: String, of event: EventID, in unit: UnitOfWork, _ describe: (inout Submission) throws -> Void
  ) throws -> Outcome {
    try requireTeam(team, of: event, in: unit)
    let old = try store.locked(team, of: event, in: unit)
    var new = old?.submission ?? Submission(team: team)
    try describe(&new)
    new.tracks = Set(new.tracks).sorted()
    guard old?.submission != new else { return .unchanged }
    try check(new, of: event, in: unit)
    guard let old else {
      try begin(new, of: event, in: unit)
      return .created
    }
    try store.update(new, at: old.id, of: event, in: unit)
    try write(new, over: old.submission, at: old.id, of: event, in: unit)
    try audit.updated(from: old.submission, to: new, of: event, in: unit)
    return .updated
  }

  /// Adds or changes a team's submission as a whole.
  public func set(_ submission: Submission, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try edit(submission.team, of: event, in: unit) { $0 = submission }
  }

  /// Every submission by the key of its team.
  public func all(of event: EventID, in snapshot: Snapshot) throws -> [SubmissionDetails] {
    let standings = try versions.standings(of: event, in: snapshot)
    return try store.all(of: event, in: snapshot).map { SubmissionDetails($0, standings[$0.id]) }
  }

  /// One submission with its versions, from the first on.
  public func submission(
    of team: String, _ event: EventID, in snapshot: Snapshot
  ) throws -> (overview: SubmissionDetails, versions: [SubmissionVersion]) {
    guard let stored = try store.all(of: event, only: team, in: snapshot).first else {
      try requireTeam(team, of: event, in: snapshot)
      throw SubmissionError.unknownSubmission(team)
    }
    let standing = try versions.standings(of: event, only: stored.id, in: snapshot)[stored.id]
    return (
      SubmissionDetails(stored, standing), try versions.versions(stored.id, of: event, in: snapshot)
    )
  }

  /// Notes that the team no longer wants its submission judged, or that it does again.
  public func set(
    withdrawn: Bool, _ team: String, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    let stored = try locked(team, of: event, in: unit)
    guard stored.isWithdrawn != withdrawn else { return .unchanged }
    try store.set(withdrawn: withdrawn, at: stored.id, of: event, in: unit)
    try audit.did(withdrawn ? "withdrew" : "took back", Submission.auditNoun, team, of: event, in: unit)
    return .updated
  }

  /// The submission, locked until the unit ends.
  func locked(_ team: String, of event: EventID, in unit: UnitOfWork) throws -> StoredSubmission {
    guard let stored = try store.locked(team, of: event, in: unit) else {
      try requireTeam(team, of: event, in: unit)
      throw SubmissionError.unknownSubmission(team)
    }
    return stored
  }

  private func requireTeam(_ team: String, of event: EventID, in snapshot: Snapshot) throws {
    guard try store.hasTeam(team, of: event, in: snapshot) else {
      let teams = try store.teamKeys(of: event, in: snapshot)
      throw SubmissionError.unknownTeam(team, nearest: nearest(to: team, among: teams))
    }
  }

  private func begin(_ submission: Submission, of event: EventID, in unit: UnitOfWork) throws {
    do {
      let id = try store.insert(submission, of: event, in: unit)
      try write(submission, over: Submission(team: submission.team), at: id, of: event, in: unit)
    } catch let error as PostgresError where error.constraint == "entered_before_judging_ends" {
      throw SubmissionError.tooLate(team: submission.team)
    }
    try audit.created(submission, of: event, in: unit)
  }

  /// Writes the parts that have tables of their own.
  private func write(
    _ new: Submission, over old: Submission, at id: SubmissionID, of event: EventID, in unit: UnitOfWork
  ) throws {
    if new.tracks != old.tracks { try store.set(tracks: new.tracks, at: id, of: event, in: unit) }
    if new.files != old.files { try store.set(files: new.files, at: id, of: event, in: unit) }
  }

  private func check(_ submission: Submission, of event: EventID, in snapshot: Snapshot) throws {
    let links =
      [submission.url, submission.videoURL].compactMap(\.self) + submission.links + submission.files.compactMap(\.url)
    if let link = links.first(where: { !isWebAddress($0) }) { throw SubmissionError.unusableLink(link) }
    let tracks = submission.tracks.isEmpty ? [] : try store.trackKeys(of: event, in: snapshot)
    if let stranger = submission.tracks.first(where: { !tracks.contains($0) }) {
      throw SubmissionError.unknownTrack(stranger, nearest: nearest(to: stranger, among: tracks))
    }
    if let file = submission.files.first(where: { !$0.isNamed }) { throw SubmissionError.unusableFileName(file.name) }
  }
}

extension SubmittedFile {
  fileprivate var isNamed: Bool { (1...255).contains(name.unicodeScalars.count) && name.contains { !$0.isWhitespace } }
}

extension SubmissionDetails {
  init(_ stored: StoredSubmission, _ standing: VersionStore.Standing?) {
    submission = stored.submission
    judged = standing?.judged
    versions = standing?.versions ?? 0
    receivedAt = standing?.receivedAt
    receivedLocally = standing?.receivedLocally
    hasChanges = standing?.hasChanges ?? true
    state =
      if stored.isWithdrawn {
        .withdrawn
      } else if standing?.judged != nil {
        standing?.isLate == true ? .acceptedLate : .submitted
      } else {
        versions == 0 ? .draft : .late
      }
  }
}
