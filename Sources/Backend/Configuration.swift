public import Competition

/// What the program was told from outside: options win over DATAJAM_* variables, which win over defaults.
public struct Configuration: Sendable {
  /// The named database's address; nil lets the private cluster serve. It may hold a password, so nothing prints it.
  public let databaseAddress: String?
  /// The event's slug; nil takes the only event that there is.
  public let event: String?
  /// Who acts.
  public let principal: Principal
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
}
