import Foundation
import Testing

/// The help of the program and of each noun, whole, against committed files.
@Suite struct HelpTests {
  private static let nouns = [
    "", "event", "event phase", "organiser", "org", "org role", "org alias", "participant", "team", "team member",
    "team agenda", "track", "mentor", "mentor slot", "mentor request", "mentor note", "submission", "submission file",
    "session", "session speaker", "room", "template", "export", "import", "doctor", "person", "person erase", "rubric",
    "round", "judge", "judge conflict", "judging", "login", "logout", "whoami", "token", "assignment", "score",
    "score sheet", "rank", "result", "result tie", "prize", "vote", "announcement", "announcement template",
    "certificate", "feedback", "db", "log", "demo", "version",
  ]

  /// DATAJAM_REWRITE_GOLDEN=1 writes the files anew.
  @Test(arguments: nouns) func `the help is the committed one`(noun: String) async throws {
    try await withFolder { folder async throws in
      var environment = plainEnvironment(folder)
      environment["COLUMNS"] = "80"
      let program = Program(folder: folder, environment: environment)
      let help = try await program.start(noun.split(separator: " ").map(String.init) + ["--help"]).end()
      let name = noun.isEmpty ? "datajam" : noun.replacing(" ", with: "-")
      let file = Repository.golden("\(name).txt")
      if ProcessInfo.processInfo.environment["DATAJAM_REWRITE_GOLDEN"] == "1" {
        try Data(help.output.utf8).write(to: file)
      }
      #expect(
        help == Program.Ended(code: 0, output: try String(contentsOf: file, encoding: .utf8), errors: ""))
    }
  }
}
