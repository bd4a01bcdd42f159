import Testing

@testable import LocalPostgres

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct HomeTests {
  private func folder(_ environment: [String: String], user: uid_t = 1000) throws -> String {
    try LocalCluster.Home(environment: environment, user: user).folder
  }

  @Test func `DATAJAM_HOME comes first, for root too`() throws {
    let environment = ["DATAJAM_HOME": "/srv/event", "XDG_DATA_HOME": "/data", "HOME": "/home/ada"]
    #expect(try folder(environment) == "/srv/event")
    #expect(try folder(environment, user: 0) == "/srv/event")
  }

  @Test func `root's data stand where the postgres user can reach them`() throws {
    #expect(try folder(["HOME": "/root", "XDG_DATA_HOME": "/root/data"], user: 0) == "/var/lib/datajam")
  }

  @Test func `an ordinary user's data stand in the user's data folder`() throws {
    #expect(try folder(["XDG_DATA_HOME": "/data", "HOME": "/home/ada"]) == "/data/datajam")
    #expect(try folder(["HOME": "/home/ada"]) == "/home/ada/.local/share/datajam")
  }

  @Test func `an empty variable counts as unset, and a relative XDG_DATA_HOME is not taken`() throws {
    let environment = ["DATAJAM_HOME": "", "XDG_DATA_HOME": "data", "HOME": "/home/ada"]
    #expect(try folder(environment) == "/home/ada/.local/share/datajam")
  }

  @Test func `a relative DATAJAM_HOME is counted from where the person stands`() throws {
    let here = try #require(getcwd(nil, 0))
    defer { free(here) }
    #expect(try folder(["DATAJAM_HOME": "./event/"]) == String(cString: here) + "/event")
  }

  @Test func `without any home folder nothing is guessed`() {
    #expect(throws: LocalClusterError.noHome) { try folder([:], user: 4_000_000_000) }
  }

  @Test func `the socket stands in the home folder while its path is 89 bytes or less`() throws {
    let longest = "/" + String(repeating: "h", count: 81)
    let home = try LocalCluster.Home(environment: ["DATAJAM_HOME": longest], user: 1000)
    #expect(home.socketFolder == longest + "/socket")
    #expect(home.socketFolder.utf8.count == 89)
  }

  @Test func `the socket of a longer path, or of one with a comma, stands in tmp under a name of its own`() throws {
    let long = try LocalCluster.Home(environment: ["DATAJAM_HOME": "/" + String(repeating: "h", count: 82)], user: 1000)
    let comma = try LocalCluster.Home(environment: ["DATAJAM_HOME": "/a,b"], user: 1000)
    #expect(long.socketFolder.hasPrefix("/tmp/datajam-1000-"))
    #expect(long.socketFolder.utf8.count == "/tmp/datajam-1000-".utf8.count + 16)
    #expect(comma.socketFolder.hasPrefix("/tmp/datajam-1000-"))
    #expect(long.socketFolder != comma.socketFolder)
  }
}
