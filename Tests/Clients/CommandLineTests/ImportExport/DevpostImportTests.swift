import Foundation
import Postgres
import Testing

/// Devpost's list of projects as an organiser gets it, with every trap of its form; all people are made up.
@Suite(.serialized) struct DevpostImportTests {
  static let header =
    #"Project Title,Submission Url,Project Status,Judging Status,Highest Step Completed,Project Created At,"#
    + #"About The Project,"""Try it out"" Links",Video Demo Link,Opt-In Prizes,Built With,Notes,"#
    + #"Team Colleges/Universities,Submitter First Name,Submitter Last Name,Submitter Email,Additional Team Member Count"#

  /// Rows go on beyond the header, cells hold lines, quotes and commas, and one person is in two projects.
  static let projects =
    header + "\n"
      + #"""
      Solar Cart,https://hack.example/software/solar-cart,Submitted (Gallery/Visible),Pending,Submit,10/16/2021 13:04:40,"We map shade.

      It is ""free"", really.","https://solar.example/app, https://code.example/solar",https://video.example/1,"Best Map, Sponsored by Tideline, Grand Prize",swift,,"Rutgers, The State University of Elsewhere, Lakeside College",Ada,Lund,ada@solar.example,2,Bo,Berg,bo@solar.example,Zoé,Çelik,ZOE@solar.example
      Half Done,https://hack.example/software/half-done,Draft,Pending,Project overview,10/16/2021 20:00:00,,,,,,,,Dee,Diaz,dee@half.example,0
      Night Bus,https://hack.example/software/night-bus,Submitted (Gallery/Visible),Pending,Submit,10/17/2021 09:15:00,Buses,,,"Grand Prize, Best Snack, by Us",python,,LAKESIDE COLLEGE,Eve,Eng,eve@night.example,2,Bo,Berg,BO@solar.example,,,
      Quiet Page,https://hack.example/software/quiet,Submitted (Hidden),Pending,Submit,10/17/2021 10:15:00,Hid,,,,css,,,Fay,Fox,fay@quiet.example,0
      Solar Cart,https://hack.example/software/solar-cart-2,Submitted (Gallery/Visible),Pending,Submit,10/17/2021 11:00:00,Another of that name,,,,,,lakeside college,Gus,Gray,gus@second.example,0

