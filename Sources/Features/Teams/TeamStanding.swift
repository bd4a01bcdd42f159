public import Postgres

/// Whether a team takes part.
public enum TeamStanding: String, CaseIterable, Sendable {
  case active
  case withdrawn
  case disqualified
}

extension TeamStanding: SQLEncodable, SQLDecodable {}
