import Foundation
import Postgres
import Testing

/// From a closed round to the announced hour as organisers type it.
@Suite struct ResultTests {
  /// Four teams, of which aurora and boreal have the same scores, in a round that is closed.
  static func withClosedRound(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\nboreal,Boréal\ncedar,Cedar\n")
      try await place.fill("rubric", "key,weight,minimum,maximum,name_en\nimpact,60,0,10,Impact\ndata,40,0,10,Data\n")
      try await place.fill("judge", "code,name\nJ-01,Ann\nJ-02,Bob\n")
      try #require(await place.run("judging", "open", "main").code == 0)
      let pairs = ["J-01", "J-02"].flatMap { judge in
        [("aurora", 8), ("boreal", 8), ("cedar", 5)].map { (judge, $0.0, $0.1) }
      }
      try await place.fill("assignment", "judge,team\n" + pairs.map { "\($0.0),\($0.1)\n" }.joined())
      let rows = pairs.flatMap { judge, team, points in
        ["impact", "data"].map { "\(judge),\(team),\($0),\(points)\n" }
      }
      try await place.fill("score", "judge,team,criterion,score\n" + rows.joined())
      try #require(await place.run("judging", "close").code == 0)
      try await body(place)
    }
  }

  /// A token of an organiser in a file of that name.
  static func token(_ name: String, _ place: Workplace) async throws -> [String] {
    try #require(await place.run("organiser", "add", name).code == 0)
    try place.write(try await place.run("token", "add", name).output, to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(place.folder)/\(name)")
    return ["--token-file", name]
  }

  @Test func `an explanation can be computed again, by the mean or by its table`() async throws {
    try await Self.withClosedRound { place async throws in
      try #require(await place.run("result", "freeze").code == 0)
      try #require(await place.run("result", "compute", "--method", "raw").code == 0)
      let raw = try await place.run("result", "explain", "cedar").output
      #expect(raw.contains("The score is the mean of the weighted totals: (5.00 + 5.00) / 2 = 5.00."))
      #expect(raw.contains("Ahead: rank 1, Boréal, by 3.00."))
      try #require(await place.run("result", "compute", "--method", "reliability").code == 0)
      let text = try await place.run("result", "explain", "cedar").output
      #expect(text.contains("adds = weight x (says - severity)"))
      let whole = try document(try await place.run("result", "explain", "cedar", "--json").output)
      let explanation = try #require(whole["explanation"] as? [String: Any])
      let sheets = try #require(explanation["sheets"] as? [[String: Any]])
      let quality = try #require(explanation["quality"] as? Double)
      func figure(_ sheet: [String: Any], _ key: String) throws -> Double { try #require(sheet[key] as? Double) }
      let sum = try sheets.reduce(0) { sum, sheet in
        try sum + figure(sheet, "weight") * (figure(sheet, "says") - figure(sheet, "severity"))
      }
      #expect(sheets.count == 2 && abs(sum - quality) < 1e-9)
      let conversion = try #require(explanation["conversion"] as? [[String: Any]])
      let score = try figure(try #require(conversion.first { $0["quality"] as? Double == quality }), "score")
      let standing = try #require(whole["standing"] as? [String: Any])
      #expect(abs(score - (try figure(standing, "score"))) < 0.01)
    }
  }

  @Test func `a page for a team is in its language, marked, for the owner, and names no judge`() async throws {
    try await Self.withClosedRound { place async throws in
      try #require(await place.run("result", "freeze").code == 0)
      try #require(await place.run("result", "compute", "--method", "reliability").code == 0)
      let page = try await place.run("result", "explain", "cedar", "--as", "html", "--language", "fr", "-o", "c.html")
      #expect(page == .saying(0, "Wrote c.html; nothing is sent."))
      let text = try String(contentsOfFile: "\(place.folder)/c.html", encoding: .utf8)
      #expect(text.contains("<html lang=\"fr\">") && text.contains("EMBARGOED") && !text.contains("J-"))
      // Nothing is announced yet, so no other team is named.
      #expect(!text.contains("Boréal"))
      let mode = try FileManager.default.attributesOfItem(atPath: "\(place.folder)/c.html")[.posixPermissions]
      #expect(mode as? Int == 0o600)
      #expect(try await place.run("result", "explain", "cedar", "--for-team").output.contains("sheet"))
      #expect(try await place.run("result", "explain", "--all", "-o", "pages").code == 0)
      #expect(try String(contentsOfFile: "\(place.folder)/pages/cedar.en.html", encoding: .utf8).contains("<svg"))
      #expect(try await place.run("result", "explain").code == 64)
      #expect(try await place.run("result", "explain", "--all").code == 64)
      try #require(await place.run("result", "compute", "--method", "raw").code == 0)
      #expect(try await place.run("result", "explain", "cedar", "--as", "svg").code == 64)
      #expect(try await place.run("result", "explain", "cedar", "--as", "html").output.contains("(5.00 + 5.00) / 2"))
    }
  }

  @Test func `from a closed round to the public`() async throws {
    try await Self.withClosedRound { place async throws in
      #expect(
        try await place.run("result", "freeze")
          == .saying(0, #"round "main": updated. Next: datajam result compute --round main"#))
      let computed = try await place.run("result", "compute", "--method", "raw")
      #expect(computed.code == 0)
      #expect(computed.errors == "result 1: created\nNext: datajam result tie list\n")
      let (bea, cyd) = (try await Self.token("bea", place), try await Self.token("cyd", place))
      let approve = ["result", "approve"]
      #expect(
        try await place.program.start(approve + bea).end()
          == .saying(
            1, #"  "aurora", "boreal" share rank 1, on which a prize or the podium hangs."#,
            "    datajam result tie break aurora boreal --how lot --reason TEXT",
            "Error: Result 1 cannot be approved yet: 1 thing prevents it."))
      #expect(
        try await place.run("result", "tie", "list").output == """
          rank  teams           state
             1  aurora, boreal  to be decided: the podium or a prize hangs on it

          """)
      let broken = try await place.run(
        "result", "tie", "break", "boreal", "aurora", "--how", "jury", "--reason", "the better pitch")
      #expect(broken.errors == "result 2: created\nNext: datajam result approve 2\n")
      #expect(
        broken.output.contains(
          "The tie at rank 1 was broken by jury: boreal before aurora. Signed by ada,"))
      #expect(try await place.run(approve[0], approve[1]).code == 4)
      #expect(
        try await place.program.start(approve + bea).end()
          == .saying(
            0,
            "result 2: updated; approved by bea; a second organiser has to approve it too. "
              + "Next: datajam result approve 2"))
      #expect(
        try await place.run("result", "announce", "--now", "--confirm", "jam")
          == .saying(
            1, "Error: Result 2 was approved by one organiser, and it takes two.",
            "Each approves it by a token of their own: datajam result approve 2"))
      #expect(try await place.program.start(approve + cyd).end().code == 0)
      #expect(
        try await place.run("result", "announce", "--at", "2026-05-22T14:00", "--confirm", "jam").errors
          .contains("so the result would become public at once.\nIf that is meant, add --unusual-time."))
      #expect(
        try await place.run("result", "announce", "--at", "2025-05-22T14:00", "--unusual-time", "--confirm", "jam")
          == .saying(
            1, "Error: The event begins after that hour, so no result can be public then.",
            "Check the day, the month and the year."))
      #expect(
        try await place.run("result", "announce", "--at", "2199-06-04T14:00", "--confirm", "jam").errors
          .hasPrefix("Error: That hour is "))
      let unconfirmed = try await place.run("result", "announce", "--at", "2199-06-04T14:00", "--unusual-time")
      #expect(unconfirmed.code == 64 && unconfirmed.errors.contains("--confirm jam"))
      let wrong = try await place.run(
        "result", "announce", "--at", "2199-06-04T14:00", "--unusual-time", "--confirm", "jelly")
      #expect(wrong.code == 2)
      let announced = try await place.run(
        "result", "announce", "--at", "2199-06-04T14:00", "--unusual-time", "--tz", "America/Toronto", "--confirm",
        "jam")
      #expect(announced.code == 0)
      #expect(
        announced.errors.hasSuffix(
          "result 2: updated; announced for 2199-06-04T18:00:00+00:00, under embargo until then. "
            + "Next: datajam announcement check\n"))
      #expect(try await place.ask("SELECT count(*)::text FROM published_result") == "0")
      #expect(try await place.run("result", "announce", "--now", "--confirm", "jam").code == 0)
      #expect(try await place.ask("SELECT number::text FROM published_result") == "2")
      let shown = try document(try await place.run("event", "show", "--json").output)
      #expect(shown["phase"] as? String == "announced")
      let retracted = try await place.run(
        "result", "retract", "2", "--reason", "boreal copied", "--confirm", "jam")
      #expect(retracted.code == 0)
      let list = try document(try await place.run("result", "list", "--json").output)
      let states = (list["items"] as? [[String: Any]])?.map { $0["state"] as? String }
      #expect(states == ["computed", "retracted"])
      #expect(try await place.ask("SELECT count(*)::text FROM published_result") == "0")
      try await place.expectUnaltered()
    }
  }

  @Test func `an override is signed, and shown by show, explain and the file`() async throws {
    try await Self.withClosedRound { place async throws in
      #expect(try await place.run("result", "freeze").code == 0)
      #expect(try await place.run("result", "compute", "--method", "raw").code == 0)
      let moved = try await place.run("result", "override", "cedar", "--rank", "1", "--reason", "the rules say so")
      #expect(moved.code == 0)
      let line = "cedar was moved from rank 3 to 1. Signed by ada, "
      #expect(moved.output.contains(line))
      #expect(moved.output.contains("   1  cedar   Cedar"))
      #expect(try await place.run("result", "explain", "cedar").output.contains(line))
      #expect(try await place.run("result", "export").output.contains(#""reason":"the rules say so""#))
      let shown = try document(try await place.run("result", "show", "1", "--json").output)
      #expect((shown["teams"] as? [[String: Any]])?.map { $0["team"] as? String } == ["aurora", "boreal", "cedar"])
      #expect(try await place.run("result", "show", "9").code == 5)
    }
  }

  @Test func `a file is verified in another folder, with no database in reach`() async throws {
    try await Self.withClosedRound { place async throws in
      #expect(try await place.run("result", "compute").code == 0)
      #expect(try await place.run("result", "export", "-o", "result.json").code == 0)
      let text = try String(contentsOfFile: place.folder + "/result.json", encoding: .utf8)
      let digest = try #require(try document(text)["result_sha256"] as? String)
      try await withFolder { folder async throws in
        let alone = Program(
          folder: folder,
          environment: ["PATH": "/usr/bin:/bin", "DATAJAM_DATABASE_URL": "postgresql://127.0.0.1:1/none"])
        func verify(_ text: String, _ options: String...) async throws -> Program.Ended {
          try Data(text.utf8).write(to: URL(filePath: folder + "/r.json"))
          return try await alone.start(["result", "verify", "r.json"] + options).end()
        }
        #expect(
          try await verify(text)
            == Program.Ended(
              code: 0, output: "ok    result 1: 3 ranks of 6 sheets recomputed, sha256 \(digest)\n", errors: ""))
        #expect(try await verify(text, "--against", digest.uppercased()).code == 0)
        #expect(try await verify(text, "--against", String(repeating: "0", count: 64)).code == 1)
        // What is no hash is a file, and there is none of this name.
        #expect(try await verify(text, "--against", "0").code == 66)
        let changed = try await verify(text.replacingOccurrences(of: #""data":"5""#, with: #""data":"6""#))
        #expect(changed.code == 1)
        let lines = changed.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("FAIL  sha256 is ") == true)
        #expect(lines.contains { $0.hasPrefix("FAIL  input_sha256 is ") })
        #expect(try await verify("place,team").code == 65)
        let json = try document(try await verify(text, "--json").output)
        #expect(json["ok"] as? Bool == true && json["sheets"] as? Int == 6)
        #expect(try await alone.start(["result", "verify", "missing.json"]).end().code == 66)
      }
    }
  }

  @Test func `what cannot be frozen is listed with the command that mends it`() async throws {
    try await Workplace.withJudging { place async throws in
      #expect(
        try await place.run("result", "freeze")
          == .saying(
            1, #"Error: The round "main" is open, and only a closed one can be frozen."#,
            "Close it first: datajam judging close main"))
      #expect(try await place.run("score", "set", "J-01", "aurora", "impact=8").code == 0)
      #expect(try await place.run("judging", "close", "--force", "--reason", "late").code == 0)
      let blocked = try await place.run("result", "freeze")
      #expect(
        blocked.errors.contains(
          #"  The sheet of J-01 for team "aurora" was begun and is not ready, so it does not count."#))
      #expect(blocked.errors.contains("To freeze it all the same: datajam result freeze main --force --reason TEXT"))
      let findings = try document(try await place.run("result", "freeze", "--json").output)["findings"]
      #expect(
        (findings as? [[String: Any]])?.map { $0["code"] as? String }
          == ["too-few-sheets", "too-few-sheets", "sheet-not-ready"])
      #expect(try await place.run("result", "freeze", "--force").code == 64)
      #expect(try await place.run("result", "freeze", "--force", "--reason", "J-02 is ill").code == 0)
      #expect(try await place.run("judging", "reopen", "--reason", "J-02 is back").code == 0)
    }
  }
}
