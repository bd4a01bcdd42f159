import Foundation
import Postgres
import Testing

/// Who asked to be erased is added by hand only when the organiser says so; mentors and judges alike.
@Suite struct ErasedByHandTests {
  private func refusal(_ kind: String, _ what: String, _ value: String) -> Program.Ended {
    .saying(
      1, "Error: A \(kind) with the \(what) \"\(value)\" asked to be erased, so nothing was changed.",
      "If the person agrees to come back, repeat the command with --with-erased.")
  }

  @Test(arguments: [("participant", "ann", "key"), ("mentor", "ann", "key"), ("judge", "J-01", "code")])
  func `a key and an address are refused, and taken with the option`(kind: String, key: String, what: String)
    async throws
  {
    try await Workplace.withEvent { place async throws in
      let add = [kind, "add", key, "--name", "Ann Ng", "--email", "ann@x.example"]
      #expect(try await place.program.start(add).end().code == 0)
      let erase = kind == "participant" ? "person" : kind
      #expect(try await place.run(erase, "erase", key, "--confirm", key).code == 0)
      let before = try await place.ask("SELECT count(*)::text FROM audit_entry")

      #expect(try await place.program.start(add).end() == refusal(kind, what, key))
      let other = [kind, "add", "J-02", "--name", "A.", "--email", "ANN@X.example"]
        .map { kind == "judge" ? $0 : $0.replacing("J-02", with: "new") }
      #expect(try await place.program.start(other).end() == refusal(kind, "address", "ann@x.example"))
      if kind != "participant" {
        let set = [kind, "set", key, "--name", "Ann Ng"]
        #expect(try await place.program.start(set).end() == refusal(kind, what, key))
      }
      #expect(try await place.ask("SELECT count(*)::text FROM audit_entry") == before)

      let again = try await place.program.start(add + ["--with-erased"]).end()
      #expect(again.code == 0, "\(again)")
      // Who is here again is changed as anybody is.
      let set = [kind, "set", key, kind == "participant" ? "--city" : "--languages", "fr"]
      #expect(try await place.program.start(set).end().code == 0)
      let name = kind == "participant" ? "display_name" : "name"
      #expect(
        try await place.ask(
          "SELECT \(identifier: name) FROM \(identifier: kind) WHERE email = 'ann@x.example' AND erased_at IS NULL")
          == "Ann Ng")
      try await place.expectUnaltered()
    }
  }

  @Test(arguments: ["participant", "mentor", "judge"])
  func `an erased address is not given to somebody else either`(kind: String) async throws {
    try await Workplace.withEvent { place async throws in
      for (key, name) in [("a-1", "Ann"), ("b-1", "Bob")] {
        let add = [kind, "add", key, "--name", name, "--email", "\(name)@x.example"]
        #expect(try await place.program.start(add).end().code == 0)
      }
      #expect(
        try await place.run(kind == "participant" ? "person" : kind, "erase", "a-1", "--confirm", "a-1").code == 0)
      let set = [kind, "set", "b-1", "--email", "ann@x.example"]
      #expect(try await place.program.start(set).end() == refusal(kind, "address", "ann@x.example"))
      #expect(try await place.program.start(set + ["--with-erased"]).end().code == 0)
    }
  }

  @Test func `somebody who was known by name alone is refused by name`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("participant", "add", "--name", "Ann Ng").code == 0)
      #expect(try await place.run("person", "erase", "p-1", "--confirm", "p-1").code == 0)
      #expect(
        try await place.run("participant", "add", "--name", "Ann  NG") == refusal("participant", "name", "ann ng"))
      #expect(
        try await place.run("participant", "add", "p-1", "--name", "Al") == refusal("participant", "key", "p-1"))
      #expect(try await place.run("participant", "add", "--name", "Ann Ng", "--with-erased").code == 0)
      #expect(try await place.run("participant", "add", "p-1", "--name", "Al", "--with-erased").code == 0)
    }
  }

  @Test(arguments: [
    ("mentor", "key,name,email\nann,Ann Ng,ann@x.example\nbob,Bob,\n", "ann"),
    ("judge", "code,name,email\nJ-01,Ann Ng,ann@x.example\nJ-02,Bob,\n", "J-01"),
  ])
  func `a file of mentors or judges leaves the row out, unless it is told`(kind: String, file: String, key: String)
    async throws
  {
    try await Workplace.withEvent { place async throws in
      try await place.fill(kind, file)
      #expect(try await place.run(kind, "erase", key, "--confirm", key).code == 0)
      for text in [file, file.replacing("\n\(key),", with: "\nj-9,"), file.replacing("ann@", with: "other@")] {
        for options in [["--dry-run"], []] {
          try place.write(text, to: "again.csv")
          let again = try await place.program.start([kind, "import", "again.csv"] + options).end()
          #expect(again.code == 0, "\(again)")
          let sentence = "this person asked to be erased and is left out. To take them all the same: --with-erased"
          #expect(again.errors.contains("  warning: row 2: \(sentence)\n"), "\(again)")
          let counts = "\(kind): 0 created, 0 updated, 1 unchanged, 1 skipped (2 rows of again.csv)\n"
          #expect(again.errors.contains(counts), "\(again)")
        }
      }
      #expect(try await place.ask("SELECT count(*)::text FROM \(identifier: kind) WHERE name = 'Ann Ng'") == "0")
      try place.write(file, to: "again.csv")
      let taken = try document(
        try await place.run(kind, "import", "again.csv", "--with-erased", "--json").output)
      #expect(taken["created"] as? Int == 1 && taken["skipped"] as? Int == 0, "\(taken)")
      #expect(try await place.ask("SELECT count(*)::text FROM \(identifier: kind) WHERE name = 'Ann Ng'") == "1")
      try await place.expectUnaltered()
    }
  }

  @Test func `the number that became a mentor's key is free for who comes back`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("mentor", "add", "m-1", "--name", "Mia").code == 0)
      #expect(try await place.run("mentor", "erase", "m-1", "--confirm", "m-1").code == 0)
      for verb in ["add", "set"] {
        #expect(try await place.run("mentor", verb, "m-1", "--name", "Mia") == refusal("mentor", "key", "m-1"))
      }
      #expect(try await place.run("mentor", "set", "m-1", "--name", "Mia", "--with-erased").code == 0)
      #expect(try await place.lines("SELECT key FROM mentor ORDER BY mentor_id") == ["m-1-erased", "m-1"])
      try await place.expectUnaltered()
    }
  }

  @Test func `a judge who comes back has the code with the sheets, and is invited anew`() async throws {
    try await Workplace.withJudging { place async throws in
      let scored = ["score", "set", "J-01", "aurora", "impact=8", "data=4", "--ready"]
      #expect(try await place.program.start(scored).end().code == 0)
      #expect(try await place.run("judge", "erase", "J-01", "--confirm", "J-01").code == 0)
      #expect(try await place.run("judge", "add", "J-01", "--name", "Ann", "--with-erased").code == 0)
      #expect(try await place.ask("SELECT count(*)::text FROM sheet WHERE status = 'ready'") == "1")
      #expect(try await place.run("judge", "invite", "J-01", "-o", "letters").code == 0)
      #expect(try await place.run("judge", "erase", "J-01", "--confirm", "J-01").code == 0)
      try await place.expectUnaltered()
    }
  }

  @Test(arguments: [("mentor", "ann"), ("judge", "J-01")])
  func `a mentor or a judge who was removed and then erased stays away`(kind: String, key: String) async throws {
    try await Workplace.withEvent { place async throws in
      let add = [kind, "add", key, "--name", "Ann Ng", "--email", "ann@x.example"]
      #expect(try await place.program.start(add).end().code == 0)
      #expect(try await place.run(kind, "remove", key).code == 0)
      #expect(try await place.run(kind, "erase", key, "--confirm", key).code == 0)
      #expect(try await place.program.start(add).end().code == 1)
      let other = [kind, "add", "j-9", "--name", "A.", "--email", "Ann@x.example"]
      #expect(try await place.program.start(other).end() == refusal(kind, "address", "ann@x.example"))
    }
  }
}
