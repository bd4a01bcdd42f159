import Foundation
import Postgres
import Testing

/// A judge's work on a sheet without a network.
@Suite struct SheetWorkTests {
  private func withSheet(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withJudging { place async throws in
      try await place.fill(
        "submission",
        "team,title,summary,url,video_url,links\n"
          + "aurora,Safe Routes,\"Maps of safe ways\nhome.\",https://a.example,https://v.example,https://c.example\n")
      try #require(await place.run("score", "sheet", "export", "--all", "-o", "sheets").code == 0)
      try await body(place)
    }
  }

  @Test func `a sheet has the project, its links and the steps of each criterion`() async throws {
    try await withSheet { place async throws in
      let text = try place.text("sheets/J-01.txt")
      for line in [
        "@   Safe Routes", "@   Maps of safe ways", "@   home.", "@   https://a.example", "@   https://v.example",
        "@   https://c.example",
      ] { #expect(text.contains(line + "\n"), "\(line)\n\(text)") }
      #expect(text.contains("@score impact  0..10  (60 %)  Impact  points:\n"))
      #expect(try await place.run("score", "sheet", "export", "--all", "--form", "csv", "-o", "sheets").code == 0)
      let table = try place.text("sheets/J-01.csv")
      #expect(table.contains("https://a.example https://v.example https://c.example"))
      // What is only there to be read changes nothing.
      #expect(try await place.run("score", "sheet", "import", "sheets/J-01.csv").errors.contains("0 created"))
    }
  }

  @Test func `points behind the criterion count as those below it, and both at once are refused`() async throws {
    try await withSheet { place async throws in
      let text = try place.text("sheets/J-02.txt")
      let behind = text.replacingOccurrences(of: "Impact  points:\n", with: "Impact  points: 8\n")
        .replacingOccurrences(of: "Data  points:\n\n", with: "Data  points:\n4,5\n")
      try place.write(behind, to: "sheets/J-02.txt")
      let taken = try await place.run("score", "sheet", "import", "sheets/J-02.txt")
      #expect(taken.code == 0, "\(taken)")
      #expect(try await place.ask("SELECT string_agg(points::text, ' ' ORDER BY points) FROM score") == "4500 8000")
      #expect(taken.errors.contains("Drafts, which are not ranked: aurora."))
      try place.write(
        text.replacingOccurrences(of: "Impact  points:\n\n", with: "Impact  points: 8\n7\n"), to: "sheets/J-02.txt")
      let both = try await place.run("score", "sheet", "import", "sheets/J-02.txt")
      #expect(both.code == 65)
      #expect(both.errors.contains("has more than one answer"))
    }
  }

  @Test func `a sheet that was filled in is never written over before it is imported`() async throws {
    try await withSheet { place async throws in
      // Nothing was written into it, so it may be written anew.
      #expect(try await place.run("score", "sheet", "export", "--all", "-o", "sheets").code == 0)
      let filled = try place.text("sheets/J-01.txt").replacingOccurrences(
        of: "Impact  points:\n\n", with: "Impact  points:\n9\n")
      try place.write(filled, to: "sheets/J-01.txt")
      let refused = try await place.run("score", "sheet", "export", "--all", "-o", "sheets")
      #expect(refused.code == 73, "\(refused)")
      #expect(refused.errors.contains(#""sheets/J-01.txt" was filled in and not imported, so no sheet was written."#))
      #expect(refused.errors.contains("score sheet import sheets/J-01.txt"))
      #expect(try place.text("sheets/J-01.txt") == filled)
      try #require(await place.run("score", "sheet", "import", "sheets/J-01.txt").code == 0)
      #expect(try await place.run("score", "sheet", "export", "--all", "-o", "sheets").code == 0)
      try place.write("my notes\n", to: "sheets/J-01.txt")
      #expect(try await place.run("score", "sheet", "export", "--all", "-o", "sheets").code == 73)
    }
  }

  @Test func `every line that is wrong is named at once, in all files`() async throws {
    try await withSheet { place async throws in
      func spoil(_ judge: String, _ changes: [(String, String)]) throws {
        let text = try changes.reduce(place.text("sheets/\(judge).txt")) { text, change in
          guard let range = text.range(of: change.0) else { throw Missing() }
          return text.replacingCharacters(in: range, with: change.1)
        }
        try place.write(text, to: "sheets/\(judge).txt")
      }
      try spoil(
        "J-01",
        [("Impact  points:\n\n", "Impact  points:\neight\n"), ("Data  points:\n\n", "Data  points:\n50\n")])
      try spoil(
        "J-02", [("Impact  points:\n\n", "Impact  points:\n11\n"), ("Data  points:\n\n", "Data  points:\n6\n")])
      let refused = try await place.run("score", "sheet", "import", "sheets/J-01.txt", "sheets/J-02.txt")
      #expect(refused.code == 65, "\(refused)")
      for part in [
        #"J-01.txt, line 14: "eight" is no number of points"#, "J-01.txt, line 16: ", "J-02.txt, line 14: ",
        "J-02.txt, line 16: ",
      ] { #expect(refused.errors.contains(part), "\(part)\n\(refused)") }
      #expect(try await place.ask("SELECT count(*)::text FROM score") == "0")
    }
  }

  private struct Missing: Error {}
}
