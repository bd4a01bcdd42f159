public import Audit
public import Postgres
public import Vocabulary

/// The tokens by which organisers and judges are known.
public struct TokensService: Sendable {
  /// A token with what is known of it: the only moment at which it can be shown.
  public struct Issued: Equatable, Sendable {
    public let token: AccessToken
    public let expiresAt: Timestamp
  }

  public static let defaultDays = 90

  private let audit: AuditLog
  private let store = TokenStore()

  public init(audit: AuditLog) { self.audit = audit }

  /// Makes a token for an organiser.
  /// - Parameter days: How long it holds, by the database's clock.
  public func add(
    for organiser: String, _ scope: TokenScope = .full, days: Int = defaultDays, of event: EventID, in unit: UnitOfWork
  ) throws -> Issued {
    guard let (number, role) = try store.principal(organiser, of: event, in: unit), role == .organiser else {
      throw AccessError.unknownOrganiser(organiser)
    }
    return try issue(to: number, scope, days: days, of: event, in: unit)
  }

  /// Makes a token for a judge, who becomes somebody who acts in the event with the first one; earlier tokens end.
  ///
  /// Has to run in the judge's own name.
  public func admit(
    judge code: String, days: Int = defaultDays, to event: EventID, in unit: UnitOfWork
  ) throws -> (number: PrincipalID, issued: Issued) {
    let known = try store.principal(code, of: event, in: unit)
    guard known == nil || known?.role == .judge else { throw AccessError.nameTaken(code) }
    let number = try known?.id ?? store.insert(Principal(name: code, role: .judge), of: event, in: unit)
    try end(tokensOf: number, of: event, in: unit)
    return (number, try issue(to: number, .full, days: days, of: event, in: unit))
  }

  /// Who holds a token that is valid.
  public func holder(of token: AccessToken, in snapshot: Snapshot) throws -> TokenHolder {
    guard let holder = try store.holder(of: token, in: snapshot) else {
      throw AccessError.notValid(prefix: token.prefix)
    }
    return holder
  }

  /// Whether the last use is a minute ago and should be noted.
  public func shouldNoteUse(by holder: TokenHolder, in snapshot: Snapshot) throws -> Bool {
    try store.isStale(holder, in: snapshot)
  }

  /// Notes that a token was used; this is no change of the event, so the log does not have it.
  public func noteUse(by holder: TokenHolder, in unit: UnitOfWork) throws { try store.touch(holder, in: unit) }

  /// Every token in the order in which they were made.
  public func all(of event: EventID, in snapshot: Snapshot) throws -> [TokenRecord] {
    try store.all(of: event, in: snapshot)
  }

  /// Ends a token.
  /// - Returns: Whether it had not been revoked before.
  public func revoke(_ prefix: String, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    let plain = Self.prefix(in: prefix)
    guard let wasValid = try store.revoke(plain, of: event, in: unit) else {
      let known = try store.all(of: event, in: unit).map(\.prefix)
      throw AccessError.unknownToken(plain, nearest: nearest(to: plain, among: known))
    }
    if wasValid { try audit.did("revoked", "token", plain, of: event, in: unit) }
    return wasValid
  }

  /// The prefix of what was typed, which may be more of a token than should be shown.
  public static func prefix(in text: String) -> String {
    String((text.hasPrefix("djt_") ? text.dropFirst(4) : Substring(text)).prefix(10))
  }

  /// Ends every token of a principal.
  public func end(tokensOf principal: PrincipalID, of event: EventID, in unit: UnitOfWork) throws {
    for prefix in try store.revokeAll(of: principal, event, in: unit) {
      try audit.did("revoked", "token", prefix, of: event, in: unit)
    }
  }

  private func issue(
    to principal: PrincipalID, _ scope: TokenScope, days: Int, of event: EventID, in unit: UnitOfWork
  ) throws -> Issued {
    let token = AccessToken.random()
    let end = try store.insert(token, for: principal, scope, days: days, of: event, in: unit)
    let fields = [
      AuditField("principal", Int(principal.rawValue)), AuditField("scope", scope.rawValue),
      AuditField("until", end.description),
    ]
    try audit.did("created", "token", token.prefix, fields, of: event, in: unit)
    return Issued(token: token, expiresAt: end)
  }
}
