import Foundation
import Testing

/// A device or a pipe without an end fills no memory.
@Suite(.serialized) struct EndlessInputTests {
  private static let most = "which is the most that is read."

  @Test(arguments: [
    ["rank", "/dev/zero"], ["rank", "-"], ["rank", "scores.csv", "--weights", "/dev/zero"],
    ["team", "import", "/dev/zero"], ["team", "import", "-"], ["team", "import", "teams.csv", "--map", "/dev/zero"],
    ["rubric", "import", "/dev/zero"], ["agenda", "import", "/dev/zero"],
    ["result", "verify", "/dev/zero"], ["login"], ["whoami", "--token-file", "/dev/zero"],
    ["mentor", "note", "add", "a", "-"], ["score", "sheet", "import", "/dev/zero"], ["judge", "import", "-"],
    ["announcement", "render", "--templates", "layouts"],
  ])
  func `every reader has a limit and names it`(arguments: [String]) async throws {
    try await Workplace.withEvent { place async throws in
      try place.write("team,judge,criterion,score\na,j,c,1\nb,j,c,2\n", to: "scores.csv")
      try place.write("key,name\na,A\n", to: "teams.csv")
      try FileManager.default.createDirectory(atPath: place.folder + "/layouts", withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(
        atPath: place.folder + "/layouts/announcement.md.mustache", withDestinationPath: "/dev/zero")
      let words = arguments.map { "'\($0)'" }.joined(separator: " ")
      // More memory than this is a fault too: the limit is far below.
      let ended = try await place.program.shell("ulimit -v 8000000; \"$datajam\" \(words) </dev/zero")
      #expect(ended.code == 65, "\(ended)")
      #expect(ended.errors.contains(Self.most), "\(ended)")
    }
  }

  @Test func `a line that somebody types has a limit too`() async throws {
    try await Workplace.withJudging { place async throws in
      let ended = try await place.program.shell("\"$datajam\" score enter --judge J-01 --plain </dev/zero")
      #expect(ended.code == 65, "\(ended)")
      #expect(ended.errors.contains("Standard input is longer than 64 kB, " + Self.most), "\(ended)")
    }
  }

  @Test func `of a file of which only the hash is kept no more than a piece is held`() async throws {
    try await Workplace.withJudging { place async throws in
      try await place.fill("submission", "team,summary_en\naurora,It helps.\n")
      let made = try await place.program.shell(
        "truncate -s 600M large && ulimit -v 4000000 && \"$datajam\" submission file add aurora large")
      #expect(made.code == 0, "\(made)")
      let digest = try await place.program.shell("sha256sum large | cut -d' ' -f1")
      let shown = try await place.run("submission", "show", "aurora", "--json")
      #expect(shown.output.contains(digest.output.prefix(64)), "\(shown)")
    }
  }

  @Test func `a file above the shell's limit is an error with its reason, and leaves nothing`() async throws {
    try await RankTests.withExample { program async throws in
      let ended = try await program.shell(
        #"(ulimit -f 1; exec "$datajam" rank scores.csv --draws 0 --chart c.svg 2>said | true; exit ${PIPESTATUS[0]})"#)
      #expect(ended.code == 73, "\(ended)")
      let said = try String(contentsOfFile: program.folder + "/said", encoding: .utf8)
      #expect(said.hasPrefix(#"Error: "c.svg" cannot be written: File too large."#))
      let left = try FileManager.default.contentsOfDirectory(atPath: program.folder)
      #expect(!left.contains { $0.hasSuffix(".part") || $0 == "c.svg" })
    }
  }
}
