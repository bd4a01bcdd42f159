import Postgres
import Testing

@testable import LocalPostgres

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Whether the tests run as root, who has to let PostgreSQL run as another user.
let isRoot = geteuid() == 0

/// A home folder of a test's own, and the cluster in it.
struct TestHome: Sendable {
  /// What stands above the home, for files of the test's own.
  let top: String
  let folder: String
  let environment: [String: String]

  /// A cluster that reads the folder's name as a person would give it.
  func cluster(
    patience: Patience = Patience(), isDurable: Bool = false, maxConnections: Int = 50, _ more: [String: String] = [:]
  ) throws -> LocalCluster {
    try LocalCluster(
      environment: environment.merging(more) { $1 }, maxConnections: maxConnections, isDurable: isDurable,
      patience: patience)
  }

  /// Starts the cluster, and makes it at its first use.
  @discardableResult
  func start() async throws -> ConnectionTarget { try await cluster().start() }

  func contents(_ name: String) throws -> String { try File.read(folder + "/" + name) ?? "" }

  func append(_ text: String, to name: String) throws {
    let descriptor = open(folder + "/" + name, O_WRONLY | O_APPEND | O_CREAT, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    write(descriptor, text, text.utf8.count)
  }
}

/// Makes a folder that is not there yet below one of the test's own, and stops and removes all of it afterwards.
func withHome(_ name: String = "home", _ body: (TestHome) async throws -> Void) async throws {
  let top = try temporaryFolder()
  let home = TestHome(
    top: top, folder: top + "/" + name, environment: ["DATAJAM_HOME": top + "/" + name, "PATH": "/usr/bin:/bin"])
  let outcome: Result<Void, any Error>
  do { outcome = .success(try await body(home)) } catch { outcome = .failure(error) }
  let cluster = try home.cluster()
  _ = try? await cluster.stop()
  if cluster.home.sharesSocketPlace { try? Folder.remove(cluster.home.socketFolder) }
  try Folder.remove(top)
  try outcome.get()
}

/// A new folder that every user may pass through.
func temporaryFolder() throws -> String {
  var template = Array("/tmp/datajam-test-XXXXXX".utf8CString)
  let path = try #require(mkdtemp(&template).map { String(cString: $0) })
  chmod(path, 0o711)
  return path
}

/// Runs statements on the database and returns the last one's first value.
@discardableResult
func ask(_ target: ConnectionTarget, _ statements: SQL...) async throws -> String? {
  let database = Database(target, limit: 1)
  let answer = try await database.session { session in
    var answer: String?
    for statement in statements { answer = try session.query(statement).first?.first(as: String?.self) }
    return answer
  }
  await database.close()
  return answer
}

/// Starts the cluster and asks it.
@discardableResult
func ask(_ cluster: LocalCluster, _ question: SQL) async throws -> String? {
  try await ask(try await cluster.start(), question)
}

/// Starts the cluster in the home and asks it.
@discardableResult
func ask(_ home: TestHome, _ question: SQL) async throws -> String? {
  try await ask(try home.cluster(), question)
}
