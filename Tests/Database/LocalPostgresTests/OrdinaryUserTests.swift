import Postgres
import Testing

@testable import LocalPostgres

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.serialized, .enabled(if: OtherProcess.privateCluster != nil)) struct OrdinaryUserTests {
  /// Puts the program where every user can reach it.
  private func program(in folder: String) throws -> String {
    let program = try #require(OtherProcess.privateCluster)
    let copy = folder + "/PrivateCluster"
    #expect(try OtherProcess(["cp", program, copy], in: folder).end().succeeded)
    chmod(copy, 0o755)
    return copy
  }

  @Test(.enabled(if: isRoot, "needs root to become somebody else"))
  func `an ordinary user has a cluster of its own, which root can use, stop and start`() async throws {
    let nobody = try #require(Account.named("nobody"))
    let top = try temporaryFolder()
    defer { try? Folder.remove(top) }
    let own = top + "/own"
    try Folder.make(own, mode: 0o700)
    chown(own, nobody.user, nobody.group)
    chmod(top, 0o711)
    let copy = try program(in: top)
    func asNobody(_ verb: String) throws -> String {
      try OtherProcess([copy, verb], environment: ["XDG_DATA_HOME": own], as: nobody, in: top).end().text
    }
    #expect(try asNobody("status") == "absent\n")
    #expect(try asNobody("start") == "")
    #expect(try asNobody("status") == "running\n")
    #expect(FileStatus(own + "/datajam/data")?.owner == nobody.user)

    let asRoot = try LocalCluster(environment: ["DATAJAM_HOME": own + "/datajam"], patience: Patience())
    #expect(try await ask(asRoot, "SELECT 'root'") == "root")
    #expect(try await asRoot.stop())
    #expect(try asNobody("status") == "stopped\n")
    #expect(try await ask(asRoot, "SELECT 'root'") == "root")
    #expect(try asNobody("start") == "")
    #expect(try asNobody("stop") == "")
    #expect(try await asRoot.status().state == .stopped)

    chmod(own + "/datajam", 0o500)
    unlink(own + "/datajam/lock")
    #expect(
      try asNobody("start") == "home-not-writable: \"\(own)/datajam/lock\" cannot be written: Permission denied.\n")
  }

  @Test func `settings for other databases do not leak in`() async throws {
    try await withHome { home in
      let program = try #require(OtherProcess.privateCluster)
      let others = [
        "PGPORT": "5999", "PGOPTIONS": "--bogus", "PGSSLMODE": "require", "PGGSSENCMODE": "require",
        "PGDATA": "/nowhere", "PGUSER": "nobody", "PGTARGETSESSIONATTRS": "standby", "PGCHANNELBINDING": "require",
      ]
      let environment = home.environment.merging(others) { $1 }
      let start = try OtherProcess([program, "start"], environment: environment, in: home.top).end()
      #expect(start.succeeded && start.text.isEmpty, "\(start.text)")
    }
  }
}
