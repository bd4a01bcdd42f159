import Foundation
import Testing

/// Files that are handed out, and the empty ones that wait to be filled in.
@Suite struct ExportTests {
  @Test(arguments: [
    (
      "participants",
      "key,given_name,family_name,display_name,email,country_of_nationality,city,affiliation,language,alias,"
        + "consent_public,registration_source,team,captain,registered_at"
    ),
    (
      "teams",
      "key,name,country,city_en,city_fr,city_es,affiliation,track,declared_size,table,room,about_en,about_fr,about_es"
    ),
    (
      "submissions",
      "team,title_en,title_fr,title_es,summary_en,summary_fr,summary_es,url,video_url,links,built_with,opted_for,received_at"
    ),
    ("organisations", "key,role,order,name_en,name_fr,name_es,acronym_en,acronym_fr,acronym_es,url,logo"),
    ("judges", "code,name,affiliation,email,languages,expertise"),
    ("rubric", "key,weight,minimum,maximum,name_en,name_fr,name_es,description_en,description_fr,description_es"),
    ("assignments", "judge,team"), ("scores", "judge,team,criterion,score"),
    (
      "prizes",
      "key,kind,rank,track,basis,order,amount,currency,quantity,giver,target_event,target_when,label_en,label_fr,label_es"
    ),
  ]) func aTemplateIsAHeaderAndNothingElse(noun: String, header: String) async throws {
    try await withFolder { folder async throws in
      let program = Program(folder: folder, environment: plainEnvironment(folder))
      let expected = Program.Ended(code: 0, output: header + "\n", errors: "")
      #expect(try await program.run("template", noun) == expected)
      let singular = noun == "rubric" ? noun : String(noun.dropLast())
      #expect(try await program.run("template", singular) == expected)
      #expect(
        try await program.run("template", noun, "-o", "t.csv", "--excel")
          == .saying(0, "Wrote t.csv. Fill it in, then: datajam \(singular) import t.csv"))
      let bytes = try Data(contentsOf: URL(filePath: folder + "/t.csv"))
      #expect(bytes == Data([0xEF, 0xBB, 0xBF] + Array((header + "\r\n").utf8)))
    }
  }

  @Test(arguments: ["participant", "team", "submission", "organisation"])
  func theHelpOfAnImportNamesTheColumnsOfItsTemplate(noun: String) async throws {
    try await withFolder { folder async throws in
      let program = Program(folder: folder, environment: plainEnvironment(folder))
      let columns = try await program.run("template", noun).output.dropLast().split(separator: ",")
      let help = try await program.run(noun, "import", "--help").output.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      #expect(help.contains("Columns: " + columns.joined(separator: ", ") + "."))
    }
  }

  @Test func aTemplateNeverReplacesAFileThatWasFilledIn() async throws {
    try await withFolder { folder async throws in
      let program = Program(folder: folder, environment: plainEnvironment(folder))
      let written = Program.Ended.saying(0, "Wrote t.csv. Fill it in, then: datajam team import t.csv")
      for _ in 1...2 { #expect(try await program.run("template", "teams", "-o", "t.csv") == written) }
      let filled = try String(contentsOfFile: folder + "/t.csv", encoding: .utf8) + "aurora,Aurora,,,,,,,,,,\n"
      try Data(filled.utf8).write(to: URL(filePath: folder + "/t.csv"))
      #expect(
        try await program.run("template", "teams", "-o", "t.csv")
          == .saying(
            73, #"Error: "t.csv" is there already and not empty, so it was left as it is."#,
            "Choose another name with -o, or take that file away first."))
      #expect(try String(contentsOfFile: folder + "/t.csv", encoding: .utf8) == filled)
      try Data().write(to: URL(filePath: folder + "/t.csv"))
      #expect(try await program.run("template", "teams", "-o", "t.csv") == written)
    }
  }

  @Test func whatCannotBeExportedIsAnsweredWithWhatCan() async throws {
    try await withFolder { folder async throws in
      let program = Program(folder: folder, environment: plainEnvironment(folder))
      let ended = try await program.run("export", "nothing")
      #expect(ended.code == 64)
      #expect(ended.errors.contains("Please provide one of the following:\n"))
      for noun in ["event", "team", "participant", "score", "result", "all"] {
        #expect(ended.errors.contains("  - \(noun)\n"), "\(noun)")
      }
    }
  }

  @Test func filesOfPeopleAreForWhoeverAskedForThem() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write("name,email\nAnn,ann@example.org\nBob,nowhere\n", to: "people.csv")
      #expect(try await place.run("import", "people.csv", "--continue").code == 3)
      #expect(try await place.run("export", "participant", "-o", "out.csv").code == 0)
      for file in ["people.rejects.csv", "out.csv"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: place.folder + "/" + file)
        #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
      }
    }
  }

  @Test func whatWasExportedIsImportedAsUnchanged() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\n")
      try await place.fill(
        "participant", "key,display_name,email,team,captain\nzo,=cmd,zo@example.org,aurora,yes\nann,'Ann,,aurora,no\n")
      try await place.fill("submission", "team,title_en,links\naurora,\"A \"\"b\"\"\nc\",https://a.org https://b.org\n")
      try await place.fill("organisation", "key,role,name_en\nibm,partner,IBM\nibm,sponsor,IBM\n")
      let exported = try await place.run("export", "all", "-o", "out")
      #expect(exported.code == 0, "\(exported)")
      for line in [
        "organisation: 2 rows in out/04-organisations.csv", "team: 1 row in out/08-teams.csv",
        "participant: 2 rows in out/09-participants.csv", "submission: 1 row in out/14-submissions.csv",
      ] { #expect(exported.errors.contains(line + "\n"), "\(exported)") }
      for (noun, file, rows) in [
        ("organisation", "04-organisations", 2), ("team", "08-teams", 1), ("participant", "09-participants", 2),
        ("submission", "14-submissions", 1),
      ] {
        let ended = try await place.run(noun, "import", "out/\(file).csv", "--json")
        let report = try document(ended.output)
        #expect(ended.code == 0)
        #expect(report["unchanged"] as? Int == rows, "\(ended)")
      }
      #expect(
        try await place.run("export", "participants").output.hasPrefix("key,given_name,family_name,display_name,"))
      #expect(try await place.run("export", "participants").output.contains("\nzo,,,'=cmd,zo@example.org,"))
    }
  }

  @Test func severalFilesNeedAFolder() async throws {
    try await Workplace.withEvent { place async throws in
      let ended = try await place.run("export", "all")
      #expect(ended.code == 64)
      #expect(ended.errors.hasPrefix("Error: 'all' writes several files: name their folder with -o.\n"))
      #expect(
        try await place.run("export", "team", "-o", "missing/t.csv")
          == .saying(
            73, "Error: \"missing/t.csv\" cannot be written: No such file or directory.",
            "Choose another folder with -o."))
    }
  }
}
