import Postgres
import Testing

/// Rows that cannot be taken: each is named with its cell, the culprit and what helps, and nothing is kept.
@Suite(.serialized) struct RowFaultTests {
  private func rejected(_ rows: Int, _ problems: String...) -> Program.Ended { rejected(rows, problems, orTake: "") }

  /// Of a file whose good rows can be taken alone.
  /// - Parameter areRepeated: Whether some are about the same thing.
  private func rejectable(_ rows: Int, _ problems: String..., areRepeated: Bool = false) -> Program.Ended {
    rejected(
      rows, problems,
      orTake: ", or take the good rows: --continue"
        + (areRepeated ? "\nOr take the last of several rows about the same thing: --last" : ""))
  }

  private func rejected(_ rows: Int, _ problems: [String], orTake: String) -> Program.Ended {
    let count = rows == 1 ? "1 row" : "\(rows) rows"
    let lines =
      problems.map { "  \($0)\n" } + [
        "Error: \(count) of \"file.csv\" cannot be taken, so nothing was imported.\n",
        "Mend the rows that are named above and run the same command again\(orTake.isEmpty ? "." : orTake)\n",
      ]
    return Program.Ended(code: 65, output: "", errors: lines.joined())
  }

  @Test func `people and teams`() async throws {
    try await Workplace.withJudging { place async throws in
      #expect(
        try await place.imports("team", "key,name\nAurora,Aurora\n,No key\nempty,\nfine,Fine\n")
          == rejectable(
            2,
            #"row 2, cell A2 key: "Aurora" cannot be a key: a key is 1 to 60 of a-z and 0-9, with single dashes between words."#,
            "row 4, cell B4 name: The cell is empty, but it is needed."))
      #expect(
        try await place.imports(
          "participant",
          """
          key,display_name,email,country_of_nationality,consent_public,team
          p-1,Ann,ann@@x,CA,yes,aurora
          p-2,Bob,bob@example.org,Atlantis,no,aurora
          p-3,Cid,cid@example.org,CA,maybe,aurora
          p-4,,dot@example.org,CA,no,aurora
          p-5,Eve,eve@example.org,CA,no,borael
          p-6,Fay,fay@example.org,CA,no,aurora
          p-7,Gil,FAY@example.org,CA,no,aurora

          """)
          == rejectable(
            4, #"row 2, cell C2 email: "ann@@x" is not an e-mail address."#,
            "row 5, cell B5 display_name: The participant has no name.",
            #"row 6, cell F6 team: There is no team "borael". Did you mean "Boréal"? If it is new: datajam team add KEY --name NAME"#,
            #"row 8, cell C8 email: The address "FAY@example.org" stands in row 7 as well: each participant has one of their own."#,
            areRepeated: true))
      #expect(
        try await place.imports(
          "organisation", "key,role,name_en,order\nibm,boss,IBM,1\nun,partner,,1\nx,partner,X,0\n")
          == rejectable(
            2,
            #"row 2, cell B2 role: "boss" is not known here: write one of funder, partner, co-organiser, sponsor, prize-giver, affiliation."#,
            "row 3, cell C3 name_en: The organisation has no name in any language."))
      #expect(
        try await place.imports(
          "submission", "team,url,title_en\naurora,javascript:alert(1),Hi\nnobody,https://example.org,Hi\n")
          == rejectable(
            2, #"row 2, cell B2 url: "javascript:alert(1)" is no link: it has to begin with http:// or https://."#,
            #"row 3, cell A3 team: There is no team "nobody". List them: datajam team list"#))
      #expect(try await place.ask("SELECT count(*)::text FROM participant") == "0")
      #expect(try await place.ask("SELECT count(*)::text FROM organisation") == "0")
      #expect(try await place.ask("SELECT count(*)::text FROM submission") == "0")
    }
  }

  @Test func `rubrics, judges, assignments and scores`() async throws {
    try await Workplace.withJudging { place async throws in
      #expect(
        try await place.imports(
          "rubric", "key,weight,minimum,maximum,name_en\nimpact,1,0,ten,Impact\ndata,1,5,5,Data\nlook,1,0,5,\n")
          == rejected(
            3, #"row 2, cell D2 maximum: "ten" is no number of points, such as 6 or 6.5, with at most three decimals."#,
            "row 3, cell D3 maximum: The scale ends at 5, which is not above its start, 5.",
            "row 4, cell E4 name_en: The criterion has no name in any language."))
      #expect(
        try await place.imports("rubric", "key,weight,minimum,maximum,name_en\nimpact,0,0,10,Impact\n")
          == rejected(1, #"row 2: The weight of "impact" has to be above 0, but 0 was given."#))
      #expect(
        try await place.imports("judge", "code,name\nJ 1,Ann\nJ-03,\n")
          == rejected(
            2,
            #"row 2: "J 1" cannot be a judge's code: it takes 1 to 20 letters, digits and dashes. Write it like J-03."#,
            "row 3, cell B3 name: The cell is empty, but it is needed."))
      #expect(
        try await place.imports("assignment", "judge,team\nJ-9999,aurora\nJ-01,aroura\n")
          == rejected(
            2, #"row 2: There is no judge "J-9999". List them: datajam judge list"#,
            #"row 3: There is no team "aroura". Did you mean "aurora"?"#))
      let scores = [
        "J-01,aurora,impact,11", "J-01,aurora,data,abc", "J-01,boreal,impact,6.1234",
        "J-01,boreal,data,99999999999999999999", "J-02,boreal,data,3", "J-9999,boreal,data,3", "J-01,nobody,data,3",
        "J-01,aurora,charm,1", "J-01,aurora,data,", "J-01,aurora,data,-1", "J-01,aurora,data,1e1",
        "J-02,aurora,data,1", "J-02,aurora,data,2",
      ]
      let number = "is no number of points, such as 6 or 6.5, with at most three decimals."
      #expect(
        try await place.imports("score", "judge,team,criterion,score\n" + scores.joined(separator: "\n"))
          == rejected(
            12, #"row 2, cell D2 score: "impact" takes 0 to 10 points, but 11 was given."#,
            "row 3, cell D3 score: \"abc\" \(number)", "row 4, cell D4 score: \"6.1234\" \(number)",
            "row 5, cell D5 score: \"99999999999999999999\" \(number)",
            #"row 6: J-02 is not assigned to team "boreal". Assign the judge first: datajam assignment set J-02 boreal"#,
            #"row 7, cell A7 judge: There is no judge "J-9999". List them: datajam judge list"#,
            #"row 8, cell B8 team: There is no team "nobody". List them: datajam team list"#,
            #"row 9, cell C9 criterion: The rubric has no criterion "charm". Its criteria are: impact, data."#,
            "row 10, cell D10 score: The cell is empty, but it is needed.",
            #"row 11, cell D11 score: "data" takes 0 to 5 points, but -1 was given."#,
            "row 12, cell D12 score: \"1e1\" \(number)",
            #"row 14, cell D14 score: J-02 scores "data" of team "aurora" twice in this file. If the last answer counts, add --last"#
          ))
      #expect(try await place.ask("SELECT count(*)::text FROM sheet") == "0")
    }
  }

  @Test func `prizes and places`() async throws {
    try await Workplace.withJudging { place async throws in
      let amount =
        "is no amount: it takes digits without spaces or marks between the thousands, and at most 2 behind the point."
      #expect(
        try await place.imports(
          "prize",
          """
          key,rank,kind,amount,currency
          a,1,money,1e9,CAD
          b,1,money,-5,CAD
          c,1,money,"5,000",CAD
          d,1,money,5000,cad
          e,1,money,5000,
          f,1,seat,50,CAD
          g,0,money,5,CAD
          h,1,gold,,
          i,1,money,0,CAD

          """)
          == rejected(
            9, "row 2, cell D2 amount: \"1e9\" \(amount)",
            #"row 3, cell D3 amount: A prize cannot be "-5": it is below zero."#,
            "row 4, cell D4 amount: \"5,000\" \(amount)", #"row 5, cell D5 amount: "cad" is no currency code."#,
            "row 6, cell E6 currency: The cell is empty, but it is needed.",
            #"row 7, cell D7 amount: Only a prize of kind "money" has an amount."#,
            #"row 8, cell B8 rank: "0" is no whole number from 1 to 1000000."#,
            #"row 9, cell C9 kind: "gold" is not known here: write one of money, seat, invitation, promotion, goods."#,
            #"row 10: The prize "i" has to be above 0. Where the amount is not made public, write "undisclosed" in a file, or --undisclosed."#
          ))
      #expect(
        try await place.imports("result", "team,rank\naurora,1\nboreal,3\n")
          == rejected(
            1,
            "row 2: The ranks do not follow each other: after those before it, 2 was expected, but 3 was given. "
              + "Count from 1; teams that share a rank use up the ranks behind it, as in 1, 1, 3."))
      #expect(
        try await place.imports("result", "team,rank\naurora,1\naurora,2\n")
          == rejected(1, #"row 2: The team "aurora" stands twice in the result."#))
      #expect(try await place.ask("SELECT count(*)::text FROM prize") == "0")
      #expect(try await place.ask("SELECT count(*)::text FROM result") == "0")
    }
  }
}
