import Foundation
import Testing

/// Spreadsheets and options that cannot be ranked, each answered in words that say where.
@Suite struct RankFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let message: String
    var hint = #"Mend "f.csv" and run the same command again."#

    init(_ description: String, _ rows: String, _ message: String, hint: String? = nil) {
      self.init(description, Array((RankTests.header + "\n" + rows).utf8), message)
      self.hint = hint ?? self.hint
    }

    init(_ description: String, _ bytes: [UInt8], _ message: String) {
      testDescription = description
      self.bytes = bytes
      self.message = message
    }

    static func number(_ text: String) -> Fault {
      Fault(
        "the score \(text)", "A,X,c,\(text)\n",
        #""f.csv": line 2, cell D2 has "\#(text)", which is no number such as 7 or 7.5."#)
    }
  }

  static let faults =
    ["1e400", "NaN", "inf", "-inf", "0x10", "5%", "=1+1", "9999999999999999999"].map(Fault.number) + [
      Fault("no bytes", [], #""f.csv": The file has no rows; export the sheet again with its header row."#),
      Fault("a header alone", "", #""f.csv" has a header, but no scores below it."#),
      Fault(
        "a score that stands twice", "A,X,c,1\nA,Y,c,2\nA,X,c,1\n",
        #""f.csv": judge "A" scores "c" of team "X" twice, in line 2 and in line 4."#,
        hint: "Remove one of the two rows, or take the last one with --last"),
      Fault(
        "a thousand or a fraction", "A,X,c,\"1,234\"\n",
        #""f.csv": line 2, cell D2 has "1,234", which can be read in two ways: write a point before decimals."#),
      Fault(
        "a blank score", "A,X,c,\n",
        #""f.csv": line 2, cell D2 is empty: write a number, or leave the row out if there is no score."#),
      Fault("a blank judge", " ,X,c,1\n", #""f.csv": line 2, cell A2 is empty, but "judge" is needed."#),
      Fault(
        "a score too large for the decimals of another", "A,X,c,999999999999999999\nA,Y,c,0.5\n",
        #""f.csv": line 2 has a score that is too large for numbers with so many decimals (1)."#),
      Fault(
        "a zero byte", "A,X\0Z,c,1\n",
        #""f.csv": Row 2 (line 2) has a zero byte, which plain text never has (byte offset 30); save the sheet again as "CSV UTF-8"."#
      ),
    ]

  @Test(arguments: faults) func `what cannot be ranked is named with its place`(_ fault: Fault) async throws {
    try await RankTests.withExample { program async throws in
      try Data(fault.bytes).write(to: URL(filePath: program.folder + "/f.csv"))
      #expect(
        try await program.run("rank", "f.csv")
          == .saying(65, "Error: \(fault.message)", fault.hint))
    }
  }

  /// The same scores, as programs in different countries save them.
  @Test func `the encoding and the kind of comma do not matter`() async throws {
    let text = "judge,team,criterion,score\nA,Café,c,1.5\nA,Y,c,2\nB,Café,c,3\nB,Y,c,2.25\n"
    let semicolons = text.replacing(",", with: ";").replacing(".", with: ",")
    let forms = [
      Data([0xEF, 0xBB, 0xBF] + text.utf8), text.data(using: .utf16), text.data(using: .utf16BigEndian),
      text.data(using: .windowsCP1252), Data(semicolons.utf8), Data(text.replacing("\n", with: "\r\n").utf8),
    ]
    try await RankTests.withExample { program async throws in
      let plain = try await program.run("rank", "-", "--json", "--draws", "20", input: text)
      #expect(plain.code == 0)
      for form in forms {
        try #require(form).write(to: URL(filePath: program.folder + "/form.csv"))
        #expect(try await program.run("rank", "form.csv", "--json", "--draws", "20") == plain)
      }
    }
  }

  @Test func `what would take more than a computer has is refused with its limit`() async throws {
    // A chain: each of 3,001 judges scores a team and the next.
    let rows = (0...3_000).flatMap { ["J\($0),T\($0),c,\($0 % 5)\n", "J\($0),T\($0 + 1),c,\($0 % 3)\n"] }
    let text = RankTests.header + "\n" + rows.joined()
    try await RankTests.withExample { program async throws in
      #expect(
        try await program.run("rank", "-", input: text)
          == .saying(
            65, #"Error: The method "reliability" takes at most 3000 judges, but there are 3001."#,
            "Rank them by another method: --method raw --draws 0"))
      let plain = try await program.run("rank", "-", "--method", "raw", "--draws", "0", "--json", input: text)
      #expect(plain.code == 0)
    }
  }

  @Test func `options out of reach are refused`() async throws {
    try await RankTests.withExample { program async throws in
      let usage = [
        ["--draws=-1"], ["--draws", "1000001"], ["--seed", "18446744073709551616"], ["--seed=-1"],
        ["--method", "remi"],
        ["--chart", "scores.csv"], ["--roster", "roster.csv", "--chart", "roster.csv"],
      ]
      for options in usage {
        let ended = try await program.start(["rank", "scores.csv"] + options).end()
        #expect(ended.code == 64 && ended.output.isEmpty, "\(options)")
      }
      let most = try await program.run("rank", "scores.csv", "--seed", "18446744073709551615", "--draws", "1", "--json")
      #expect(most.code == 0 && most.output.contains(#""seed": 18446744073709551615,"#))
    }
  }

  @Test func `weights and rosters that do not fit the scores are refused`() async throws {
    let faults = [
      ("--weights", "criterion,weight\nimpact,0\ndata,1\n"), ("--weights", "criterion,weight\nimpact,-1\ndata,1\n"),
      ("--weights", "criterion,weight\nimpact,1\n"), ("--weights", "criterion,weight\nimpact,1\ndata,1\ndata,1\n"),
      ("--weights", "criterion,weight\nimpact,1\ndata,1\nlooks,1\n"), ("--roster", "team\n"),
      ("--roster", "team\nAurora\n"),
      ("--roster", "team\nAurora\nAurora\n"), ("--roster", "team,room\nAurora,\n"),
    ]
    try await RankTests.withExample { program async throws in
      for (option, text) in faults {
        let ended = try await program.run("rank", "scores.csv", option, "-", input: text)
        #expect(ended.code == 65 && ended.output.isEmpty, "\(text)")
      }
    }
  }

  @Test func `a chart never takes the place of what is read, of a folder or of a device`() async throws {
    try await RankTests.withExample { program async throws in
      try FileManager.default.createDirectory(atPath: program.folder + "/charts", withIntermediateDirectories: false)
      let ended = try await program.run("rank", "scores.csv", "--draws", "0", "--chart", "charts")
      #expect(
        ended
          == .saying(73, #"Error: "charts" cannot be written: Is a directory."#, "Name a file in it with --chart."))
      #expect(
        try await program.run("rank", "scores.csv", "--draws", "0", "--chart", "no/such/chart.svg")
          == .saying(
            73, #"Error: "no/such/chart.svg" cannot be written: No such file or directory."#,
            "Choose another folder with --chart."))
      let piped = try await program.shell(
        #"mkfifo pipe && { cat pipe >got & } && "$datajam" rank scores.csv --draws 0 --chart pipe >said && wait && "#
          + "test -p pipe && grep -c '^<svg' got")
      #expect(piped == Program.Ended(code: 0, output: "1\n", errors: ""))
      let left = try FileManager.default.contentsOfDirectory(atPath: program.folder)
      #expect(!left.contains { $0.hasSuffix(".part") })
      let scores = try String(contentsOfFile: program.folder + "/scores.csv", encoding: .utf8)
      #expect(scores.hasPrefix(RankTests.header + "\n"))
    }
  }
}
