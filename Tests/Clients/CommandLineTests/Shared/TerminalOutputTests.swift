import Testing

@testable import CommandLine

/// Answers on a terminal: fitted, page by page, coloured.
@Suite struct TerminalOutputTests {
  private static let command = [
    "rank", "scores.csv", "--weights", "weights.csv", "--roster", "roster.csv", "--draws", "200",
  ]

  private func run(
    _ program: Program, _ settings: [String: String] = [:], _ arguments: [String] = command, columns: Int = 80,
    rows: Int = 60
  ) async throws -> (terminal: FormTerminal, code: Int32, lines: [String]) {
    var program = program
    program.environment.merge(settings) { $1 }
    let terminal = try FormTerminal(program, arguments, columns: columns, rows: rows)
    let (code, lines) = try await terminal.wholeOutput()
    return (terminal, code, lines)
  }

  @Test func `a narrow window shows what fits and names what does not`() async throws {
    try await RankTests.withExample { program async throws in
      let narrow = try await run(program, columns: 50)
      #expect(narrow.code == 0)
      #expect(narrow.lines.joined(separator: "\n") == Self.narrow)
      let wide = try await run(program, columns: 200)
      let piped = try await program.start(Self.command).end()
      #expect(wide.lines.joined(separator: "\n") == piped.output)
    }
  }

  @Test func `a long answer goes through the pager that is wanted`() async throws {
    try await RankTests.withExample { program async throws in
      func isPaged(_ settings: [String: String], rows: Int = 10) async throws -> Bool {
        let (_, code, lines) = try await run(program, settings, rows: rows)
        #expect(code == 0)
        return lines.first?.hasPrefix("> ") == true
      }
      let mark = "sed 's/^/> /'"
      #expect(try await isPaged(["PAGER": mark]))
      #expect(try await isPaged(["PAGER": "cat", "DATAJAM_PAGER": mark]))
      #expect(try await !isPaged(["PAGER": mark], rows: 60))
      #expect(try await !isPaged(["PAGER": mark, "DATAJAM_PAGER": ""]))
      #expect(try await !isPaged(["PAGER": "cat"]))
      #expect(try await !isPaged(["PAGER": "no-such-program"]))
      #expect(try await !isPaged(["PAGER": mark, "TERM": "dumb"]))
      let fault = try await run(program, ["PAGER": mark], ["rank", "nowhere.csv"], rows: 1)
      #expect(fault.code == 66)
      #expect(fault.lines.first?.hasPrefix("Error: ") == true)
    }
  }

  @Test func `only a terminal that may be coloured is, and only beside words`() async throws {
    try await RankTests.withExample { program async throws in
      #expect(try await run(program).terminal.everything.contains("\u{1B}[33mwarn \u{1B}[0m"))
      for settings in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
        #expect(try await !run(program, settings).terminal.everything.contains("\u{1B}"))
      }
      let fault = try await run(program, [:], ["rank", "nowhere.csv"])
      #expect(fault.terminal.everything.hasPrefix("\u{1B}[1;31mError:\u{1B}[0m "))
      #expect(try await !program.start(Self.command).end().output.contains("\u{1B}"))
    }
  }

  private static let narrow = """
    "Aurora" is first; the scores support this with
    76 %.
    A likely winner: "Aurora" is better than "Boréal"
    with 79 %. Announce it with that figure.

    rank  team               score  first  note
       1  Aurora              7.80   76 %
       2  Boréal              7.39   21 %
       3  <Delta>             6.53    4 %  provisional
       4  Cedar, "the" tree   5.49  < 1 %

    warn  1 sheet without every criterion, which count
          by the weights of the others: "Bob" on
          "<Delta>" (data).
    warn  Not ranked, because no judge scored them:
          "Echo".
    warn  Provisional, with fewer than 2 sheets and
          not eligible for a prize until topped up:
          "<Delta>".
    warn  Without "Bob" some teams would not be
          comparable with the others: let another
          judge score across the same groups.
    warn  25 % of the scores for "data" are its
          highest: the best teams are hard to tell
          apart there.

    Judges (for organisers only; severity above 0 is
    generous)
    judge  sheets  severity     ±  misfit p  unrelated
    Ann         3     -0.06  0.28     0.744        1 %
    Bob         3      0.04  0.29     0.741        2 %
    Cid         3      0.01  0.28     0.744        1 %

    Method reliability; 4 teams, 3 judges, 9 sheets, 1
    to 3 a team; 200 draws from seed 1; input sha256
    5741565c24c0…
    6 columns do not fit and are left out: raw rank,
    90 % ranks, raw mean, top 3, sheets, ±. A wider
    window or --json shows them.

    """
}
