import CanonicalJSON
import Digests
import Postgres
import Results
import Testing

/// A result's file proves its ranks, its steps and the seals of the log, and whoever changes a member of it is found.
@Suite struct ResultFileTests {
  /// The file of the fictional event's announced result, the facts that announce it, and the place that made them.
  private static func withFile(
    _ body: (_ file: JSON, _ facts: JSON, _ place: Workplace) async throws -> Void
  ) async throws {
    try await Workplace.withAnnouncedJam { place async throws in
      let file = try await place.run("result", "export", "-E", "demo-jam")
      let facts = try await place.run("announcement", "render", "-E", "demo-jam", "--as", "json", "--languages", "en")
      try #require(file.code == 0 && facts.code == 0)
      try place.write(file.output, to: "result.json")
      try place.write(facts.output, to: "facts.json")
      try await body(JSON(parsing: file.output), JSON(parsing: facts.output), place)
    }
  }

  @Test func `each member that was altered, removed or added is found`() async throws {
    try await Self.withFile { file, _, _ in
      var changes = 0
      for (path, altered) in Self.alterations(of: file) {
        let isFound: Bool
        do {
          let read = try ResultFile(parsing: altered.canonical)
          // Recomputing takes long, and is needed only where no hash shows the change.
          isFound =
            try !read.differences.isEmpty
            || !ResultVerification(of: read.facts, expecting: [read.resultSHA256].compactMap(\.self)).differences
              .isEmpty
        } catch is ResultFileError {
          isFound = true
        }
        #expect(isFound, "\(path)")
        changes += 1
      }
      #expect(changes > 60)
    }
  }

  @Test func `approvals, hour and retraction are found where every hash was made anew`() async throws {
    try await Self.withFile { file, facts, _ in
      let announced = try #require(facts["proof"]?["result_history_sha256"]?.text)
      #expect(try ResultFile(parsing: file.canonical).coverage(of: announced) == .steps(4, of: 4))
      let steps = try #require(file["history"]?.elements)
      #expect(steps.map { $0["step"]?.text } == ["computed", "approved", "approved", "announced"])
      var forged: [(String, [JSON])] = [("an approval that is gone", Array(steps[0...1] + steps[3...]))]
      forged.append(("another approver", steps.replacing(1, "by", "Mallory")))
      forged.append(("another hour", steps.replacing(3, "publish_at", "2020-01-01T00:00:00Z")))
      forged.append(("another time", steps.replacing(2, "at", "2020-01-01T00:00:00Z")))
      for (name, steps) in forged {
        let read = try ResultFile(parsing: Self.hashedAnew(file, steps).canonical)
        #expect(read.differences.isEmpty, "\(name)")
        #expect(read.coverage(of: announced) == nil, "\(name)")
      }
      // A later step leaves the earlier ones as they were published.
      let retraction: JSON = [
        "step": "retracted", "at": "2030-01-01T00:00:00Z", "by": "Mallory", "publish_at": nil, "reason": "mine",
        "sha256": "",
      ]
      let read = try ResultFile(parsing: Self.hashedAnew(file, steps + [retraction]).canonical)
      #expect(read.coverage(of: announced) == .steps(4, of: 5))
    }
  }

  @Test func `the commands tell what a hash covers`() async throws {
    try await Self.withFile { file, _, place in
      let result = try #require(file["result_sha256"]?.text)
      let whole = try await place.run("result", "verify", "result.json", "--against", "facts.json")
      #expect(whole.code == 0)
      #expect(whole.errors == "The hash covers the result and all its 4 steps.\n")
      let ranks = try await place.run("result", "verify", "result.json", "--against", result)
      #expect(ranks.code == 0)
      #expect(ranks.errors.hasPrefix("The hash covers the ranks, scores and decisions. It does not cover approvals"))
      let other = try await place.run("result", "verify", "result.json", "--against", String(repeating: "a", count: 64))
      #expect(other.code == 1)
      #expect(other.output.hasPrefix("FAIL  sha256 is "))
      #expect(try await place.run("result", "verify", "-E", "demo-jam", "--against", "facts.json").code == 0)
      for sealed in ["result.json", "facts.json"] {
        let log = try await place.run("log", "verify", "-E", "demo-jam", "--against", sealed)
        #expect(log.code == 0, "\(sealed): \(log.errors)")
        #expect(log.output.contains("seals found: "))
      }
      try place.write("no seal here\n", to: "notes.txt")
      #expect(try await place.run("log", "verify", "-E", "demo-jam", "--against", "notes.txt").code == 65)
      try place.write(
        Self.hashedAnew(file, []).canonical.replacing("\"history\":[]", with: "\"history\":[1]"), to: "bad.json")
      #expect(try await place.run("log", "verify", "-E", "demo-jam", "--against", "bad.json").code == 65)
    }
  }

