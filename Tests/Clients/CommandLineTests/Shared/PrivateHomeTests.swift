import Foundation
import LocalPostgres
import Postgres
import Testing

/// The private database: where it cannot be, who cannot come in, and that nothing is half done when it dies.
@Suite(.serialized) struct PrivateHomeTests {
  /// Runs the body with a home of its own, stopped afterwards.
  private func withHome(_ body: (Program, LocalCluster) async throws -> Void) async throws {
    try await withFolder { folder async throws in
      let environment = plainEnvironment(folder)
      let cluster = try LocalCluster(environment: environment, maxConnections: 6)
      let outcome: Result<Void, any Error>
      do {
        outcome = .success(try await body(Program(folder: folder, environment: environment), cluster))
      } catch {
        outcome = .failure(error)
      }
      try await cluster.stop()
      try outcome.get()
    }
  }

  @Test func `a home that cannot be a folder is named`() async throws {
    try await withFolder { folder async throws in
      var program = Program(folder: folder, environment: plainEnvironment(folder))
      try Data().write(to: URL(filePath: folder + "/file"))
      let hint = "Make room or give yourself the right to write, or set DATAJAM_HOME to another folder."
      for (home, reason) in [(folder + "/file", "Not a directory"), ("/proc/x", "No such file or directory")] {
        program.environment["DATAJAM_HOME"] = home
        #expect(
          try await program.run("team", "list")
            == .saying(73, "Error: \"\(home)\" cannot be written: \(reason).", hint))
      }
      program.environment["DATAJAM_HOME"] = folder + "/new"
      #expect(
        try await program.run("db", "stop", "--json").output
          == "{\n  \"state\": \"stopped\",\n  \"folder\": \"\(folder)/new/data\"\n}\n")
    }
  }

  @Test(.enabled(if: geteuid() == 0, "needs root to become somebody else"))
  func `a home that the person may not write is named`() async throws {
    try await withFolder { folder async throws in
      let program = Program(folder: folder, environment: plainEnvironment(folder))
      #expect(
        try await program.shell(
          "mkdir home; cp \"$datajam\" datajam; chmod 755 datajam; "
            + "setpriv --reuid=nobody --regid=nogroup --clear-groups ./datajam team list")
          == .saying(
            73, "Error: \"\(folder)/home/lock\" cannot be written: Permission denied.",
            "Make room or give yourself the right to write, or set DATAJAM_HOME to another folder."))
    }
  }

  @Test(.timeLimit(.minutes(30))) func `a full server, a wrong password and a killed server`() async throws {
    try await withHome { program, cluster async throws in
      let target = try await cluster.start()
      try await checkPasswords(program, cluster, target)
      try await checkFullServer(program, target)
      try await checkKilledServer(program, cluster, target)
    }
  }

  private func checkPasswords(_ program: Program, _ cluster: LocalCluster, _ target: ConnectionTarget) async throws {
    let rules = cluster.home.dataFolder + "/pg_hba.conf"
    let own = try String(contentsOfFile: rules, encoding: .utf8)
    try ("local all guest scram-sha-256\n" + own).write(toFile: rules, atomically: false, encoding: .utf8)
    let database = Database(target, limit: 1)
    try await database.session { session in
      try session.run(script: "CREATE ROLE guest LOGIN PASSWORD 'right'; SELECT pg_reload_conf()")
    }
    await database.close()
    let address = "host=\(cluster.home.socketFolder) user=guest dbname=datajam"
    let check = "Check DATAJAM_DATABASE_URL or --db, and that the server runs; without either a private one is used."
    var guest = program
    guest.environment["DATAJAM_DATABASE_URL"] = address + " password=s3cret"
    #expect(
      try await guest.run("team", "list")
        == .saying(
          69, "Error: The database \"datajam\" on \"\(cluster.home.socketFolder)\" refused the password.", check))
    #expect(!(try await guest.run("team", "list", "-v", "--json")).description.contains("s3cret"))
    guest.environment["DATAJAM_DATABASE_URL"] = address
    #expect(
      try await guest.run("team", "list")
        == .saying(
          69,
          "Error: The database \"datajam\" on \"\(cluster.home.socketFolder)\" asks for a password, and none was given.",
          check))
  }

  private func checkFullServer(_ program: Program, _ target: ConnectionTarget) async throws {
    let guests = (1...6).map { _ in Database(target, limit: 1) }
    for guest in guests { try await guest.session { try $0.run(script: "SELECT 1") } }
    let refused = try await program.run("team", "list")
    #expect(refused.code == 75)
    #expect(refused.errors.contains(" has no free connection.\n"))
    for guest in guests { await guest.close() }
  }

  private func checkKilledServer(_ program: Program, _ cluster: LocalCluster, _ target: ConnectionTarget) async throws {
    try #require(
      await program.run(
        "event", "add", "jam", "--name-en", "Jam", "--from", "2026-05-08", "--to", "2026-05-10", "--tz", "UTC"
      ).code == 0)
    try Data("key,name\na,A\nb,B\n".utf8).write(to: URL(filePath: program.folder + "/teams.csv"))
    let database = Database(target, limit: 2)
    try await whileLogIsLocked(in: database) {
      let running = try program.start(["team", "import", "teams.csv"])
      try await untilSomebodyWaitsForLog(in: database)
      kill(try #require(try await cluster.status().process), SIGKILL)
      #expect(
        try await running.end()
          == .saying(
            69, "Error: The connection to the database broke before the work was finished: nothing was changed.",
            "Run the same command again."))
    }
    await database.close()
    let after = try await program.run("team", "list")
    #expect(after == .saying(0, "There is no team yet. Add some: datajam team import FILE"))
  }

  @Test(.timeLimit(.minutes(30))) func `the demonstration tells the same story twice`() async throws {
    try await withFolder { folder async throws in
      // As mktemp makes it: closed to the user as whom root's server runs.
      try FileManager.default.createDirectory(
        atPath: folder + "/home", withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      let program = Program(folder: folder, environment: plainEnvironment(folder))
      let first = try await program.run("demo")
      let second = try await program.run("demo")
      #expect(first.code == 0)
      #expect(told(first.output) == told(second.output))
      #expect(told(first.errors) == told(second.errors))
      #expect(
        first.output.contains("\n# DataJam Against Exploitation 2021: first place goes to Buyer Resist (Vancouver)\n"))
      for line in [
        "rank  team", "ok    en  nothing is missing", "ok    fr  nothing is missing", "ok    demo-jam: ",
        "# Harbour DataJam (fictional) 2026: first place goes to Aurora (Montreal)\n",
      ] {
        #expect(first.output.contains("\n" + line))
      }
      var home = program
      home.environment["DATAJAM_HOME"] = folder + "/home/demo"
      #expect(
        try await home.run("db", "status").output == "state: stopped\nfolder: \(folder)/home/demo/data\n")
    }
  }

  /// The output without its times, the beginnings of tokens and hashes that cover times, which differ from run to run.
  private func told(_ output: String) -> String {
    output.replacing(/\d{4}-\d\d-\d\dT[0-9:.]+Z/, with: "TIME").replacing(/facts [0-9a-f]{8}/, with: "facts HASH")
      .replacing(/[0-9a-f]{12,64}/, with: "HASH")
      .replacing(/created token \w{10}/, with: "created token TOKEN")
  }
}
