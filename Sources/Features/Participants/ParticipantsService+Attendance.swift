import Audit
public import Postgres
public import Vocabulary

/// Who came, who withdrew, and how many there are.
extension ParticipantsService {
  /// Notes that participants came; who was noted before stays so.
  /// - Returns: Who was new, by key.
  public func checkIn(_ keys: [String], of event: EventID, in unit: UnitOfWork) throws -> [String: Outcome] {
    var outcomes: [String: Outcome] = [:]
    // Always in the same order, so that two check-ins at once wait for each other instead of locking up.
    for key in Set(keys).sorted() {
      let registration = try locked(key, of: event, in: unit)
      guard registration.withdrawnAt == nil else { throw ParticipantError.withdrawn(key) }
      guard registration.checkedInAt == nil else {
        outcomes[key] = .unchanged
        continue
      }
      try attendance.checkIn(registration.id, of: event, in: unit)
      try log("checked in", registration, of: event, in: unit)
      outcomes[key] = .updated
    }
    return outcomes
  }

  /// Takes back that participants came; who was not noted stays so.
  /// - Returns: Who had been noted, by key.
  public func undoCheckIn(_ keys: [String], of event: EventID, in unit: UnitOfWork) throws -> [String: Outcome] {
    var outcomes: [String: Outcome] = [:]
    for key in Set(keys).sorted() {
      let registration = try locked(key, of: event, in: unit)
      guard registration.checkedInAt != nil else {
        outcomes[key] = .unchanged
        continue
      }
      try attendance.undoCheckIn(registration.id, of: event, in: unit)
      try log("no longer checked in", registration, of: event, in: unit)
      outcomes[key] = .updated
    }
    return outcomes
  }

  /// Ends a participant's taking part: they leave their team and are no longer checked in.
  /// - Returns: What it came to, and the team that lost a member.
  public func withdraw(
    _ key: String, of event: EventID, in unit: UnitOfWork
  ) throws -> (outcome: Outcome, team: String?) {
    let registration = try locked(key, of: event, in: unit)
    guard registration.withdrawnAt == nil else { return (.unchanged, nil) }
    // A participant who is joining a team has joined, or waits for the lock and then is refused.
    let team = try attendance.team(of: registration.id, event, in: unit)
    try attendance.withdraw(registration.id, of: event, in: unit)
    try audit.did(
      "withdrew", Registration.auditNoun, registration.auditKey, from: [AuditField("team", team)],
      [AuditField("team", nil as String?)], of: event, in: unit)
    return (.updated, team)
  }

  /// Lets somebody who withdrew take part again; they are in no team.
  public func readmit(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    let registration = try locked(key, of: event, in: unit)
    guard registration.withdrawnAt != nil else { return .unchanged }
    try attendance.readmit(registration.id, of: event, in: unit)
    try log("readmitted", registration, of: event, in: unit)
    return .updated
  }

  public func count(of event: EventID, in snapshot: Snapshot) throws -> Count {
    try attendance.count(of: event, in: snapshot)
  }

  /// How many there are, in groups that point at nobody.
  public func statistics(of event: EventID, in snapshot: Snapshot) throws -> ParticipantStatistics {
    ParticipantStatistics(
      totals: try attendance.totals(of: event, in: snapshot),
      countries: disclosed(try attendance.countries(of: event, in: snapshot)),
      languages: disclosed(try attendance.languages(of: event, in: snapshot)))
  }

  /// Those who do not say are no group.
  private func disclosed(_ people: [String?: Int]) -> DisclosedGroups {
    DisclosedGroups(Dictionary(uniqueKeysWithValues: people.compactMap { name, count in name.map { ($0, count) } }))
  }

  private func log(_ action: String, _ registration: Registration, of event: EventID, in unit: UnitOfWork) throws {
    try audit.did(action, Registration.auditNoun, registration.auditKey, of: event, in: unit)
  }
}
