import LocalPostgres
import Postgres
import Vocabulary

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Does one thing with the private cluster that the environment names, for tests that need a process of their own.
@main
struct PrivateCluster {
  static func main() async {
    do {
      let cluster = try LocalCluster(environment: environment, isDurable: environment["TEST_DURABLE"] != nil)
      switch CommandLine.arguments.dropFirst().first {
      case "start":
        let database = Database(try await cluster.start(), limit: 1)
        try await database.session { try $0.run(script: "SELECT 1") }
        await database.close()
      case "stop": try await cluster.stop()
      default: print(try await cluster.status().state.rawValue)
      }
    } catch {
      let explanation = (error as? any ExplainedError)?.explanation
      print(explanation.map { "\($0.code): \($0.message)" } ?? "\(error)")
      exit(1)
    }
  }

  private static var environment: [String: String] {
    let names = ["HOME", "PATH", "XDG_DATA_HOME", "DATAJAM_HOME", "DATAJAM_PG_BINDIR", "TEST_DURABLE"]
    return names.reduce(into: [:]) { found, name in found[name] = getenv(name).map { String(cString: $0) } }
  }
}
