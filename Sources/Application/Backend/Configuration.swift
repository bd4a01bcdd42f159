public import Access
public import Vocabulary

/// What the program was told from outside: options win over DATAJAM_* variables, which win over defaults.
public struct Configuration: Sendable {
  /// The named database's address; nil lets the private cluster serve. It may hold a password, so nothing prints it.
  public let databaseAddress: String?
  /// The event's slug; nil takes the only event that there is.
  public private(set) var event: String?
  /// Who acts: whom a token names, otherwise an organiser by a name that nobody has proved.
  public private(set) var principal: Principal
  /// What the token in use says; nil without one.
  public private(set) var holder: TokenHolder?
  public let environment: [String: String]

  public init(
    databaseAddress: String? = nil, event: String? = nil, principal: String? = nil, systemUser: String,
    environment: [String: String]
  ) {
    func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    self.databaseAddress = databaseAddress ?? variable("DATAJAM_DATABASE_URL")
    self.event = event ?? variable("DATAJAM_EVENT")
    self.principal = .organiser(principal ?? variable("DATAJAM_BY") ?? systemUser)
    self.environment = environment
  }

  /// The same in the name of the holder of a token, in the token's event.
  /// - Throws: `AccessError.ofOtherEvent` when another event was asked for.
  public func acting(as holder: TokenHolder) throws -> Configuration {
    if let event, event != holder.slug { throw AccessError.ofOtherEvent(asked: event, own: holder.slug) }
    var configuration = self
    configuration.event = holder.slug
    configuration.principal = holder.principal
    configuration.holder = holder
    return configuration
  }
}
