import CSV
import ScoreTables
import Testing
import Vocabulary

/// The shape of a table of scores is told by its columns, and what cannot be told is asked.
@Suite struct ScoreTableShapeTests {
  private func shape(_ text: String, _ change: (inout ScoreTableSettings) -> Void = { _ in }) throws -> ScoreTableShape
  {
    let table = try Table(bytes: Array(text.utf8))
    var settings = ScoreTableSettings()
    change(&settings)
    return try ScoreTableShape(of: table.header, table.records, settings)
  }

  @Test func `a row for each sheet has a column for each criterion, whatever else stands beside them`() throws {
    let form = try shape(
      """
      FormID,Project Name (from Project),Judge Name,Innovation,Value & Impact,Completeness,Total,Comments,Cheating
      4,['Kelp'],Judge A,4,3,5,12,No comments,
      5,['Tide'],Judge A,3,4,3,10,,
      """)
    #expect(form.judge == .cell(2) && form.team == .cell(1) && form.criterion == .header)
    #expect(form.scores == [3, 4, 5])
    #expect(form.totals == [6] && form.passedOver == [0, 7, 8])
  }

  @Test(arguments: [
    ("juge,équipe,Idée,Démo,Moyenne\nA,x,1,2,1.5\n", [2, 3], [4]),
    ("Jurado;Proyecto;Idea;Demo;Puntuación total\nA;x;1,5;2;3,5\n", [2, 3], [4]),
    ("Timestamp,Evaluator email,Team #,Table,Idea,Demo,Score\n1,a@b.c,x,4,1,2,3\n2,a@b.c,y,5,2,2,4\n", [4, 5], [6]),
    ("judge_id,judge_name,team_id,team_name,idea,demo\n1,Ann,7,Kelp,3,4\n", [4, 5], []),
  ])
  func `names in three languages, identifiers and totals are known`(_ text: String, _ scores: [Int], _ totals: [Int])
    throws
  {
    let form = try shape(text)
    #expect(form.scores == scores && form.totals == totals)
    #expect(form.criterion == .header)
  }

  @Test func `no column of scores is lost because its name could mean something else`() throws {
    let form = try shape("Judge,Project,Project ID,Idea,Team,Pitch,Presentation\nA,x,7,1,2,3,4\n")
    #expect(form.team == .cell(1) && form.scores == [3, 4, 5, 6])
    #expect(form.passedOver == [2])
  }

  @Test func `a row for each team has a column for each judge`() throws {
    let form = try shape("Poster,Judge-1,Judge-2,Judge-3,Average\nP-1,7,,8,7.5\nP-2,,9,6,7.5\n")
    #expect(form.judge == .header && form.team == .cell(0) && form.criterion == .fixed("score"))
    #expect(form.scores == [1, 2, 3] && form.totals == [4])
    let named = try shape("Team,Ann,Bob\nx,1,2\n") { $0.across = .judges }
    #expect(named.judge == .header && named.scores == [1, 2])
    let byCriterion = try shape("Team,Criterion,Judge 1,Judge 2\nx,idea,1,2\n")
    #expect(byCriterion.criterion == .cell(1) && byCriterion.judge == .header)
    let teams = try shape("Judge,Kelp,Tide\nAnn,1,2\n") { $0.across = .teams }
    #expect(teams.team == .header && teams.judge == .cell(0))
  }

  @Test func `one overall mark is one criterion`() throws {
    let form = try shape("judge_id,poster_id,score\n1,1,9\n1,2,10\n")
    #expect(form.judge == .cell(0) && form.team == .cell(1) && form.criterion == .fixed("score") && form.scores == [2])
    #expect(try shape("Judge,Team,Overall\nA,x,3\n").criterion == .fixed("Overall"))
  }

  @Test func `one score a row keeps its form, also under other names`() throws {
    #expect(try shape("judge,team,criterion,score\nA,x,idea,1\n").isLong)
    #expect(try shape("Evaluator,Project,Category,Rating\nA,x,idea,1\n").isLong)
  }

  @Test func `what cannot be told names the columns and the option that says it`() throws {
    func refusal(_ text: String) throws -> ScoreTableError {
      try #require(throws: ScoreTableError.self) { _ = try shape(text) }
    }
    let names = try refusal("Team,Ann,Bob\nx,1,2\n")
    #expect(names == .unclear(judge: nil, team: "Team", scores: ["Ann", "Bob"], header: ["Team", "Ann", "Bob"]))
    #expect(names.explanation.hint?.description.contains("--columns-are judges") == true)
    #expect(
      try refusal("Judge,Kelp,Tide\nAnn,1,2\n").explanation.hint?.description.contains("--columns-are teams") == true)
    #expect(
      try refusal("Judge,Team,Idea,Demo,Score\nA,x,1,2,9\n") == .unclearScore("Score", others: ["Idea", "Demo"]))
    #expect(try refusal("a,b\nc,d\n").explanation.hint?.description.contains("--judge-column") == true)
    #expect(throws: ScoreTableError.self) { _ = try shape("Team,Ann\nx,1\n") { $0.judge = "Bob" } }
  }

  @Test func `columns that were named are taken`() throws {
    let form = try shape("Who,What,Idea,Demo,Year\nA,x,1,2,2026\n") {
      $0.judge = "who"
      $0.team = "what"
      $0.scores = ["idea,demo"]
    }
    #expect(form.judge == .cell(0) && form.team == .cell(1) && form.scores == [2, 3])
  }

  @Test(arguments: [
    ("Judge,Team,Idea,Demo,Comment\nA,x,1,2,good\n", ["4 all"]),
    ("Juge,Équipe,Idée,Démo,Commentaires du jury,Rétroaction\nA,x,1,2,bon,\n", ["4 all", "5 all feedback"]),
    ("Juez,Equipo,Idea,Demo,Observaciones generales\nA,x,1,2,bien\n", ["4 all"]),
    ("Judge,Team,Idea,Demo,Comments on Idea,Feedback for the team\nA,x,1,2,new,nice\n", ["4 of 2", "5 all feedback"]),
    ("Team,Judge 1,Judge 1 comment,Judge 2,Comments (Judge 2),Notes\nx,1,good,2,bad,late\n", ["2 of 1", "4 of 3"]),
    ("Judge,Team,Score,Notes\nA,x,1,good\n", ["3 all"]), ("Judge,Team,Criterion,Rating,Comment\nA,x,idea,1,good\n", []),
    ("Juge,Équipe,Idée,Notes\nA,x,1,2\n", []), ("Judge,Team,Idea,Comment author\nA,x,1,Bob\n", []),
  ])
  func `words of judges are told from other columns`(text: String, comments: [String]) throws {
    let found = try shape(text).comments.map { comment in
      "\(comment.column) \(comment.score.map { "of \($0)" } ?? "all")\(comment.isFeedback ? " feedback" : "")"
    }
    #expect(found == comments)
  }
}
