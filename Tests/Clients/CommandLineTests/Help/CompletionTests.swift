import Foundation
import Testing

/// The Tab key: installing it, and the keys that it offers.
@Suite struct CompletionTests {
  @Test(arguments: [
    ("bash", ".local/share/bash-completion/completions/datajam"),
    ("zsh", ".local/share/zsh/site-functions/_datajam"), ("fish", ".config/fish/completions/datajam.fish"),
  ]) func `the script is installed where the shell looks for it`(shell: String, file: String) async throws {
    try await withFolder { folder async throws in
      var program = Program(folder: folder, environment: plainEnvironment(folder))
      program.environment["SHELL"] = "/bin/\(shell)"
      let script = try await program.run("completion", shell)
      #expect(script.code == 0 && script.output.contains("---completion"))
      let installed = try await program.run("completion", "install")
      #expect(installed.code == 0)
      #expect(installed.errors.hasPrefix("Wrote \(folder)/\(file)\n"))
      #expect(try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) == script.output)
    }
  }

  @Test func `another shell is refused`() async throws {
    try await withFolder { folder async throws in
      var program = Program(folder: folder, environment: plainEnvironment(folder))
      program.environment["SHELL"] = "/bin/tcsh"
      #expect(
        try await program.run("completion", "install")
          == .saying(
            64, #"Error: There is no completion for the shell "/bin/tcsh"."#,
            "Name one of them: --shell bash, --shell zsh or --shell fish"))
    }
  }

  /// What the program offers for an argument, as the script of bash asks for it.
  private func offered(_ program: Program, _ command: [String], _ argument: String, _ line: [String]) async throws
    -> Program.Ended
  {
    var program = program
    program.environment["SAP_SHELL"] = "bash"
    return try await program.start(
      ["---completion"] + command + ["--", argument, String(line.count - 1), "0"] + line
    ).end()
  }

  @Test func `keys of the database are offered`() async throws {
    try await Workplace.withJudging { place async throws in
      func keys(_ command: String, _ argument: String, _ line: String) async throws -> [String] {
        let ended = try await offered(
          place.program, command.split(separator: " ").map(String.init), argument,
          line.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
        #expect(ended.code == 0 && ended.errors == "")
        return ended.output.split(separator: "\n").map(String.init).sorted()
      }
      #expect(try await keys("team show", "positional@0", "datajam team show ") == ["aurora", "boreal"])
      #expect(try await keys("judge show", "positional@0", "datajam judge show ") == ["J-01", "J-02"])
      #expect(try await keys("round show", "positional@0", "datajam round show ") == ["main"])
      #expect(try await keys("team list", "--event", "datajam team list -E ") == ["jam"])
      #expect(try await keys("team show", "positional@0", "datajam team show -E other ") == [])
      try await place.comeIn("J-01")
      #expect(try await keys("team show", "positional@0", "datajam team show ") == ["aurora", "boreal"])
      #expect(try await keys("judge show", "positional@0", "datajam judge show ") == [])
    }
  }

  @Test func `without a server nothing is offered, started or said`() async throws {
    try await withFolder { folder async throws in
      var program = Program(folder: folder, environment: plainEnvironment(folder))
      let line = ["datajam", "team", "show", ""]
      #expect(try await offered(program, ["team", "show"], "positional@0", line).errors == "")
      #expect(!FileManager.default.fileExists(atPath: folder + "/home"))
      // An address from the block for documentation (RFC 5737), where nobody answers.
      program.environment["DATAJAM_DATABASE_URL"] = "postgresql://nobody@192.0.2.1/none"
      let begin = ContinuousClock.now
      let ended = try await offered(program, ["team", "show"], "positional@0", line)
      #expect(ended.code == 0 && ended.errors == "")
      #expect(ContinuousClock.now - begin < .seconds(4))
    }
  }
}
