import Postgres
import Testing

/// Score tables as people have them: wide, with totals beside the criteria, and with names in the place of keys.
@Suite struct WideScoreTests {
  private static let sheets = """
    Timestamp,Project Name (from Project),Judge Name,IMPACT,Data,Total,Comments
    2026-05-01,['Aurora'],ann,8,4,12,good
    2026-05-01,['boreal'],Ann,6,3,9,
    2026-05-01,AURORA,Bob,7,5,12,
    """

  @Test func `a row for each sheet is imported by the names of judges, teams and criteria`() async throws {
    try await Workplace.withJudging { place async throws in
      try place.write(Self.sheets, to: "scores.csv")
      let tried = try await place.run("score", "import", "scores.csv", "--dry-run")
      #expect(tried.code == 0)
      #expect(try await place.ask("SELECT count(*)::text FROM sheet") == "0")
      let imported = try await place.run("score", "import", "scores.csv")
      #expect(imported.code == 0, "\(imported)")
      #expect(imported.errors.contains("sheet: 3 created, 0 updated, 0 unchanged (3 rows of scores.csv)"))
      #expect(imported.errors.contains("scores in \"IMPACT\", \"Data\"."))
      #expect(imported.errors.contains("Left out, because they repeat other columns: \"Total\"."))
      #expect(imported.errors.contains("Words about the sheets in \"Comments\"."))
      #expect(imported.errors.contains("Passed over: \"Timestamp\"."))
      let points = try await place.ask(
        """
        SELECT string_agg(j.code || ' ' || t.key || ' ' || c.key || ' ' || s.points, ', ' ORDER BY j.code, t.key, c.key)
        FROM score AS s JOIN judge AS j USING (event_id, judge_id) JOIN team AS t USING (event_id, team_id)
        JOIN criterion AS c USING (event_id, rubric_id, criterion_id)
        """)
      #expect(
        points == "J-01 aurora data 4000, J-01 aurora impact 8000, J-01 boreal data 3000, J-01 boreal impact 6000, "
          + "J-02 aurora data 5000, J-02 aurora impact 7000")
      #expect(try await place.run("score", "import", "scores.csv").errors.contains("0 created, 0 updated, 3 unchanged"))
    }
  }

  @Test func `words of judges are kept on their sheets, in the log as hashes, and rank leaves them out`() async throws {
    try await Workplace.withJudging { place async throws in
      let header = "Judge,Team,Impact,Data,Comentario,Feedback for the team,Impact comments\n"
      try place.write(header + "Ann,aurora,8,4,solid,\"Well\nbuilt\",big\nAnn,boreal,6,3,,,\n", to: "scores.csv")
      let imported = try await place.run("score", "import", "scores.csv")
      #expect(imported.code == 0, "\(imported)")
      let words: SQL = """
        SELECT string_agg(t.key || ': ' || s.comment || ' / ' || s.feedback, '; ' ORDER BY t.key)
        FROM sheet AS s JOIN team AS t USING (event_id, team_id)
        """
      #expect(try await place.ask(words) == "aurora: solid\nImpact: big / Well\nbuilt; boreal:  / ")
      #expect(try await place.ask("SELECT count(*)::text FROM audit_entry WHERE details LIKE '%solid%'") == "0")
      #expect(try await place.run("log", "verify").code == 0)
      #expect(try await place.run("score", "import", "scores.csv").errors.contains("0 created, 0 updated, 2 unchanged"))

      // A blank cell says nothing; other words change a sheet as other points do.
      let changed = "Judge,Team,Impact,Data,Comment\nAnn,aurora,8,4,\nAnn,boreal,6,3,late\n"
      try place.write(changed, to: "changed.csv")
      #expect(try await place.run("score", "import", "changed.csv").errors.contains("is ready"))
      let ended = try await place.run("score", "import", "changed.csv", "--reason", "the judge wrote it on paper")
      #expect(ended.errors.contains("0 created, 1 updated, 1 unchanged"), "\(ended)")
      #expect(try await place.ask(words) == "aurora: solid\nImpact: big / Well\nbuilt; boreal: late / ")

      let long = "Judge,Team,Impact,Data,Comment\nAnn,aurora,8,4,\(String(repeating: "x", count: 10_001))\n"
      try place.write(long, to: "long.csv")
      let refused = try await place.run("score", "import", "long.csv", "--reason", "more")
      #expect(
        refused.errors.contains("row 2, cell E2 Comment: The comment has 10001 characters, but 10000 are the most."))
      let blank = "Judge,Team,Impact,Data,Comment\nBob,aurora,,,absent\nBob,boreal,5,5,\n"
      try place.write(blank, to: "blank.csv")
      let left = try await place.run("score", "import", "blank.csv", "--not-judged", "blank")
      #expect(
        left.errors.contains(#"row 2: the words in the column "Comment" are left out: no score stands beside them"#),
        "\(left)")
      let ranked = try await place.run("rank", "scores.csv")
      #expect(
        ranked.errors.contains(
          "Comments are left out, because they are not ranked: \"Comentario\", \"Feedback for the team\", "
            + "\"Impact comments\"."), "\(ranked)")
    }
  }

  @Test func `a matrix of judges needs to be told what a blank cell means`() async throws {
    try await Workplace.withJudging { place async throws in
      try place.write("Team,Criterion,Judge Ann,Judge Bob\naurora,Impact,8,7\nboreal,Impact,6,\n", to: "matrix.csv")
      let columns = ["--score-columns", "Judge Ann,Judge Bob", "--columns-are", "judges"]
      let unknown = try await place.program.start(["score", "import", "matrix.csv"] + columns).end()
      #expect(unknown.code == 65)
      #expect(
        unknown.errors.contains("rows 2, 3, Judge Ann: There is no judge \"Judge Ann\"."), "\(unknown)")
      try place.write("Team,Criterion,Ann,Bob\naurora,Impact,8,7\nboreal,Impact,6,\n", to: "matrix.csv")
      let asked = try await place.run("score", "import", "matrix.csv", "--columns-are", "judges")
      #expect(asked.code == 65)
      #expect(asked.errors.contains("row 3, cell D3 Bob: The cell has no score. If a blank cell means"), "\(asked)")
      let taken = try await place.run(
        "score", "import", "matrix.csv", "--columns-are", "judges", "--not-judged", "blank")
      #expect(taken.code == 0, "\(taken)")
      #expect(taken.errors.contains("sheet: 3 created"))
      #expect(taken.errors.contains("Cells that say that no score was given: 1."))
    }
  }

  @Test func `every kind of unknown word is named in one pass, each once with its rows`() async throws {
    try await Workplace.withJudging { place async throws in
      let rows = ["Zed,aurora,idea,1", "Zed,boreal,idea,1", "J-01,Kelp,impact,1", "J-01,aurora,impact,99"]
      let refused = try await place.imports("score", "judge,team,criterion,score\n" + rows.joined(separator: "\n"))
      #expect(refused.code == 65)
      for line in [
        "rows 2, 3, judge: There is no judge \"Zed\".",
        "rows 2, 3, criterion: The rubric has no criterion \"idea\". Its criteria are: impact, data.",
        "row 4, cell B4 team: There is no team \"Kelp\".", "row 5, cell D5 score: \"impact\" takes 0 to 10 points",
      ] { #expect(refused.errors.contains(line), "\(line)\n\(refused.errors)") }
    }
  }

  @Test func `a name of two judges is refused with the codes of both`() async throws {
    try await Workplace.withJudging { place async throws in
      try await place.fill("judge", "code,name\nJ-03,Ann\n")
      let refused = try await place.imports("score", "judge,team,criterion,score\nANN,aurora,impact,1\n")
      #expect(refused.errors.contains("\"ANN\" may mean more than one judge: J-01, J-03."), "\(refused)")
    }
  }

  @Test func `assignments, places, votes, prizes and rooms are named by key or by name`() async throws {
    try await Workplace.withJudging { place async throws in
      try await place.fill("assignment", "judge,team\nbob,BOREAL\n")
      #expect(
        try await place.ask(
          "SELECT count(*)::text FROM assignment JOIN judge USING (event_id, judge_id) WHERE code = 'J-02'") == "2")
      try #require(await place.run("track", "add", "sea", "--name-en", "Open Sea").code == 0)
      try await place.fill("prize", "key,kind,track,basis\nbest,seat,open sea,\npublic,seat,,choice\n")
      #expect(try await place.ask("SELECT t.key FROM prize JOIN track AS t USING (event_id, track_id)") == "sea")
      try place.write("team,votes\nBoreal,3\nAURORA,2\n", to: "votes.csv")
      let votes = try await place.run(
        "vote", "import", "votes.csv", "--prize", "public", "--source", "hall")
      #expect(votes.code == 0, "\(votes)")
      try #require(await place.run("room", "add", "hall", "--name-en", "Main Hall").code == 0)
      let session = "key,title_en,date,start,end,room\ntalk,Talk,2026-05-08,10:00,11:00,main hall\n"
      let imported = try await place.imports("session", session)
      #expect(imported.code == 0, "\(imported)")
      try place.write("team,rank\nboréal,1\nAurora,2\n", to: "ranks.csv")
      try #require(await place.run("judging", "close", "--force", "--reason", "test").code == 0)
      let ranks = try await place.run("result", "import", "ranks.csv")
      #expect(ranks.code == 0, "\(ranks)")
    }
  }

  @Test func `the last answer counts only where that is said`() async throws {
    try await Workplace.withJudging { place async throws in
      let twice = "judge,team,criterion,score\nJ-01,aurora,impact,9\nJ-01,aurora,data,1\nJ-01,aurora,impact,8\n"
      try place.write(twice, to: "twice.csv")
      let refused = try await place.run("score", "import", "twice.csv")
      #expect(refused.code == 65 && refused.errors.contains("If the last answer counts, add --last"))
      let taken = try await place.run("score", "import", "twice.csv", "--last")
      #expect(taken.code == 0 && taken.errors.contains("replaced: 1."), "\(taken)")
      #expect(try await place.ask("SELECT max(points)::text FROM score") == "8000")
    }
  }

  @Test func `wide tables are ranked without a database`() async throws {
    try await RankTests.withExample { program async throws in
      func rank(_ text: String, _ options: String...) async throws -> Program.Ended {
        try await program.start(["rank", "-", "--draws", "0", "--method", "raw"] + options, input: text).end()
      }
      let wide = try await rank("Judge,Team,Idea,Demo,Average\nA,x,1,2,1.5\nA,y,3,5,4\nB,x,2,2,2\nB,y,4,4,4\n")
      let long = try await rank(
        "judge,team,criterion,score\nA,x,Idea,1\nA,x,Demo,2\nA,y,Idea,3\nA,y,Demo,5\nB,x,Idea,2\nB,x,Demo,2\nB,y,Idea,4\nB,y,Demo,4\n"
      )
      #expect(wide.code == 0 && wide.output == long.output)
      #expect(wide.errors.contains("Left out, because they repeat other columns: \"Average\"."))
      let matrix = try await rank("Poster,Judge-1,Judge-2\nP-1,7,8\nP-2,,9\n")
      #expect(matrix.code == 65 && matrix.errors.contains("line 3, cell B3 has no score."), "\(matrix)")
      #expect(try await rank("Poster,Judge-1,Judge-2\nP-1,7,8\nP-2,,9\n", "--not-judged", "blank").code == 0)
      let unclear = try await rank("Team,Ann,Bob\nx,1,2\n")
      #expect(unclear.code == 65 && unclear.errors.contains("add --columns-are judges"))
      #expect(try await rank("Team,Ann,Bob\nx,1,2\n", "--columns-are", "judges").code == 0)
      let document = try await rank("Judge,Team,Idea\nA,x,1\nA,y,3\n", "--json")
      #expect(document.output.contains("table-read"))
    }
  }
}