      """#

  static func prepared(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("event", "set", "--tz", "America/Toronto").code == 0)
      try await place.fill(
        "prize",
        "key,rank,order,kind,label_en\nmap,1,1,goods,\"Best Map, Sponsored by Tideline\"\ngrand,1,2,goods,Grand Prize\n"
      )
      try await body(place)
    }
  }

  @Test func `every trap of the form is read, said and kept`() async throws {
    try await Self.prepared { place async throws in
      try place.write(Self.projects, to: "projects.csv")
      #expect(
        try await place.run("import", "projects.csv")
          == .saying(
            0, "Profile: devpost", "projects.csv: Times are read month first, in America/Toronto.",
            #"projects.csv: The file does not say when projects were submitted; "Project Created At" stands for it."#,
            #"Ignored columns: "Judging Status", "Notes""#, "  1 row skipped: a draft (row 3 \"Half Done\")",
            "  1 row skipped: hidden; to take such projects: --include-hidden (row 5 \"Quiet Page\")",
            #"  row 4 (line 6): "BO@solar.example" is in team "Solar Cart" already and stays there: nobody is in two."#,
            "  row 4 (line 6), cell Q4 Additional Team Member Count: The project has 2 of its 3 people named in the file.",
            #"  row 4 (line 6), cell J4 Opt-In Prizes: "Best Snack, by Us" is no prize that the event knows; it is kept as it stands."#,
            "submission: 3 created, 0 updated, 0 unchanged, 2 skipped (5 rows of projects.csv)",
            "member: 5 created, 0 updated, 0 unchanged", "participant: 5 created, 0 updated, 0 unchanged",
            "team: 3 created, 0 updated, 0 unchanged", "Next: datajam submission list"))
      try await expectProjects(place)
      let before = try await place.dump()
      let again = try await place.importing(Self.projects)
      #expect(again.code == 0)
      #expect(try again.counts == "5 rows, 0 created, 0 updated, 3 unchanged, 2 skipped, 0 rejected")
      #expect(again.records("team") == [0, 0, 3] && again.records("participant") == [0, 0, 5])
      #expect(try await place.dump() == before)
    }
  }

  private func expectProjects(_ place: Workplace) async throws {
    #expect(
      try await place.lines(
        """
        SELECT format('%s|%s|%s|%s|%s', t.name, t.affiliation, t.declared_size, s.received_as_written,
          s.received_at AT TIME ZONE 'UTC')
        FROM team AS t JOIN submission AS s USING (team_id) ORDER BY t.team_id
        """) == [
          "Solar Cart|Rutgers, The State University of Elsewhere, Lakeside College|3|10/16/2021 13:04:40|2021-10-16 17:04:40",
          "Night Bus|LAKESIDE COLLEGE|3|10/17/2021 09:15:00|2021-10-17 13:15:00",
          "Solar Cart|lakeside college|1|10/17/2021 11:00:00|2021-10-17 15:00:00",
        ])
    #expect(
      try await place.lines(
        """
        SELECT format('%s|%s|%s|%s|%s|%s|%s|%s', title ->> 'en', summary ->> 'en', url, video_url,
          replace(links, E'\\n', '+'), built_with, replace(opted_for, E'\\n', '+'), is_entered_by_organiser)
        FROM submission ORDER BY submission_id
        """) == [
          "Solar Cart|We map shade.\n\nIt is \"free\", really.|https://hack.example/software/solar-cart|"
            + "https://video.example/1|https://solar.example/app+https://code.example/solar|swift|"
            + "Best Map, Sponsored by Tideline+Grand Prize|t",
          "Night Bus|Buses|https://hack.example/software/night-bus|||python|Grand Prize+Best Snack, by Us|t",
          "Solar Cart|Another of that name|https://hack.example/software/solar-cart-2|||||t",
        ])
    #expect(
      try await place.lines(
        """
        SELECT format('%s|%s|%s|%s', p.display_name, p.email, t.affiliation, CASE WHEN m.is_captain THEN 'captain' END)
        FROM participant AS p JOIN team_member AS m USING (event_id, participant_id) JOIN team AS t USING (team_id)
        ORDER BY t.team_id, p.participant_id
        """) == [
          "Ada Lund|ada@solar.example|Rutgers, The State University of Elsewhere, Lakeside College|captain",
          "Bo Berg|bo@solar.example|Rutgers, The State University of Elsewhere, Lakeside College|",
          "Zoé Çelik|ZOE@solar.example|Rutgers, The State University of Elsewhere, Lakeside College|",
          "Eve Eng|eve@night.example|LAKESIDE COLLEGE|captain", "Gus Gray|gus@second.example|lakeside college|captain",
        ])
    #expect(try await place.lines("SELECT key FROM team ORDER BY team_id").first == "solar-cart")
  }

  @Test func `projects without personal data come in with their teams, and members are left out in one line`()
    async throws
  {
    try await Workplace.withEvent { place async throws in
      let file = """
        Submission Title,Submission Url,Plain Description,Desired Prizes,Built With,Submitter Screen Name,College/Universities Of Team Members,Additional Team Member Count,Team Member 1 Screen Name,...
        Solo,https://hack.example/1,about,,java,ann1,State U,0
        Pair,https://hack.example/2,about,,java,bob2,State U,1,cyd3
        Trio,https://hack.example/3,about,,java,dee4,State U,2,eli5,fay6

        """
      try place.write(file, to: "projects.csv")
      #expect(
        try await place.run("import", "projects.csv")
          == .saying(
            0, "Profile: devpost",
            "projects.csv: The event knows no prizes and no tracks yet, so lists of prizes with commas are kept uncut. "
              + "Add its prizes or tracks, then import the file again.",
            #"  rows 3, 4: The cells behind "Additional Team Member Count" are no groups of first name, last name and e-mail address, so they were left out."#,
            "submission: 3 created, 0 updated, 0 unchanged (3 rows of projects.csv)",
            "team: 3 created, 0 updated, 0 unchanged", "Next: datajam submission list"))
      #expect(
        try await place.lines("SELECT name || declared_size FROM team ORDER BY 1") == ["Pair2", "Solo1", "Trio3"])
    }
  }

  @Test func `a row for each prize makes one submission with all prizes, whatever commas are in them`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = #"""
        Opt-In Prize,Project Title,Submission Url,Project Status,Highest Step Completed,Opt-In Prizes
        "Best Map, by Tideline",Cart,https://hack.example/cart,Submitted (Gallery/Visible),Submit,"Best Map, by Tideline, Grand Prize"
        Grand Prize,Cart,HTTP://hack.example/cart/,Submitted (Gallery/Visible),Submit,"Best Map, by Tideline, Grand Prize"
        Grand Prize,Bus,https://hack.example/bus,Submitted (Gallery/Visible),Submit,Grand Prize

