import Foundation
import Postgres
import Testing

/// Judges, mentors, sessions and rubrics as forms and other systems write them.
@Suite struct FormNounImportTests {
  private static let judges = """
    timestamp,last_name,first_name,email,affiliation,title
    4/3/2017 23:36:57,Doe,Jo,jo@example.org,"Judging, Inc.",Judge
    4/3/2017 23:38:41,Roe,Ida,ida@example.org,ABC,Judge

    """

  @Test func `a form of judges is taken, with a code for each, and again without a change`() async throws {
    try await Workplace.withEvent { place async throws in
      let first = try await place.imports("judge", Self.judges)
      #expect(first.code == 0)
      #expect(first.errors.contains(#""last_name" as family_name, "first_name" as given_name"#))
      #expect(first.errors.contains("Rows without a key were given one (2): J-01, J-02."))
      #expect(
        try await place.ask("SELECT string_agg(code || ' ' || name, ', ' ORDER BY code) FROM judge")
          == "J-01 Jo Doe, J-02 Ida Roe")
      let again = try await place.imports("judge", Self.judges)
      #expect(again.errors.contains("0 created, 0 updated, 2 unchanged"))
      try await place.expectUnaltered()
    }
  }

  @Test(arguments: [
    ("Code;Nom;Prénom;Courriel;Organisme\n;Côté;Zoé;zoe@example.org;UdeM\n", "J-01 Zoé Côté"),
    ("Juez;Correo electrónico;Empresa\nAna López;ana@example.org;ACME\n", "J-01 Ana López"),
    ("Full Name,Company\nWei Chen,Comma Corp\n", "J-01 Wei Chen"),
    ("judge,Code\nAda,A-7\nBob,\n", "A-7 Ada, J-01 Bob"),
    ("judge,code\nAda,J-01\nBob,\n", "J-01 Ada, J-02 Bob"),
  ])
  func `judges of other forms`(text: String, expected: String) async throws {
    try await Workplace.withEvent { place async throws in
      let ended = try await place.imports("judge", text)
      #expect(ended.code == 0, "\(ended)")
      #expect(try await place.ask("SELECT string_agg(code || ' ' || name, ', ' ORDER BY code) FROM judge") == expected)
    }
  }

  @Test func `two judges of one name are told apart by their addresses, and never by chance`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("judge", "name,email\nJo Doe,jo@example.org\nJo Doe,jo2@example.org\n")
      #expect(try await place.ask("SELECT count(*)::text FROM judge") == "2")
      let unclear = try await place.imports("judge", "name,affiliation\nJo Doe,ABC\n")
      #expect(unclear.code == 65)
      #expect(unclear.errors.contains(#""Jo Doe" may mean J-01 or J-02: add a column with one of these keys."#))
    }
  }

  @Test func `a column of any name is read by a map, and a wrong map is explained`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write("column,field\nWho judges?,name\nNotes,ignore\n", to: "map.csv")
      let ended = try await place.imports("judge", "Who judges?,Notes\nAda,x\n", "--map", "map.csv")
      #expect(ended.code == 0, "\(ended)")
      let missing = try await place.imports("judge", "Who judges?,Notes\nAda,x\n")
      #expect(missing.code == 65)
      #expect(missing.errors.contains(#"no column is known to hold the name of a judge"#))
      #expect(missing.errors.contains("--map"))
      try place.write("column,field\nWho judges?,nam\n", to: "map.csv")
      let wrong = try await place.imports("judge", "Who judges?,Notes\nAda,x\n", "--map", "map.csv")
      #expect(wrong.errors.contains(#""nam" in the map is no field."#))
      #expect(wrong.errors.contains(#"Did you mean "name"?"#))
      try place.write("column,field\nWho judges?,name\nNotes,name\n", to: "map.csv")
      let both = try await place.imports("judge", "Who judges?,Notes\nAda,x\n", "--map", "map.csv")
      #expect(both.code == 65)
      #expect(both.errors.contains(#"gives both "Who judges?" and "Notes" to name"#))
    }
  }

  @Test func `a form answered twice: the later answer counts, in any order of the rows`() async throws {
    try await Workplace.withEvent { place async throws in
      let ended = try await place.imports(
        "judge",
        """
        Timestamp,Name,Email,Company
        7/14/2020 19:49:44,Jo Doe,jo@example.org,New
        7/14/2020 19:13:29,Jo Doe,jo@example.org,Old
        7/14/2020 20:00:00,Ida,ida@example.org,ABC

        """)
      #expect(ended.code == 0, "\(ended)")
      #expect(ended.errors.contains(#"row 3: judge "J-01": row 2 replaces this row as the later answer."#))
      #expect(try await place.ask("SELECT affiliation FROM judge WHERE code = 'J-01'") == "New")
    }
  }

  @Test func `without times the rows are refused, and --last takes the last`() async throws {
    try await Workplace.withEvent { place async throws in
      let text = "code,name\nJ-01,Jo\nJ-01,Joanna\n"
      let refused = try await place.imports("judge", text)
      #expect(refused.code == 65)
      #expect(refused.errors.contains(#"row 3: judge "J-01" is in row 2 as well."#))
      #expect(refused.errors.contains("--last"))
      #expect(try await place.imports("judge", text, "--last").code == 0)
      #expect(try await place.ask("SELECT name FROM judge") == "Joanna")
    }
  }

  @Test func `times that may be day first or month first decide nothing where the orders differ`() async throws {
    try await Workplace.withEvent { place async throws in
      let unclear = "Timestamp,Code,Name\n1/2/2020 10:00:00,J-01,Jo\n2/1/2020 10:00:00,J-01,Joanna\n"
      #expect(try await place.imports("judge", unclear).code == 65)
      // A part above 12 proves the order of the whole column.
      let proved = unclear + "13/1/2020 10:00:00,J-02,Ida\n"
      #expect(try await place.imports("judge", proved).code == 0)
      #expect(try await place.ask("SELECT name FROM judge WHERE code = 'J-01'") == "Jo")
    }
  }

  @Test func `good rows are taken with --continue, and the rejected ones are taken once they are mended`() async throws
  {
    try await Workplace.withEvent { place async throws in
      let ended = try await place.imports(
        "judge", "code,name,email\nJ-01,Jo,nonsense\nJ-02,Ida,ida@example.org\n", "--continue")
      #expect(ended.code == 3, "\(ended)")
      #expect(ended.errors.contains("1 created, 0 updated, 0 unchanged, 1 rejected"))
      #expect(try await place.ask("SELECT string_agg(code, ' ') FROM judge") == "J-02")
      let rejects = try place.text("file.rejects.csv")
      #expect(rejects.contains("J-01,Jo,nonsense"))
      try place.write(
        rejects.replacingOccurrences(of: "J-01,Jo,nonsense", with: "J-01,Jo,jo@example.org"), to: "mended.csv")
      let mended = try await place.run("judge", "import", "mended.csv")
      #expect(mended.code == 0, "\(mended)")
      #expect(try await place.ask("SELECT count(*)::text FROM judge") == "2")
    }
  }

  @Test func `shifts of mentors become their hours, and what is unclear is left out aloud`() async throws {
    try await Workplace.withEvent { place async throws in
      let text = """
        last_name,first_name,email,shift_preference
        Nor,Clif,clif@example.org,"Saturday - 4-6pm, 6-8pm, Sunday 10:00-12:00"
        Gar,Kaye,kaye@example.org,"Friday - 8-10pm, Friday - 10-12pm, Monday 9-11am"

        """
      let ended = try await place.imports("mentor", text)
      #expect(ended.code == 0, "\(ended)")
      #expect(
        ended.errors.contains(#"row 3: the hours "Friday - 10-12pm" are left out: it may end at noon or at midnight"#))
      #expect(
        ended.errors.contains(#"row 3: the hours "Monday 9-11am" are left out: "Monday" is not one day of the event"#))
      let hours = try await place.ask(
        """
        SELECT string_agg(m.key || ' ' || to_char(lower(a.during) AT TIME ZONE 'UTC', 'DD HH24:MI') || '-'
          || to_char(upper(a.during) AT TIME ZONE 'UTC', 'HH24:MI'), ', ' ORDER BY m.key, lower(a.during))
        FROM mentor_availability a JOIN mentor m USING (event_id, mentor_id)
        """)
      #expect(
        hours == "clif-nor 09 16:00-18:00, clif-nor 09 18:00-20:00, clif-nor 10 10:00-12:00, kaye-gar 08 20:00-22:00")
      #expect(try await place.imports("mentor", text).errors.contains("0 created, 0 updated, 2 unchanged"))
    }
  }

  @Test func `a form with a column for each shift becomes hours, and what is unclear is said`() async throws {
    try await Workplace.withEvent { place async throws in
      _ = try await place.imports("mentor", "name,email\nClif Nor,clif@example.org\nKaye Gar,kaye@example.org\n")
      let text = """
        Timestamp,Your name,Availability [Saturday 4-6pm],Availability [Sunday 10:00-12:00],Monday 4-6pm,Diet
        2026-05-01 10:00:00,Clif Nor,x,,x,
        2026-05-01 11:00:00,Kaye Gar,maybe,oui,,none
        2026-05-01 12:00:00,Clif Nor,x,TRUE,,

        """
      try place.write(text, to: "form.csv")
      let ended = try await place.run("mentor", "hours", "import", "form.csv")
      #expect(ended.code == 0, "\(ended)")
      let column = #"in the column "Availability [Saturday 4-6pm]""#
      #expect(ended.errors.contains(#"row 3: "maybe" \#(column) is left out: it says neither yes nor no"#))
      #expect(
        ended.errors.contains(
          #"The column "Monday 4-6pm" looks like a shift and is left out: "Monday" is not one day of the event."#))
      #expect(ended.errors.contains("row 4 replaces this row as the later answer"))
      let hours = try await place.ask(
        """
        SELECT string_agg(m.key || ' ' || to_char(lower(a.during) AT TIME ZONE 'UTC', 'DD HH24:MI'), ', '
          ORDER BY m.key, lower(a.during)) FROM mentor_availability a JOIN mentor m USING (event_id, mentor_id)
        """)
      #expect(hours == "clif-nor 09 16:00, clif-nor 10 10:00, kaye-gar 10 10:00")
      let form = "name,email,Saturday 4-6pm\nAda Moss,ada@example.org,sí\n"
      #expect(try await place.imports("mentor", form).code == 0)
      #expect(try await place.ask("SELECT count(*)::text FROM mentor_availability") == "4")
    }
  }

  @Test func `a rubric of another system is taken with its ranges and descriptions`() async throws {
    try await Workplace.withEvent { place async throws in
      let text = """
        Category,Subcategory,Weight,Description,Max_Score
        Innovation,Technical_Novelty,15,"How new is it?",15
        Design,Design,5,Is it polished?,5

        """
      let ended = try await place.imports("rubric", text)
      #expect(ended.code == 0, "\(ended)")
      #expect(ended.errors.contains("the scale of this criterion begins at 0"))
      #expect(
        try await place.ask("SELECT string_agg(key || ' ' || maximum::text, ', ' ORDER BY key) FROM criterion")
          == "design 5000, technical-novelty 15000")
    }
  }

  @Test func `a schedule with titles alone is taken, each lunch as a session of its own`() async throws {
    try await Workplace.withEvent { place async throws in
      let text = """
        Title;Day;Start;End;Speaker
        Welcome & registration;08/05/2026;08:30;09:00;
        Keynote: données ouvertes;Friday 8 May;9:00 AM;10:00 AM;Ana Lee (UdeM) & Bo Chen
        Lunch;Saturday;12:00;13:00;
        Lunch;10 mai 2026;12:00;13:00;
        Closing;31/05/2026;12:00;13:00;

        """
      let ended = try await place.imports("agenda", text)
      #expect(ended.code == 0, "\(ended)")
      #expect(
        try await place.ask("SELECT string_agg(key, ' ' ORDER BY during, key) FROM agenda_session")
          == "welcome-registration keynote-donnees-ouvertes lunch lunch-2 closing")
      #expect(
        try await place.ask("SELECT string_agg(name, ', ' ORDER BY position) FROM agenda_speaker") == "Ana Lee, Bo Chen"
      )
      #expect(try await place.imports("agenda", text).errors.contains("0 created, 0 updated, 5 unchanged"))
    }
  }

  @Test func `dates that may be read two ways are refused until one proves the order`() async throws {
    try await Workplace.withEvent { place async throws in
      let text = "key,date,start,end,title_en\na,08/05/2026,10:00,11:00,A\n"
      let refused = try await place.imports("agenda", text)
      #expect(refused.code == 65)
      #expect(refused.errors.contains(#""08/05/2026" is no day that can be read in one way only"#))
      let proved = try await place.imports("agenda", text + "b,20/05/2026,10:00,11:00,B\n")
      #expect(proved.code == 0, "\(proved)")
      #expect(
        try await place.ask("SELECT (lower(during) AT TIME ZONE 'UTC')::text FROM agenda_session WHERE key = 'a'")
          == "2026-05-08 10:00:00")
    }
  }

  @Test func `what is optional in a foreign column never rejects its row`() async throws {
    try await Workplace.withEvent { place async throws in
      let judges = try await place.imports("judge", "Name,Language\nAda,\"English, Klingon\"\nBob,français\n")
      #expect(judges.code == 0, "\(judges)")
      #expect(judges.errors.contains(#"row 2: "Klingon" is no language, so it was left out"#))
      #expect(
        try await place.ask("SELECT string_agg(languages, ' ' ORDER BY code) FROM judge")
          == "en fr")
      let sessions = try await place.imports(
        "agenda", "Title,Day,Start,End,Type,Status\nParty,Friday,18:00,19:00,Networking,Draft\n")
      #expect(sessions.code == 0, "\(sessions)")
      #expect(sessions.errors.contains(#""Networking" is no kind of session that is known, so it was left out"#))
      // Under our own name it is a slip of our own form.
      let slip = try await place.imports("agenda", "key,date,start,end,kind\na,2026-05-08,18:00,19:00,networking\n")
      #expect(slip.code == 65)
    }
  }
}
