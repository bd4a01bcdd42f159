import Testing

/// Texts of the agenda by language: one that exists in a language has to exist in each.
@Suite struct AgendaTextTests {
  /// An event in English and French with one public session, whose texts are in English.
  private func withEnglishSession(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("event", "set", "--languages", "en,fr").code == 0)
      try await place.fill(
        "agenda",
        "key,date,start,end,tz,languages,audience,title_en,objective_en,register_url\n"
          + "s1,2026-05-08,10:00,11:00,America/Toronto,en,public,Opening,Why we meet,https://a.example\n")
      try place.write(
        "session,order,name,role,organisation,role_2,organisation_2\ns1,1,Ann,Chair,ICPC,Co-founder,Aleph\n",
        to: "speakers.csv")
      #expect(try await place.run("agenda", "import", "agenda.csv", "--speakers", "speakers.csv").code == 0)
      try await body(place)
    }
  }

  @Test func `a text that is missing in one language keeps the agenda back in that one only`() async throws {
    try await withEnglishSession { place async throws in
      let checked = try await place.run("agenda", "check", "-E", "jam")
      #expect(checked.code == 3)
      for line in [
        #"Session "s1" has no title in fr."#, "datajam agenda set s1 --title-fr TEXT -E jam",
        #"Session "s1" has no objective in fr."#, "datajam agenda set s1 --objective-fr TEXT -E jam",
        #"Speaker 1 of session "s1" has no role in fr."#, "datajam agenda speaker set s1 1 --role-fr TEXT -E jam",
        #"Speaker 1 of session "s1" has no second role in fr."#,
        "datajam agenda speaker set s1 1 --role-2-fr TEXT -E jam",
      ] { #expect(checked.output.contains(line)) }
      #expect(checked.errors == "4 missing texts keep the agenda from being exported in fr.\n")
      let doctor = try await place.run("doctor", "-E", "jam").output
      for lines in [
        "FAIL  the title of session \"s1\" is missing in French\n      datajam agenda set s1 --title-fr TEXT -E jam\n",
        "FAIL  the objective of session \"s1\" is missing in French\n"
          + "      datajam agenda set s1 --objective-fr TEXT -E jam\n",
        "FAIL  the second role of speaker 1 of session \"s1\" is missing in French\n"
          + "      datajam agenda speaker set s1 1 --role-2-fr TEXT -E jam\n",
      ] { #expect(doctor.contains(lines)) }

      #expect(try await place.run("agenda", "publish").code == 0)
      let english = try await place.run("agenda", "export", "--as", "md", "--language", "en")
      #expect(english.output.contains("Ann, Chair, ICPC; Co-founder, Aleph"))
      for form in ["md", "ics", "json", "xml", "csv"] {
        let french = try await place.run("agenda", "export", "--as", form, "--language", "fr", "-E", "jam")
        #expect(
          french
            == .saying(
              3,
              #"Error: The agenda is not given out in fr: Session "s1" has no title in fr. Session "s1" has no "#
                + #"objective in fr. Speaker 1 of session "s1" has no role in fr. And 1 more."#,
              "See all: datajam agenda check -E jam. Once they are there: datajam agenda publish -E jam"))
      }
    }
  }

  @Test func `with the texts the French agenda is French`() async throws {
    try await withEnglishSession { place async throws in
      #expect(
        try await place.run("agenda", "set", "s1", "--title-fr", "Ouverture", "--objective-fr", "Pourquoi").code == 0)
      #expect(
        try await place.run(
          "agenda", "speaker", "set", "s1", "Ann", "--role-fr", "Présidente", "--role-2-fr", "Cofondatrice",
          "--organisation-fr", "CIPC"
        ).code == 0)
      let unchanged = try await place.run("agenda", "speaker", "set", "s1", "1", "--role-fr", "Présidente")
      #expect(unchanged.errors.contains("unchanged"))
      #expect(try await place.run("agenda", "check").code == 0)
      #expect(try await place.run("agenda", "publish").code == 0)
      let french = try await place.run("agenda", "export", "--as", "md", "--language", "fr").output
      // An organisation is a proper name: where it has none in French it keeps its own.
      #expect(french.contains("Ann, Présidente, CIPC; Cofondatrice, Aleph"))
      for word in ["Opening", "Chair", "Co-founder", "Why"] { #expect(!french.contains(word)) }

      let exported = try await place.run("export", "speaker")
      #expect(exported.output.contains("Chair,Présidente,,ICPC,CIPC,,Co-founder,Cofondatrice,,Aleph,,,yes"))
      try place.write(exported.output, to: "again.csv")
      let again = try await place.run("agenda", "import", "agenda.csv", "--speakers", "again.csv")
      #expect(again.code == 0 && again.errors.contains("0 created, 0 updated, 1 unchanged (1 row of again.csv)"))
    }
  }

  @Test func `a text in no language is missing in none`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("event", "set", "--languages", "en,fr").code == 0)
      try await place.fill(
        "agenda", "key,date,start,end,tz,languages,audience\ns1,2026-05-08,10:00,11:00,America/Toronto,en,public\n")
      let checked = try await place.run("agenda", "check")
      #expect(checked.code == 0 && checked.output.contains(#"Session "s1" has no title in en, fr."#))
      #expect(try await place.run("agenda", "publish").code == 0)
      #expect(try await place.run("agenda", "export", "--as", "md", "--language", "fr").code == 0)
    }
  }
}
