public import Postgres
import Vocabulary

/// All SQL about tokens and those who hold them.
struct TokenStore {
  /// Locks the principal, so that of two tokens at once one waits.
  func principal(_ name: String, of event: EventID, in unit: UnitOfWork) throws -> (id: PrincipalID, role: Role)? {
    try unit.row(
      """
      SELECT principal_id, role FROM principal
      WHERE event_id = \(event) AND name = \(name) AND removed_at IS NULL
      FOR UPDATE
      """
    ).map { try ($0["principal_id"], $0["role"]) }
  }

  func insert(_ principal: Principal, of event: EventID, in unit: UnitOfWork) throws -> PrincipalID {
    try unit.inserted(
      """
      INSERT INTO principal (event_id, name, role) VALUES (\(event), \(principal.name), \(principal.role))
      RETURNING principal_id
      """)
  }

  /// - Returns: Until when the token holds.
  func insert(
    _ token: AccessToken, for principal: PrincipalID, _ scope: TokenScope, days: Int, of event: EventID,
    in unit: UnitOfWork
  ) throws -> Timestamp {
    try unit.inserted(
      """
      INSERT INTO access_token (event_id, principal_id, prefix, hash, scope, expires_at)
      VALUES (\(event), \(principal), \(token.prefix), \(token.hash), \(scope),
        clock_timestamp() + make_interval(days => \(days)::integer))
      RETURNING expires_at
      """)
  }

  /// Who holds a token that is valid now.
  func holder(of token: AccessToken, in snapshot: Snapshot) throws -> TokenHolder? {
    try snapshot.row(
      """
      SELECT t.event_id, e.slug, p.name, p.role, t.principal_id, t.token_id, t.scope, t.expires_at
      FROM access_token AS t JOIN principal AS p USING (event_id, principal_id) JOIN event AS e USING (event_id)
      WHERE t.prefix = \(token.prefix) AND t.hash = \(token.hash)
        AND t.revoked_at IS NULL AND t.expires_at > clock_timestamp()
      """
    ).map { row in
      try TokenHolder(
        event: row["event_id"], slug: row["slug"], principal: Principal(name: row["name"], role: row["role"]),
        number: row["principal_id"], token: row["token_id"], scope: row["scope"], expiresAt: row["expires_at"])
    }
  }

  /// Notes that a token was used, once a minute at most.
  func touch(_ holder: TokenHolder, in unit: UnitOfWork) throws {
    try unit.execute(
      """
      UPDATE access_token SET last_used_at = clock_timestamp()
      WHERE event_id = \(holder.event) AND token_id = \(holder.token)
        AND (last_used_at IS NULL OR last_used_at < clock_timestamp() - interval '1 minute')
      """)
  }

  func isStale(_ holder: TokenHolder, in snapshot: Snapshot) throws -> Bool {
    try snapshot.value(
      """
      SELECT last_used_at IS NULL OR last_used_at < clock_timestamp() - interval '1 minute' FROM access_token
      WHERE event_id = \(holder.event) AND token_id = \(holder.token)
      """) ?? false
  }

  func all(of event: EventID, in snapshot: Snapshot) throws -> [TokenRecord] {
    try snapshot.rows(
      """
      SELECT t.prefix, p.name, p.role, t.scope, t.created_at, t.expires_at, t.last_used_at,
        CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_at <= clock_timestamp() THEN 'expired'
          ELSE 'valid' END AS state
      FROM access_token AS t JOIN principal AS p USING (event_id, principal_id)
      WHERE t.event_id = \(event)
      ORDER BY t.token_id
      """
    ).map { row in
      try TokenRecord(
        prefix: row["prefix"], holder: Principal(name: row["name"], role: row["role"]), scope: row["scope"],
        createdAt: row["created_at"], expiresAt: row["expires_at"], lastUsedAt: row["last_used_at"],
        state: row["state"])
    }
  }

  /// Ends a token. Tells whether it was valid before; nil where there is none.
  func revoke(_ prefix: String, of event: EventID, in unit: UnitOfWork) throws -> Bool? {
    try unit.value(
      """
      UPDATE access_token AS t SET revoked_at = COALESCE(t.revoked_at, clock_timestamp())
      FROM (SELECT token_id, revoked_at FROM access_token WHERE event_id = \(event) AND prefix = \(prefix) FOR UPDATE) AS old
      WHERE t.event_id = \(event) AND t.token_id = old.token_id
      RETURNING old.revoked_at IS NULL
      """)
  }

  /// Ends every token of somebody.
  /// - Returns: The prefixes of those that had not ended before.
  func revokeAll(of principal: PrincipalID, _ event: EventID, in unit: UnitOfWork) throws -> [String] {
    try unit.rows(
      """
      UPDATE access_token SET revoked_at = clock_timestamp()
      WHERE event_id = \(event) AND principal_id = \(principal) AND revoked_at IS NULL
      RETURNING prefix
      """
    ).map { try $0["prefix"] }
  }
}

extension TokenScope: SQLEncodable, SQLDecodable {}
extension TokenRecord.State: SQLDecodable {}
