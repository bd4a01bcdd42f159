import Postgres

extension LocalCluster {
  /// How a private cluster is, and where its parts are.
  public struct Status: Sendable, Equatable {
    public enum State: String, Sendable {
      case running, stopped
      /// It was never used.
      case absent
    }

    public let state: State
    /// The server's main process, while it runs.
    public let process: Int32?
    /// PostgreSQL's version, such as "15.20", or "15" while the server is stopped.
    public let version: String?
    public let dataFolder: String
    public let socketFolder: String
    public let log: String
  }

  func inspect() throws -> Status {
    let major = try home.dataMajor()
    let answer = major == nil ? .nobody : try askForVersion()
    func status(_ state: Status.State, _ process: Int32? = nil, _ version: String? = nil) -> Status {
      Status(
        state: state, process: process, version: version ?? major.map(String.init), dataFolder: home.dataFolder,
        socketFolder: home.socketFolder, log: home.log)
    }
    switch answer {
    case .nobody: return status(major == nil ? .absent : .stopped)
    case .refusal: return status(.running, try Postmaster.living(in: home))
    case .version(let version): return status(.running, try Postmaster.living(in: home), version)
    }
  }

  private enum Answer {
    case nobody
    /// A server runs, but is full.
    case refusal
    case version(String)
  }

  private func askForVersion() throws -> Answer {
    guard try home.hasTrustedSocketFolder() else { return .nobody }
    do {
      guard let session = try session(in: "postgres") else { return .nobody }
      let version = try session.query("SELECT current_setting('server_version')").first?.first(as: String.self)
      // Packagers add a word of their own, such as "15.20 (Debian 15.20-0+deb12u1)".
      return version.map { .version(String($0.prefix { $0 != " " })) } ?? .refusal
    } catch is PostgresError {
      return .refusal
    }
  }
}