        """#
      let first = try await place.importing(file)
      #expect(try first.counts == "3 rows, 2 created, 0 updated, 0 unchanged, 1 skipped, 0 rejected")
      #expect(first.remarks == [])
      let prizes = ["Best Map, by Tideline+Grand Prize", "Grand Prize"]
      let question: SQL = "SELECT replace(opted_for, E'\\n', '+') FROM submission ORDER BY submission_id"
      #expect(try await place.lines(question) == prizes)
      #expect(
        try await place.importing(file).counts == "3 rows, 0 created, 0 updated, 2 unchanged, 1 skipped, 0 rejected")
      #expect(try await place.lines(question) == prizes)
      // The same file read for its teams counts no project twice either.
      let teams = try await place.importing(file, "--as", "team")
      #expect(try teams.counts == "3 rows, 0 created, 0 updated, 2 unchanged, 1 skipped, 0 rejected")
    }
  }

  @Test func `a list of prizes is cut again once the event knows them`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = "Project Title,Submission Url,Opt-In Prizes\nCart,https://hack.example/cart,\"One, Two\"\n"
      let first = try await place.importing(file)
      #expect(first.remarks == [])
      #expect(
        first.notes == [
          "The event knows no prizes and no tracks yet, so lists of prizes with commas are kept uncut. "
            + "Add its prizes or tracks, then import the file again."
        ])
      try await place.fill("prize", "key,rank,order,kind,label_en\none,1,1,goods,One\ntwo,1,2,goods,Two\n")
      #expect(
        try await place.importing(file).counts == "1 rows, 0 created, 1 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(try await place.lines("SELECT opted_for FROM submission") == ["One\nTwo"])
    }
  }

  @Test func `a withdrawn member, a member elsewhere and a member who was taken out stay so`() async throws {
    try await Self.prepared { place async throws in
      #expect(try await place.importing(Self.projects).code == 0)
      func key(_ email: String) async throws -> String {
        try #require(try await place.ask("SELECT key FROM participant WHERE email = \(email)"))
      }
      let (bo, zoe, eve) = (
        try await key("bo@solar.example"), try await key("ZOE@solar.example"), try await key("eve@night.example")
      )
      #expect(try await place.run("participant", "withdraw", eve).code == 0)
      #expect(try await place.run("team", "member", "remove", "solar-cart", zoe).code == 0)
      #expect(try await place.run("team", "member", "remove", "solar-cart", bo).code == 0)
      #expect(try await place.run("team", "member", "add", "night-bus", bo).code == 0)
      let before = try await place.dump()
      let again = try await place.importing(Self.projects)
      #expect(try again.counts == "5 rows, 0 created, 0 updated, 3 unchanged, 2 skipped, 0 rejected")
      #expect(
        again.remarks.filter { !$0.contains("prize") && !$0.contains("people") } == [
          #"2/2: "bo@solar.example" is in team "night-bus" already and stays there: nobody is in two."#,
          #"2/2 Project Title: "Zoé Çelik" was taken out of team "Solar Cart" since the last import and stays out. "#
            + "To take the file's: --overwrite",
          #"4/6: "BO@solar.example" is in team "Solar Cart" already and stays there: nobody is in two."#,
          #"4/6 Project Title: "Eve Eng" withdrew, and stays so."#,
        ])
      #expect(try await place.dump() == before)
      let over = try await place.importing(Self.projects, "--overwrite")
      #expect(over.records("member") == [1, 0, 0])
      #expect(
        try await place.ask(
          "SELECT t.key FROM team_member JOIN team AS t USING (team_id) JOIN participant AS p USING (participant_id) WHERE p.key = \(zoe)"
        )
          == "solar-cart")
    }
  }

  @Test func `a project is known by its address, whatever it is called now, and none that is missing is deleted`()
    async throws
  {
    try await Self.prepared { place async throws in
      #expect(try await place.importing(Self.projects).code == 0)
      let lines = Self.projects.split(separator: "\n", omittingEmptySubsequences: false)
      let renamed =
        (lines.prefix(1) + lines.filter { $0.hasPrefix("Night Bus") }).joined(separator: "\n")
        .replacing("Night Bus,https://hack.example", with: "Day Bus,http://HACK.example") + "\n"
      let came = try await place.importing(renamed)
      #expect(try came.counts == "1 rows, 0 created, 1 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(
        try await place.lines("SELECT key || ' ' || name FROM team ORDER BY team_id").prefix(2) == [
          "solar-cart Solar Cart", "night-bus Day Bus",
        ])
      #expect(try await place.ask("SELECT count(*)::text FROM submission") == "3")
      #expect(try await place.run("team", "set", "night-bus", "--name", "Ours").code == 0)
      let again = try await place.importing(renamed)
      let kept = #""Ours" was set by hand since the last import and stays; the file says "Day Bus". "#
      #expect(again.remarks.contains("2/2 Project Title: \(kept)To take the file's: --overwrite"))
    }
  }
}
