import Foundation
import Postgres
import Testing

/// What files may add and change in which phase.
@Suite(.serialized) struct LateImportTests {
  private let projects = """
    Project Title,Submission Url,Built With,Submitter First Name,Submitter Last Name,Submitter Email,Additional Team Member Count
    Cart,https://hack.example/cart,swift,Ada,Lund,ada@solar.example,0

    """
  private let late =
    "To take the event back: datajam event phase set judging --reason TEXT"

  @Test(arguments: ["draft", "registration", "running"])
  func `before judging, projects and people make the teams that they name`(phase: String) async throws {
    try await Workplace.withEvent { place async throws in
      try await place.enter(phase: phase)
      let came = try await place.importing(projects)
      #expect(came.code == 0)
      #expect(came.records("team") == [1, 0, 0])
      #expect(try await place.importing("name,email,team\nBo,bo@solar.example,Bus\n").records("team") == [1, 0, 0])
    }
  }

  @Test func `while judging, submissions come in for the teams that are there`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.importing(projects).code == 0)
      try await place.fill("team", "key,name\nbus,Bus\n")
      try await place.enter(phase: "judging")
      #expect(try await place.importing(projects.replacing("swift", with: "python")).counts.contains("1 updated"))
      #expect(try await place.importing("team,title_en\nbus,Night Bus\n").counts.contains("1 created"))
      let unknown = try await place.importing(
        projects + "Map,https://hack.example/map,,Bo,Berg,bo@solar.example,0\n")
      #expect(unknown.code == 65)
      let none = "and files make none once judging has begun. To add it: datajam team add KEY --name NAME"
      #expect(unknown.problems == [#"3/3 Project Title: There is no team "Map", \#(none)"#])
      #expect(
        try await place.importing("name,email,team\nCy,cy@solar.example,Nowhere\n").problems == [
          #"2/2 team: There is no team "Nowhere", \#(none)"#
        ])
      #expect(try await place.importing("key,name\nmap,Map\n").counts.contains("1 created"))
      #expect(
        try await place.importing(projects + "Map,https://hack.example/map,,Bo,Berg,bo@solar.example,0\n").code == 0)
    }
  }

  @Test(arguments: ["review", "announced"])
  func `after judging, files add and change no teams and submissions, and say how to go back`(phase: String)
    async throws
  {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.importing(projects).code == 0)
      try await place.enter(phase: phase)
      let before = try await place.dump()
      let same = try await place.importing(projects)
      #expect(same.code == 0)
      #expect(try same.counts == "1 rows, 0 created, 0 updated, 1 unchanged, 0 skipped, 0 rejected")
      let changed = try await place.importing(projects.replacing("swift", with: "python"))
      #expect(changed.code == 65)
      #expect(
        changed.problems == ["2/2: Judging has ended, so files add and change no submission any more. \(late)"])
      let sheet = try await place.importing("key,name,affiliation\ncart,Cart,Lakeside\nbus,Bus,\n")
      #expect(
        sheet.problems == [
          "2/2: Judging has ended, so files add and change no team any more. \(late)",
          "3/3: Judging has ended, so files add and change no team any more. \(late)",
        ])
      let added = try await place.run("team", "add", "bus", "--name", "Bus")
      #expect(
        added
          == .saying(
            1, #"Error: The team "bus" cannot be added: judging has ended."#,
            "To take the event back first: datajam event phase set judging --reason TEXT"))
      #expect(try await place.dump() == before)
      // People are still mended, and so are the texts that an announcement needs.
      #expect(
        try await place.importing("name,email,city\nAda Lund,ada@solar.example,Oslo\n").counts.contains("1 updated"))
      #expect(try await place.run("submission", "set", "cart", "--summary-fr", "Des chariots").code == 0)

      #expect(try await place.run("event", "phase", "set", "judging", "--reason", "one was forgotten").code == 0)
      #expect(try await place.importing(projects.replacing("swift", with: "python")).counts.contains("1 updated"))
    }
  }

  @Test func `a team that submitted nothing submits nothing after judging`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\nbus,Bus\n")
      try await place.enter(phase: "review")
      #expect(
        try await place.run("submission", "set", "bus", "--title-en", "Bus")
          == .saying(
            1, #"Error: Team "bus" submitted nothing, and cannot submit any more: judging has ended."#,
            "To take the event back first: datajam event phase set judging --reason TEXT"))
    }
  }

  @Test func `a closed event takes no file at all`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.importing(projects).code == 0)
      try await place.enter(phase: "closed")
      let before = try await place.dump()
      try place.write(projects, to: "again.csv")
      let refused = try await place.run("import", "again.csv")
      #expect(refused.code == 1)
      #expect(refused.errors.contains(#"is in phase "closed""#))
      #expect(try await place.dump() == before)
    }
  }
}