  @Test func `an approver who was renamed in the database is found by both`() async throws {
    try await Self.withFile { _, _, place in
      try await place.database.session {
        try $0.run(
          script: """
            SET session_replication_role = replica;
            UPDATE principal SET name = 'Mallory' WHERE principal_id = (
              SELECT principal_id FROM result_step WHERE kind = 'approved' ORDER BY step_id DESC LIMIT 1);
            SET session_replication_role = origin
            """)
      }
      let log = try await place.run("log", "verify", "-E", "demo-jam")
      #expect(log.code == 1)
      #expect(log.errors.contains("principal"))
      let result = try await place.run("result", "verify", "-E", "demo-jam")
      #expect(result.code == 1)
      #expect(result.output.contains("the hash of the steps in edition 1 of the announced facts"))
    }
  }

  /// Each member of objects up to the third level changed, removed, and joined by another.
  private static func alterations(of file: JSON) -> [(String, JSON)] {
    var found: [(String, JSON)] = []
    func visit(_ value: JSON, _ path: String, _ depth: Int, _ rebuilt: @escaping (JSON) -> JSON) {
      if let members = value.members {
        found.append((path + " with another", rebuilt(.object(members + [JSON.Member("another", 1)]))))
        for (index, member) in members.enumerated() {
          var rest = members
          rest.remove(at: index)
          found.append(("\(path).\(member.key) removed", rebuilt(.object(rest))))
          func with(_ value: JSON) -> JSON {
            var all = members
            all[index] = JSON.Member(member.key, value)
            return rebuilt(.object(all))
          }
          found.append(("\(path).\(member.key) altered", with(.string("altered"))))
          if depth < 3 { visit(member.value, "\(path).\(member.key)", depth + 1, with) }
        }
      } else if let elements = value.elements, let first = elements.first {
        found.append((path + " without its first", rebuilt(.array(Array(elements.dropFirst())))))
        found.append((path + " with its first twice", rebuilt(.array([first] + elements))))
        if depth < 3 {
          visit(first, path + "[0]", depth + 1) { rebuilt(.array([$0] + elements.dropFirst())) }
        }
      }
    }
    visit(file, "", 1) { $0 }
    return found
  }

  /// The file with other steps and every hash recomputed, as a forger would.
  private static func hashedAnew(_ file: JSON, _ steps: [JSON]) -> JSON {
    var previous = file["result_sha256"]?.text ?? ""
    let chained = steps.map { step -> JSON in
      let bare = (step.members ?? []).filter { $0.key != "sha256" }
      previous = SHA256Digest(of: JSON.object(bare + [JSON.Member("after", .string(previous))]).canonical).description
      return .object(bare + [JSON.Member("sha256", .string(previous))])
    }
    let bare = (file.members ?? []).filter { $0.key != "sha256" }
      .map { $0.key == "history" ? JSON.Member("history", .array(chained)) : $0 }
    let hash = SHA256Digest(of: JSON.object(bare).canonical).description
    return .object(bare + [JSON.Member("sha256", .string(hash))])
  }
}

extension [JSON] {
  fileprivate func replacing(_ index: Int, _ key: String, _ value: JSON) -> [JSON] {
    var steps = self
    steps[index] = .object((self[index].members ?? []).map { $0.key == key ? JSON.Member(key, value) : $0 })
    return steps
  }
}
