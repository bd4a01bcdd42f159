public import Postgres

/// The private PostgreSQL server that serves when no database is named: one folder, one Unix socket, one user.
public struct LocalCluster: Sendable {
  /// The database in which everything stands, and the database user who owns it.
  static let database = "datajam"
  static let user = "datajam"

  public let home: Home
  let environment: [String: String]
  let maxConnections: Int
  let isDurable: Bool
  let patience: Patience

  /// Chooses the home folder and touches nothing.
  /// - Parameters:
  ///   - environment: Decides on the home folder and on the PostgreSQL programs; nothing is read behind it.
  ///   - maxConnections: Holds from the server's next start on.
  ///   - isDurable: Whether a power cut loses nothing; false is for tests only.
  /// - Throws: `LocalClusterError.noHome`.
  public init(environment: [String: String], maxConnections: Int = 50, isDurable: Bool = true) throws {
    try self.init(
      environment: environment, maxConnections: maxConnections, isDurable: isDurable, patience: Patience())
  }

  init(environment: [String: String], maxConnections: Int = 50, isDurable: Bool = false, patience: Patience) throws {
    home = try Home(environment: environment)
    self.environment = environment
    self.maxConnections = maxConnections
    self.isDurable = isDurable
    self.patience = patience
  }

  /// Makes sure that the server runs, at its first use by making it, and says where the database is.
  ///
  /// Cost: one connection when the server runs, about 0.1 s to start it, 2 to 5 s to make it.
  /// - Throws: `LocalClusterError`; `PostgresError` when a running server refuses.
  public func start() async throws -> ConnectionTarget {
    try await offPool {
      if try runs() { return target }
      return try startCold()
    }
  }

  /// Where the database is if the server runs, found without asking it; nil when somebody else may stand in its place.
  ///
  /// Saves the connection by which `start` makes sure, for callers who then call `start` when nobody answers.
  /// - Throws: `LocalClusterError`.
  public func expectedTarget() throws -> ConnectionTarget? {
    try home.hasTrustedSocketFolder() ? target : nil
  }

  /// Ends the server as soon as its open transactions are rolled back; tells whether one ran.
  /// - Throws: `LocalClusterError`.
  @discardableResult
  public func stop() async throws -> Bool {
    try await offPool { try shutDown() }
  }

  /// Whether the server runs, and where its parts are.
  /// - Throws: `LocalClusterError` when the home folder cannot be read.
  public func status() async throws -> Status {
    try await offPool { try inspect() }
  }

  var target: ConnectionTarget { target(Self.database) }

  private func target(_ database: String) -> ConnectionTarget {
    ConnectionTarget(socketFolder: home.socketFolder, database: database, user: Self.user)
  }

  /// Whether the server answers and has the database; connecting is the only test that can be trusted.
  func runs() throws -> Bool {
    guard try home.hasTrustedSocketFolder() else { return false }
    return try session(in: Self.database) != nil
  }

  /// Connects, or returns nil when no server answers.
  /// - Throws: `PostgresError` when a server answers and refuses, for instance because it is full.
  func session(in database: String) throws -> Session? {
    do {
      return try Session(target(database), timeouts: Timeouts())
    } catch let error where error.meansNobodyAnswers {
      return nil
    }
  }
}

/// How long a start or a stop may take before the person is told.
struct Patience: Sendable {
  /// For another process that is starting or stopping the same server.
  var lock = Duration.seconds(120)
  /// For a server that recovers after a crash.
  var start = Duration.seconds(60)
  var stop = Duration.seconds(60)
}

extension PostgresError {
  fileprivate var meansNobodyAnswers: Bool {
    switch reason {
    case .unreachable: sqlState == nil
    case .connectionLost: true
    default: false
    }
  }
}
