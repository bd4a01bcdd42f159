import Foundation
import Postgres
import Testing

/// Where output goes, and that it cannot always go there.
@Suite(.serialized) struct OutputTests {
  @Test func `a reader who stops reading is no fault, a full disk is`() async throws {
    try await Workplace.withJudging { place async throws in
      #expect(
        try await place.program.shell(#""$datajam" team list --json | head -1; echo ${PIPESTATUS[0]}"#)
          == Program.Ended(code: 0, output: "{\n0\n", errors: ""))
      for command in ["export team", "team list"] {
        #expect(
          try await place.program.shell("(sleep 1; \"$datajam\" \(command); echo $? >&2) | true")
            == Program.Ended(code: 0, output: "", errors: "0\n"))
      }
      #expect(
        try await place.program.shell(#""$datajam" team list >/dev/full"#)
          == .saying(
            73, "Error: What was asked for could not be written: No space left on device.",
            "Send it to another file or disk, and run the same command again if it only shows something."))
    }
  }

  @Test func `the system's own links are written through and stay`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\na,Aurora\n")
      let line = #""$datajam" export team -o /dev/stdout >out.csv; test -L /dev/stdout && head -c 8 out.csv"#
      let ended = try await place.program.shell(line)
      #expect(ended.code == 0 && ended.output == "key,name", "\(ended)")
      #expect(
        try await place.program.shell(#""$datajam" export team -o >(cat >piped); sleep 1; head -c 8 piped"#).output
          == "key,name")
    }
  }

  @Test func `an announcement goes only where a folder can be`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\na,Aurora\n")
      try await place.fill("submission", "team,summary_en\na,It helps.\n")
      try await place.fill("result", "team,rank\na,1\n")
      #expect(try await place.run("event", "set", "--announced", "2026-05-12", "--stated-participants", "9").code == 0)
      let hint = "Choose another folder with -o."
      let hintOfForms =
        "Choose among md, html, txt, json, social, deck, card, atom, jsonld, awards, email, or all."
      #expect(
        try await place.run("announcement", "render", "-o", "")
          == .saying(73, #"Error: "" cannot be written: No such file or directory."#, hint))
      #expect(
        try await place.run("announcement", "render", "-o", "team.csv")
          == .saying(73, #"Error: "team.csv/EMBARGOED.announcement.en.md" cannot be written: Not a directory."#, hint))
      #expect(
        try await place.run("announcement", "render", "-o", "/proc/nowhere")
          == .saying(73, #"Error: "/proc/nowhere" cannot be written: No such file or directory."#, hint))
      #expect(
        try await place.run("announcement", "render", "--as", "pdf")
          == .saying(64, #"Error: "pdf" is no form of the announcement."#, hintOfForms))
      #expect(
        try await place.run("announcement", "render", "--as", "")
          == .saying(64, "Error: No form was given.", hintOfForms))
      #expect(
        try await place.run("announcement", "render", "-o", "out", "--as", "txt,md,txt")
          == .saying(0, "Wrote out/EMBARGOED.announcement.en.txt", "Wrote out/EMBARGOED.announcement.en.md"))
      let listed = try await place.run("announcement", "render", "--as", "txt", "--json")
      let item = try #require((try document(listed.output)["items"] as? [[String: Any]])?.first)
      #expect(item["form"] as? String == "txt")
      #expect(
        item["text"] as? String
          == (try String(contentsOfFile: place.folder + "/out/EMBARGOED.announcement.en.txt", encoding: .utf8)))
    }
  }

  @Test func `whoever names the event is told how to go on with it`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write("key,name\naurora,Aurora\n", to: "teams.csv")
      let named = try await place.run("team", "import", "-E", "jam", "teams.csv")
      #expect(named.errors.hasSuffix("Next: datajam team list -E jam\n"))
      let unnamed = try await place.run("team", "import", "teams.csv")
      #expect(unnamed.errors.hasSuffix("Next: datajam team list\n"))
    }
  }

  @Test func `of a large file it is said how far its import is, and of a small one only what came of it`() async throws
  {
    try await Workplace.withEvent { place async throws in
      let about = String(repeating: "x", count: 100)
      let rows = (1...15_000).map { "t-\($0),Team \($0),\(about)\n" }.joined()
      try place.write("key,name,about_en\n" + rows, to: "teams.csv")
      let said = try await place.run("team", "import", "teams.csv").errors.split(separator: "\n").map(String.init)
      let shares = said.compactMap { $0.hasSuffix(" %") ? Int($0.dropLast(2)) : nil }
      #expect(shares == shares.sorted() && Set(shares).count == shares.count && shares.last == 100)
      #expect(
        said.suffix(2) == [
          "team: 15000 created, 0 updated, 0 unchanged (15000 rows of teams.csv)", "Next: datajam team list",
        ])
      #expect(try await place.run("team", "import", "teams.csv", "--json").errors == "")
    }
  }

  @Test func `two imports of the same file at once both say what they did, and the file is in once`() async throws {
    try await Workplace.withEvent { place async throws in
      let rows = (1...60).map { "t-\($0),Team \($0)\n" }.joined()
      try place.write("key,name\n" + rows, to: "teams.csv")
      let running = try (1...3).map { _ in try place.program.start(["team", "import", "teams.csv"]) }
      var ended: [String] = []
      for run in running { ended.append(try await run.end().description) }
      func said(_ created: Int, _ unchanged: Int) -> String {
        Program.Ended.saying(
          0, "team: \(created) created, 0 updated, \(unchanged) unchanged (60 rows of teams.csv)",
          "Next: datajam team list"
        ).description
      }
      #expect(ended.sorted() == [said(0, 60), said(0, 60), said(60, 0)].sorted())
      #expect(try await place.ask("SELECT count(*)::text FROM team") == "60")
      try await place.expectUnaltered()
    }
  }
}
