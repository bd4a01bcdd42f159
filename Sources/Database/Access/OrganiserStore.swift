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
      WHERE event_id = \(event) AND role = \(Role.organiser)
      ORDER BY principal_id
      """
    ).map { try $0["name"] }
  }
}
