import ImportFormats
import Testing
import Vocabulary

/// Devpost's list of projects, with every trap of its form.
@Suite struct ProjectTests {
  private let header =
    #"Project Title,Submission Url,Project Status,Judging Status,Highest Step Completed,Project Created At,"#
    + #"About The Project,"""Try it out"" Links",Video Demo Link,Opt-In Prizes,Built With,Notes,"#
    + #"Team Colleges/Universities,Additional Team Member Count"#

  private func row(
    _ title: String, _ url: String = "https://example.org/p/1", status: String = "Submitted (Gallery/Visible)",
    step: String = "Submit", prizes: String = "", count: String = "0"
  ) -> String {
    #"\#(title),\#(url),\#(status),Pending,\#(step),10/16/2021 13:04:40,About,,,"\#(prizes)",swift,,,\#(count)"#
  }

  private let toronto = ReadingSettings.with { $0.knownPrizes = ["Best Data, Sponsored by Tideline", "Best Data"] }

  @Test func aProjectWithoutPersonalDataIsASubmissionAndATeam() throws {
    let sample = try Sample(
      header + "\n"
        + #"""
        Solar Cart,HTTP://Example.org/software/Solar/?ref=1#x,Submitted (Gallery/Visible),Pending,Submit,10/16/2021 13:04:40,"Line one

        ""Line two""","https://example.org/a, https://example.org/b",https://example.org/v,"Best Data, Sponsored by Tideline, Something, New, Best Data",swift,no,"Rutgers, The State University",2
        """#, toronto)
    #expect(sample.interpreter.profile == .devpost)
    #expect(sample.interpreter.noun == .submission)
    #expect(sample.interpreter.ignoredColumns == ["Judging Status", "Notes"])
    #expect(
      sample.interpreter.remarks == [
        "Times are read month first, in America/Toronto.",
        "The file does not say when projects were submitted; \"Project Created At\" stands for it.",
      ])
    let prizes = "Best Data, Sponsored by Tideline, Something, New, Best Data"
    #expect(
      sample.readings == [
        RecordReading(
          [
            Draft(
              .submission,
              [
                .sourceKey: "https://example.org/software/Solar", .team: "Solar Cart", .titleEn: "Solar Cart",
                .summaryEn: "Line one\n\n\"Line two\"", .url: "HTTP://Example.org/software/Solar/?ref=1#x",
                .videoUrl: "https://example.org/v", .links: "https://example.org/a\nhttps://example.org/b",
                .builtWith: "swift", .optedFor: "Best Data, Sponsored by Tideline\nSomething, New\nBest Data",
                .receivedAt: "2021-10-16 13:04:40 America/Toronto", .receivedAsWritten: "10/16/2021 13:04:40",
              ]),
            Draft(
              .team,
              [
                .name: "Solar Cart", .sourceKey: "https://example.org/software/Solar", .declaredSize: "3",
                .affiliation: "Rutgers, The State University",
              ]),
          ],
          remarks: [
            CellProblem(
              index: 9, column: "Opt-In Prizes", value: prizes,
              "\"Something, New\" is no prize that the event knows; it is kept as it stands.")
          ])
      ])
  }

  @Test func theNamesOfEarlierYearsAreRead() throws {
    let sample = try Sample(
      """
      Submission Title,Submission Url,Plain Description,Video,Website,File Url,Desired Prizes,Built With,Submitter Screen Name,Submitter First Name,Submitter Last Name,Submitter Email,College/Universities Of Team Members,Additional Team Member Count,Team Member 1 Screen Name,Team Member 1 First Name,Team Member 1 Last Name,Team Member 1 Email,...
      Cart,https://example.org/c,Text,https://example.org/v,https://example.org/w,https://example.org/f,,css,anna,Ann,Abel,ann@example.org,Uni,2,bo,Bo,Berg,bo@example.org,cy,Cy,Cole,cy@example.org
      """, toronto)
    #expect(sample.readings[0].problems == [])
    #expect(
      sample.drafts == [
        Draft(
          .submission,
          [
            .sourceKey: "https://example.org/c", .team: "Cart", .titleEn: "Cart", .summaryEn: "Text",
            .url: "https://example.org/c", .videoUrl: "https://example.org/v",
            .links: "https://example.org/w\nhttps://example.org/f", .builtWith: "css",
          ]),
        Draft(.team, [.name: "Cart", .sourceKey: "https://example.org/c", .declaredSize: "3", .affiliation: "Uni"]),
        person("Ann", "Abel", "ann@example.org", isCaptain: true), person("Bo", "Berg", "bo@example.org"),
        person("Cy", "Cole", "cy@example.org"),
      ])
  }

  private func person(_ given: String, _ family: String, _ email: String, isCaptain: Bool = false) -> Draft {
    var draft = Draft(.participant, [.givenName: given, .familyName: family, .email: email, .team: "Cart"])
    if isCaptain { draft[.isCaptain] = "true" }
    return draft
  }

  private let personal =
    "Project Title,Submission Url,Table Number,Submitter First Name,Submitter Last Name,Submitter Email,Additional Team Member Count"
  private let ann = "Cart,https://example.org/c,7,Ann,Abel,ann@example.org"
  private let twoMore = "Bo,Berg,bo@example.org,Cy,Cole,cy@example.org"

  @Test(arguments: [
    "", ",...", ",Team Member 1 First Name,Team Member 1 Last Name,Team Member 1 Email",
    ",Team Member 1 First Name,Team Member 1 Last Name,Team Member 1 Email,...",
    ",Team Member 1 First Name,Team Member 1 Last Name,Team Member 1 Email,Team Member 2 First Name,Team Member 2 Last Name,Team Member 2 Email",
  ])
  func membersAreReadHoweverManyOfTheirColumnsHaveNames(tail: String) throws {
    let sample = try Sample("\(personal)\(tail)\n\(ann),2,\(twoMore)\n", toronto)
    #expect(sample.readings[0].problems == [])
    #expect(sample.readings[0].remarks == [])
    #expect(
      Array(sample.drafts.dropFirst(2)) == [
        person("Ann", "Abel", "ann@example.org", isCaptain: true), person("Bo", "Berg", "bo@example.org"),
        person("Cy", "Cole", "cy@example.org"),
      ])
    #expect(sample.interpreter.ignoredColumns == [])
  }

  @Test func membersWithScreenNamesAreToldByTheirAddresses() throws {
    let sample = try Sample("\(personal),...\n\(ann),2,bo1,Bo,Berg,bo@example.org,cy1,,,cy@example.org\n", toronto)
    #expect(
      Array(sample.drafts.dropFirst(3)) == [
        person("Bo", "Berg", "bo@example.org"),
        Draft(.participant, [.displayName: "cy1", .email: "cy@example.org", .team: "Cart"]),
      ])
  }

  @Test func questionsBehindTheCountDoNotPassForMembers() throws {
    let sample = try Sample("\(personal),Any \"questions\"?\n\(ann),1,none,Bo,Berg,bo@example.org\n", toronto)
    #expect(sample.drafts.last == person("Bo", "Berg", "bo@example.org"))
    #expect(sample.readings[0].problems == [])
  }

  @Test func rowsMayEndWhereTheirTeamEnds() throws {
    let sample = try Sample(
      "\(personal),Team Member 1 First Name,Team Member 1 Last Name,Team Member 1 Email\n\(ann),0\n", toronto)
    #expect(sample.drafts.map(\.noun) == [.submission, .team, .participant])
  }

  private let noMembers =
    "The cells behind \"Additional Team Member Count\" are no groups of first name, last name and e-mail address, "
    + "so they were left out."

  @Test func cellsThatAreNoMembersAreLeftOut() throws {
    let sample = try Sample("\(personal),...\n\(ann),1,Bo,Berg,nowhere\n", toronto)
    #expect(sample.problems == [])
    #expect(sample.remarks == [noMembers, "The project has 1 of its 2 people named in the file."])
    #expect(sample.drafts.map(\.noun) == [.submission, .team, .participant])
  }

  @Test func aMembersAddressIsChecked() throws {
    let tail = "Team Member 1 First Name,Team Member 1 Last Name,Team Member 1 Email"
    #expect(
      try Sample("\(personal),\(tail)\n\(ann),1,Bo,Berg,nowhere\n", toronto).readings[0].problems == [
        CellProblem(
          index: 9, column: "Team Member 1 Email", value: "nowhere", "\"nowhere\" is not an e-mail address.")
      ])
  }

  @Test func peopleWhoAreNotNamedAreRemarked() throws {
    #expect(
      try Sample("\(personal),...\n\(ann),3,Bo,Berg,bo@example.org\n", toronto).remarks == [
        "The project has 2 of its 4 people named in the file."
      ])
  }

  @Test func aProjectIsTakenOnceAndItsOtherPrizesAreAdded() throws {
    let settings = ReadingSettings.with { $0.knownPrizes = ["Best Data", "Best Story"] }
    let sample = try Sample(
      """
      Opt-In Prize,Project Title,Submission Url
      Best Data,Cart,https://example.org/c
      Best Story,Cart,http://EXAMPLE.org/c/
      """, settings)
    #expect(
      sample.readings == [
        RecordReading([
          Draft(
            .submission,
            [
              .sourceKey: "https://example.org/c", .team: "Cart", .titleEn: "Cart", .url: "https://example.org/c",
              .optedFor: "Best Data",
            ]),
          Draft(.team, [.name: "Cart", .sourceKey: "https://example.org/c"]),
        ]),
        RecordReading(
          [Draft(.submission, [.sourceKey: "https://example.org/c", .optedFor: "Best Story"])],
          skipped: "repeated for another prize"),
      ])
  }

  @Test func aPrizeInACellOfItsOwnIsNeverCut() throws {
    let settings = ReadingSettings.with { $0.knownPrizes = ["best map", "Grand Prize"] }
    let sample = try Sample(
      """
      Opt-In Prize,Project Title,Submission Url,Opt-In Prizes
      "Best Map, by Tideline",Cart,https://example.org/c,"Best Map, by Tideline, Grand Prize"
      grand prize,Cart,https://example.org/c,"Best Map, by Tideline, Grand Prize"
      """, settings)
    #expect(sample.drafts.compactMap { $0[.optedFor] } == ["Best Map, by Tideline", "Grand Prize"])
    #expect(
      sample.remarks == [
        "\"Best Map, by Tideline\" is no prize that the event knows; it is kept as it stands."
      ])
  }

  @Test func anEventWithoutPrizesSaysSoOnce() throws {
    let sample = try Sample("\(header)\n\(row("A", prizes: "One, Two"))\n", .with { _ in })
    #expect(sample.remarks == [])
    #expect(
      sample.interpreter.remarks.last
        == "The event knows no prizes and no tracks yet, so lists of prizes with commas are kept uncut. "
        + "Add its prizes or tracks, then import the file again.")
  }

  @Test func rowsOfARejectedProjectAreNotPassedOverAsRepeated() throws {
    let sample = try Sample(
      """
      Opt-In Prize,Project Title,Submission Url,Submitter First Name,Submitter Email,Additional Team Member Count
      Best Data,Cart,https://example.org/c,Ann,ann@@example.org,0
      Best Story,Cart,https://example.org/c,Ann,ann@@example.org,0
      """, .with { _ in })
    #expect(sample.readings.map(\.skipped) == [nil, nil])
    #expect(sample.readings.map(\.problems.count) == [1, 1])
  }

  @Test func draftsAndHiddenProjectsArePassedOver() throws {
    let rows = [
      row("A", "https://example.org/1", status: "Draft", step: "Project overview"),
      row("B", "https://example.org/2", step: "Project details"),
      row("C", "https://example.org/3", status: "Submitted (Hidden)"), row("D", "https://example.org/4"),
    ].joined(separator: "\n")
    #expect(
      try Sample("\(header)\n\(rows)\n", toronto).readings.map(\.skipped) == [
        "a draft", "not submitted", "hidden; to take such projects: --include-hidden", nil,
      ])
    let taking = ReadingSettings.with { $0.takesHidden = true }
    #expect(
      try Sample("\(header)\n\(rows)\n", taking).readings.map(\.skipped) == ["a draft", "not submitted", nil, nil])
  }

  @Test(arguments: [
    ("Best Data, Sponsored by Tideline", ["Best Data, Sponsored by Tideline"]),
    ("best data; Best Data, sponsored by tideline", ["Best Data", "Best Data, Sponsored by Tideline"]),
    ("Best Data Ever, Best Data", ["Best Data Ever", "Best Data"]), ("Alone, Together", ["Alone, Together"]),
    ("Best Data, Best Data", ["Best Data"]),
  ])
  func prizesAreCutOnlyAtKnownNames(_ cell: String, _ prizes: [String]) throws {
    let sample = try Sample("\(header)\n\(row("A", prizes: cell))\n", toronto)
    #expect(sample.drafts[0][.optedFor] == prizes.joined(separator: "\n"))
  }

  @Test func theFileCanBeReadForItsTeams() throws {
    let settings = ReadingSettings.with { $0.noun = .team }
    #expect(
      try Sample("\(header)\n\(row("A", count: "3"))\n", settings).readings == [
        RecordReading([Draft(.team, [.name: "A", .sourceKey: "https://example.org/p/1", .declaredSize: "4"])])
      ])
  }

  @Test func theMapAddsWhatTheOrganiserAsked() throws {
    let settings = try ReadingSettings.with { _ in }.mapped("column,field\nWhich track?,track\nNotes,ignore\n")
    let sample = try Sample("\(header),Which track?\n\(row("A")),Health\n", settings)
    #expect(sample.drafts[1][.track] == "Health")
  }

  @Test func theMapKeepsAColumnFromBeingRead() throws {
    let settings = try toronto.mapped("column,field\nProject Created At,ignore\n")
    let sample = try Sample("\(header)\n\(row("A"))\n", settings)
    #expect(sample.drafts[0][.receivedAt] == nil)
    #expect(sample.interpreter.ignoredColumns == ["Judging Status", "Project Created At", "Notes"])
    #expect(sample.interpreter.remarks == [])
  }

  @Test func badCellsAreNamed() throws {
    #expect(
      try Sample("\(header)\n\(row(""))\n\(row("A", "ftp://x"))\n\(row("A", ""))\n", toronto).problems == [
        "The cell is empty, but it is needed.",
        "\"ftp://x\" is no link: it has to begin with http:// or https://.", "The cell is empty, but it is needed.",
      ])
    #expect(
      try Sample("\(header)\n\(row("A", count: "two"))\n", toronto).remarks == [
        "\"two\" is no whole number from 0 to 999999, so it was left out."
      ])
  }

  @Test func aLongCellOfPrizesIsCutInOnePass() throws {
    let spaces = String(repeating: " ", count: 50_000)
    let sample = try Sample("\(header)\n\(row("A", prizes: "Best Data,\(spaces)x"))\n", toronto)
    #expect(sample.drafts[0][.optedFor] == "Best Data\nx")
  }
}
