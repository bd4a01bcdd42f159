public import Postgres

/// Whether a team is active.
public enum TeamStatus: String, CaseIterable, Sendable {
  case active
  case withdrawn
  case disqualified
}

extension TeamStatus: SQLEncodable, SQLDecodable {}
