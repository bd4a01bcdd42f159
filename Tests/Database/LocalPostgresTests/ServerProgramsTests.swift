import Testing

@testable import LocalPostgres

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct ServerProgramsTests {
  /// Makes a folder of programs that print a version and do nothing else.
  private func programs(_ version: String, without missing: String? = nil, in top: String) throws -> String {
    let folder = top + "/\(version)/bin"
    try Folder.make(folder, mode: 0o755)
    for name in ["initdb", "postgres", "pg_ctl"] where name != missing {
      let path = folder + "/" + name
      let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o755)
      let script = "#!/bin/sh\n[ \"$1\" = --version ] && echo 'postgres (PostgreSQL) \(version)'\n"
      write(file, script, script.utf8.count)
      close(file)
    }
    return folder
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let top = try temporaryFolder()
    defer { try? Folder.remove(top) }
    try body(top)
  }

  private func account() throws -> Account {
    try Account.server(of: LocalCluster.Home(environment: ["DATAJAM_HOME": "/nowhere"]))
  }

  @Test func `DATAJAM_PG_BINDIR is taken alone, and only when it is complete`() throws {
    try withFolder { top in
      let whole = try programs("15.20", in: top)
      let half = try programs("16.4", without: "pg_ctl", in: top)
      #expect(try ServerPrograms.folders(["DATAJAM_PG_BINDIR": whole, "PATH": half]) == [whole])
      #expect(throws: LocalClusterError.incompletePrograms(half, missing: "pg_ctl")) {
        try ServerPrograms.folders(["DATAJAM_PG_BINDIR": half])
      }
    }
  }

  @Test func `links on PATH are followed, then come the usual places, the highest version first`() throws {
    try withFolder { top in
      let folders = try ["9.6", "15.20", "16beta1", "17.1"].map { try programs($0, in: top) }
      let half = try programs("18.0", without: "postgres", in: top)
      try Folder.make(top + "/links", mode: 0o755)
      symlink(folders[1] + "/initdb", top + "/links/initdb")
      let found = try ServerPrograms.folders(["PATH": "/nowhere:\(top)/links"], usual: [top + "/*/bin"])
      #expect(found.first == folders[1])
      #expect(!found.contains(half))
      #expect(found.count == 5)
    }
  }

  @Test func `the data's own version is found behind a newer one`() throws {
    try withFolder { top in
      let (newer, own) = (try programs("17.1", in: top), try programs("15.20", in: top))
      let environment = ["PATH": "\(newer):\(own)"]
      let newest = try ServerPrograms.find(in: environment, for: nil, account: account())
      let fitting = try ServerPrograms.find(in: environment, for: 15, account: account())
      #expect(newest == ServerPrograms(folder: newer, major: 17))
      #expect(fitting == ServerPrograms(folder: own, major: 15))
    }
  }

  @Test func `programs older than 14 are refused`() throws {
    try withFolder { top in
      let old = ["DATAJAM_PG_BINDIR": try programs("13.9", in: top)]
      #expect(throws: LocalClusterError.programsTooOld(13)) {
        try ServerPrograms.find(in: old, for: nil, account: account())
      }
    }
  }

  @Test func `where there is nothing, nothing is found`() throws {
    #expect(try ServerPrograms.folders(["PATH": "/nowhere"], usual: ["/nowhere/*/bin"]) == [])
  }

  @Test func `a first start whose initdb fails names the log and leaves no data behind`() async throws {
    try await withHome { home in
      let folder = try programs("15.20", in: home.top)
      let cluster = try home.cluster(["DATAJAM_PG_BINDIR": folder])
      await #expect(throws: LocalClusterError.cannotMake(log: home.folder + "/postgres.log")) {
        try await cluster.start()
      }
      #expect(try await cluster.status().state == .absent)
    }
  }

  @Test func `a program that cannot be run is named`() throws {
    let nothing = Program(path: "/nowhere/postgres", arguments: [], account: try account(), folder: "/")
    #expect(throws: LocalClusterError.cannotRun("/nowhere/postgres", ENOENT)) { try nothing.run(output: 2) }
  }

  @Test func `a program gets a clean environment and no descriptor but its three`() throws {
    let bare = Program(
      path: "/bin/sh", arguments: ["-c", "echo $PATH $LC_ALL $HOME; ls /proc/self/fd"], account: try account(),
      folder: "/")
    let lines = try #require(try bare.printed()).split(separator: "\n")
    #expect(lines.first == "/usr/bin:/bin C")
    // The fourth is the one by which `ls` reads the folder.
    #if os(Linux)
      #expect(lines.dropFirst().elementsEqual(["0", "1", "2", "3"]))
    #endif
  }
}
