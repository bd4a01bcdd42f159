import Testing

/// A file of something else names the command that reads it.
@Suite struct OtherNounHintTests {
  @Test func `what is not about people, teams or projects says what it looks like`() async throws {
    try await Workplace.withEvent { place async throws in
      let files = [
        ("judge,team,criterion,score\nJ-01,aurora,idea,7\n", "scores", "score import file.csv"),
        ("Timestamp,Judge,Project,Idea,Demo\n2026,Ann,Kelp,3,4\n", "scores", "score import file.csv"),
        (
          "Judge Name,Project Name (from Project),Innovation,Value & Impact\nAnn,Kelp,3,4\n", "scores",
          "score import file.csv"
        ),
        ("Team,Judge 1,Judge 2\nKelp,3,4\n", "scores", "score import file.csv"),
        ("judge,team\nJ-01,aurora\n", "assignments of judges", "assignment import file.csv"),
        ("team,votes\naurora,7\n", "votes", "vote import file.csv --prize PRIZE --source TEXT"),
        ("équipe,rank\naurora,1\n", "ranks", "result import file.csv"),
        ("Title,Start,End,Room\nTalk,10:00,11:00,A\n", "sessions", "agenda import file.csv"),
        ("Category,Subcategory,Weight,Description,Max_Score\nA,b,1,c,9\n", "a rubric", "rubric import file.csv"),
        ("mentor,team,from,minutes\nAda,aurora,10:00,20\n", "booked mentor sessions", "mentor booking import file.csv"),
        ("judge,team,reason\nJ-01,aurora,family\n", "conflicts of interest", "judge conflict import file.csv"),
        ("key,name_en,seats\nhall,Hall,40\n", "rooms", "room import file.csv"),
      ]
      for (text, words, command) in files {
        try place.write(text, to: "file.csv")
        let ended = try await place.run("import", "file.csv")
        #expect(ended.code == 64, "\(text)\(ended)")
        #expect(ended.errors.contains("\"file.csv\" looks like \(words), and not like people"), "\(text)\(ended)")
        #expect(ended.errors.contains("datajam \(command)\n"), "\(text)\(ended)")
      }
    }
  }

  @Test func `what somebody says a row is counts, and people stay people`() async throws {
    try await Workplace.withEvent { place async throws in
      for text in [
        "name,email,skills,languages\nAnn Lee,ann@example.org,data,en\n", "team,track,table\nAurora,,4\n",
        "team,title,summary,url\nAurora,Tide,What it is,https://example.org\n",
      ] {
        try place.write(text, to: "file.csv")
        let ended = try await place.run("import", "file.csv", "--dry-run")
        #expect(!ended.errors.contains("looks like"), "\(text)\(ended)")
      }
      try place.write("team,votes\nAurora,7\n", to: "file.csv")
      #expect(try await place.run("import", "file.csv", "--as", "team").code == 0)
    }
  }
}
