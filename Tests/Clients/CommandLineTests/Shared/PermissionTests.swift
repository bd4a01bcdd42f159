import Foundation
import Testing

/// With a judge's token the program opens what judges need, and refuses every other command there is.
@Suite struct PermissionTests {
  /// What a judge may run, and what has nothing to do with any event.
  static let open: Set = [
    "assignment list", "judge conflict add", "rubric show", "score enter", "score set", "score list", "score missing",
    "score history", "score recuse", "score confirm", "score sheet export", "score sheet import", "whoami",
    "login", "logout",
    // It brings somebody in who is nobody yet.
    "judge accept",
    // Files on the own computer, and the own server.
    "rank", "template", "version", "demo", "db status", "db start", "db stop", "db migrate",
    "announcement template export", "completion install", "completion bash", "completion zsh", "completion fish",
    "manual",
  ]

  /// What stands for an argument that has to be there.
  private static let values = [
    "yyyy-mm-dd": "2026-05-08", "yyyy-mm-ddThh:mm": "2026-05-08T10:00", "zone": "UTC", "file": "teams.csv",
    "session": "1", "request": "1", "folder": "out",
    "version": "1", "n": "1", "from": "aurora", "into": "boreal",
  ]

  /// Options without which a command is told to be incomplete before it opens the database.
  private static let more = [
    "event add": ["--name-en", "A"], "mentor booking move": ["--room", "a"], "agenda speaker add": ["--name", "A"],
    "participant add": ["--name", "A"], "judge invite": ["--all"], "team disqualify": ["--reason", "text"],
    "team allow": ["--reason", "text"], "judge conflict waive": ["--domain", "a.example"],
    "judging close": [], "person erase": ["p-1"], "person retention": ["2026-05-08"], "log seal": [],
    "export": ["-o", "out.csv"], "event relate": ["jam", "--sister", "b"],
    "submission accept-late": ["aurora"], "prize add": ["--special"], "prize accept": ["a", "aurora"],
    "prize decline": ["a", "aurora"],
    "result announce": ["--now"], "result explain": ["aurora"], "announcement correct": ["--text-en", "A"],
  ]

  /// A command as the program describes it.
  struct Described: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable { let name: String }
      let kind: String
      let isOptional: Bool
      let valueName: String?
      let preferredName: Name?
      let allValues: [String]?
      let allValueStrings: [String]?
    }
    let commandName: String
    let subcommands: [Described]?
    let arguments: [Argument]?
  }

  struct Dump: Decodable { let command: Described }

  static func leaves(_ command: Described, _ path: [String]) -> [[String]] {
    let below = (command.subcommands ?? []).filter { $0.commandName != "help" }
    if !below.isEmpty { return below.flatMap { leaves($0, path + [$0.commandName]) } }
    let needed = (command.arguments ?? []).filter { !$0.isOptional && $0.kind != "flag" }
    let words = needed.flatMap { argument -> [String] in
      let known = (argument.allValues ?? argument.allValueStrings)?.first
      let value = known ?? values[argument.valueName ?? ""] ?? "aurora"
      guard argument.kind == "option", let name = argument.preferredName?.name else { return [value] }
      return ["--\(name)", value]
    }
    return [[path.joined(separator: " ")] + words + (more[path.joined(separator: " ")] ?? [])]
  }

  @Test func `every command is for organisers unless it is known to be open`() async throws {
    try await Workplace.withJudging { place async throws in
      try place.write("key,name\naurora,Aurora\n", to: "teams.csv")
      try await place.comeIn("J-01")
      let dump = try await place.run("--experimental-dump-help")
      let program = try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command
      let leaves = Self.leaves(program, [])
      #expect(Set(leaves.map { $0[0] }).isSuperset(of: Self.open))
      var wrong: [String] = []
      for leaf in leaves where !Self.open.contains(leaf[0]) {
        let words = leaf[0].split(separator: " ").map(String.init) + leaf.dropFirst()
        let ended = try await place.program.start(words).end()
        if ended.code != 4 || !ended.errors.hasPrefix("Error: This is for organisers") || !ended.output.isEmpty {
          wrong.append("\(words.joined(separator: " ")): \(ended)")
        }
      }
      #expect(wrong == [])
    }
  }

  @Test func `a judge sees and changes their own only`() async throws {
    try await Workplace.withJudging { place async throws in
      #expect(try await place.run("score", "set", "J-02", "aurora", "impact=1").code == 0)
      try await place.comeIn("J-01")
      let assigned = try document(try await place.run("assignment", "list", "--json").output)
      #expect(assigned["count"] as? Int == 2)
      #expect(try document(try await place.run("score", "list", "--json").output)["count"] as? Int == 0)
      #expect(try document(try await place.run("score", "missing", "--json").output)["count"] as? Int == 2)
      let saved = try await place.run("score", "set", "aurora", "impact=8")
      #expect(
        saved == .saying(0, #"sheet "J-01 aurora": created"#, "It does not count yet. Add --ready when it is complete.")
      )
      #expect(
        try await place.run("score", "set", "J-02", "aurora", "impact=8")
          == .saying(
            4, #"Error: The sheets of "J-02" are for that judge and for organisers."#,
            "See who you are: datajam whoami"))
      #expect(
        try await place.run("judge", "conflict", "add", "J-02", "aurora", "--reason", "envy").code == 4)
      #expect(try await place.run("judge", "conflict", "add", "boreal", "--reason", "a cousin").code == 0)
      #expect(
        try await place.run("score", "set", "boreal", "impact=8")
          == .saying(
            1, #"Error: J-01 has a conflict of interest with team "boreal", so the score was not taken."#))
      #expect(try await place.run("whoami").output.hasPrefix("Ann (judge J-01) · event jam · db "))
    }
  }

  @Test func `a name beside a token, another event and a round of others are refused`() async throws {
    try await Workplace.withJudging { place async throws in
      try await place.comeIn("J-01")
      #expect(try await place.run("whoami", "--by", "ada").code == 64)
      #expect(try await place.run("whoami", "-E", "other").code == 4)
      #expect(
        try await place.run("score", "list", "--round", "final")
          == .saying(5, #"Error: There is no round "final"."#, "Open one: datajam judging open KEY"))
    }
  }
}
