import Postgres
import Vocabulary

/// All SQL about organisers.
struct OrganiserStore {
  func insert(_ name: String, of event: EventID, in unit: UnitOfWork) throws -> PrincipalID {
    try unit.inserted(
      """
      INSERT INTO principal (event_id, name, role) VALUES (\(event), \(name), \(Role.organiser))
      RETURNING principal_id
      """)
  }

  func names(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      SELECT name FROM principal
      WHERE event_id = \(event) AND role = \(Role.organiser) AND removed_at IS NULL
      ORDER BY principal_id
      """
    ).map { try $0["name"] }
  }

  /// The organisers, locked until the unit ends, so that two who remove each other take turns.
  func locked(of event: EventID, in unit: UnitOfWork) throws -> [(number: PrincipalID, name: String)] {
    try unit.rows(
      """
      SELECT principal_id, name FROM principal
      WHERE event_id = \(event) AND role = \(Role.organiser) AND removed_at IS NULL
      ORDER BY principal_id
      FOR UPDATE
      """
    ).map { (try $0["principal_id"], try $0["name"]) }
  }

  func remove(_ number: PrincipalID, of event: EventID, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE principal SET removed_at = clock_timestamp() WHERE event_id = \(event) AND principal_id = \(number)
      """)
  }

  /// Lets somebody act again who was removed.
  /// - Returns: Their number; nil where nobody of this name was.
  func readmit(_ name: String, to event: EventID, in unit: UnitOfWork) throws -> PrincipalID? {
    try unit.value(
      """
      UPDATE principal SET removed_at = NULL
      WHERE event_id = \(event) AND name = \(name) AND role = \(Role.organiser) AND removed_at IS NOT NULL
      RETURNING principal_id
      """)
  }
}
