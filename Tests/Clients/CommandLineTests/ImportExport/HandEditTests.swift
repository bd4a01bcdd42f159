import Foundation
import Postgres
import Testing

/// What an organiser edits by hand between two imports stays.
@Suite(.serialized) struct HandEditTests {
  private let people = "key,given_name,family_name,email,city\np-1,Ada,Lund,ada@solar.example,Oslo\n"

  @Test func `a participant's field stays, with a remark, and the others are taken`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("participant", people)
      #expect(
        try await place.run("participant", "set", "p-1", "--city", "Bergen", "--affiliation", "Tideline").code == 0)
      let file = "key,given_name,family_name,email,city,affiliation\np-1,Adah,Lund,ada@solar.example,Oslo,\n"
      let came = try await place.importing(file)
      #expect(try came.counts == "1 rows, 0 created, 1 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(
        came.remarks == [
          #"2/2 city: "Bergen" was set by hand since the last import and stays; the file says "Oslo". "#
            + "To take the file's: --overwrite"
        ])
      let person: SQL = "SELECT format('%s|%s|%s|%s', given_name, display_name, city, affiliation) FROM participant"
      #expect(try await place.lines(person) == ["Adah|Adah Lund|Bergen|Tideline"])
      // A column that the source never had before is not the source's either.
      let later = try await place.importing(file.replacing(",\n", with: ",Lakeside\n"))
      #expect(later.remarks.count == 2)
      #expect(try later.counts == "1 rows, 0 created, 0 updated, 1 unchanged, 0 skipped, 0 rejected")
      #expect(try await place.lines(person) == ["Adah|Adah Lund|Bergen|Tideline"])

      let over = try await place.importing(file.replacing(",\n", with: ",Lakeside\n"), "--overwrite")
      #expect(over.remarks == [])
      #expect(try await place.lines(person) == ["Adah|Adah Lund|Oslo|Lakeside"])
      let next = try await place.importing(file.replacing(",Oslo,\n", with: ",Tromsø,\n"))
      #expect(try next.counts == "1 rows, 0 created, 1 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(try await place.lines(person) == ["Adah|Adah Lund|Tromsø|Lakeside"])
    }
  }

  @Test func `what was emptied by hand stays empty`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("participant", people)
      #expect(try await place.run("participant", "set", "p-1", "--city", "").code == 0)
      let came = try await place.importing(people)
      #expect(
        came.remarks == [
          #"2/2 city: This was emptied by hand since the last import and stays empty; the file says "Oslo". "#
            + "To take the file's: --overwrite"
        ])
      #expect(try await place.ask("SELECT city FROM participant") == nil)
    }
  }

  @Test func `a team's and a submission's fields stay, with a remark`() async throws {
    try await Workplace.withEvent { place async throws in
      let teams = "key,name,city_en,affiliation\naurora,Aurora,Oslo,Lakeside\n"
      let works = "team,title_en,summary_en,url\naurora,Cart,Carts,https://cart.example\n"
      try await place.fill("team", teams)
      try await place.fill("submission", works)
      #expect(try await place.run("team", "set", "aurora", "--city-en", "Bergen", "--name", "Aurora Two").code == 0)
      #expect(
        try await place.run("submission", "set", "aurora", "--title-en", "Carts for all").code == 0)
      let team = try await place.importing(teams.replacing("Lakeside", with: "Tideline"))
      #expect(try team.counts == "1 rows, 0 created, 1 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(team.remarks.map { $0.prefix(20) } == [#"2/2 city_en: "Bergen"#, #"2/2 name: "Aurora Tw"#])
      let work = try await place.importing(works.replacing("Carts", with: "Many carts"))
      #expect(work.remarks.map { $0.prefix(22) } == [#"2/2 title_en: "Carts f"#])
      let held: SQL = """
        SELECT format('%s|%s|%s|%s|%s', t.name, t.city ->> 'en', t.affiliation, s.title ->> 'en', s.summary ->> 'en')
        FROM team AS t JOIN submission AS s USING (team_id)
        """
      #expect(try await place.lines(held) == ["Aurora Two|Bergen|Tideline|Carts for all|Many carts"])
      #expect(try await place.importing(teams, "--overwrite").remarks == [])
      #expect(try await place.importing(works, "--overwrite").remarks == [])
      #expect(try await place.lines(held) == ["Aurora|Oslo|Lakeside|Cart|Carts"])
    }
  }

  @Test func `two sources keep their own memory`() async throws {
    try await Workplace.withEvent { place async throws in
      let devpost = "Project Title,Submission Url,Built With,Video Demo Link\nCart,https://hack.example/cart,swift,\n"
      let sheet = "team,title_en,built_with,summary_en\ncart,Cart,python,Ours\n"
      #expect(try await place.importing(devpost).code == 0)
      #expect(try await place.importing(sheet).counts.contains("1 updated"))
      let held: SQL = "SELECT format('%s|%s|%s', title ->> 'en', built_with, summary ->> 'en') FROM submission"
      #expect(try await place.lines(held) == ["Cart|python|Ours"])
      for _ in 1...2 {
        let came = try await place.importing(devpost)
        #expect(try came.counts == "1 rows, 0 created, 0 updated, 1 unchanged, 0 skipped, 0 rejected")
        #expect(came.remarks.map { $0.prefix(24) } == [#"2/2 Built With: "python""#])
        #expect(try await place.importing(sheet).counts.contains("1 unchanged"))
      }
      #expect(try await place.lines(held) == ["Cart|python|Ours"])
      // What is new in the one is taken beside what the other said.
      let more = try await place.importing(devpost.replacing("swift,", with: "swift,https://video.example"))
      #expect(try more.counts.contains("1 updated"))
      #expect(try await place.ask("SELECT video_url FROM submission") == "https://video.example")
    }
  }
}
