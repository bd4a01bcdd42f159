public import Vocabulary

/// Who a token says that somebody is: in one event, until it expires or is revoked.
public struct TokenHolder: Equatable, Sendable {
  public let event: EventID
  public let slug: String
  public let principal: Principal
  public let number: PrincipalID
  public let token: TokenID
  public let scope: TokenScope
  public let expiresAt: Timestamp
}

/// What is kept of a token, for a list.
public struct TokenRecord: Equatable, Sendable {
  public let prefix: String
  public let holder: Principal
  public let scope: TokenScope
  public let createdAt: Timestamp
  public let expiresAt: Timestamp
  /// To within a minute.
  public let lastUsedAt: Timestamp?
  public let state: State

  public enum State: String, Sendable {
    case valid
    case expired
    case revoked
  }
}
