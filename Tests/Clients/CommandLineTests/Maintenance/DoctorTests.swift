import Foundation
import Testing

/// What the doctor says of events, whole.
@Suite struct DoctorTests {
  static let edition2021 = """
    info  the program is connected as the owner of the tables, who could switch their guards off
    ok    every guard of the schema stands and is switched on
    ok    the days of the event are known and fit together
    ok    the phase fits what happened and the days
    info  the text of prize "first-incubator" in French is marked †: its official form is not known
    info  75 participants were stated, and 0 are registered
    info  16 nationalities were stated, and 0 are registered
    warn  3 teams have no members: "buyer-resist", "cdl-team", "scotiabank-ama"
          datajam team member add buyer-resist PARTICIPANT -E datajam-2021
    ok    no team's submission is overdue
    ok    each affiliation is written in one way
    ok    every organisation has a role
    ok    nobody and no room has two sessions at once
    warn  9 public sessions have no title: "s1", "s2", "s3", "s4", "s5" and 4 more
          datajam agenda set s1 --title-en TEXT -E datajam-2021
    warn  9 public sessions have no registration link: "s1", "s2", "s3", "s4", "s5" and 4 more
          datajam agenda set s1 --register-url URL -E datajam-2021
    ok    no mentor session clashes with the programme
    ok    every mentor session lies within the mentor's hours
    ok    every team with a mentor session takes part
    ok    nobody waits for a slot that is free
    ok    no ready sheet is of a judge in conflict
    info  the ranks were stated: no judges, criteria or scores are known
    ok    every team of the result to announce takes part
    info  the amount of prize "first-money" is undisclosed
    warn  there is no prize for rank 2
          datajam prize add KEY --rank 2 --kind KIND -E datajam-2021
    warn  there is no prize for rank 3
          datajam prize add KEY --rank 3 --kind KIND -E datajam-2021
    ok    the announced facts are kept
    ok    every participant can be written to
    ok    nobody in a winning team has to stay unnamed
    ok    nobody seems to be registered twice
    ok    nobody's identity is kept longer than was set

    """

  @Test func of2021ItNamesWhatWasNeverPublished() async throws {
    try await Workplace.withEmptyDatabase { place async throws in
      try await place.demonstrate("datajam-2021")
      let ended = try await place.run("doctor", "--all")
      let lines = ended.output.split(separator: "\n", maxSplits: 1)
      #expect(lines.first == "ok    the schema is the one that the program brings")
      let rest = lines.last?.split(separator: "\n", maxSplits: 1)
      #expect(rest?.first?.contains(/^ok    PostgreSQL \d+.*, UTF8, schema \d+$/) == true)
      #expect(rest?.last.map(String.init) == Self.edition2021)
      #expect((ended.code, ended.errors) == (0, "0 problems, 5 warnings: nothing to do.\n"))
      let strict = try await place.run("doctor", "--strict")
      let grave = Self.edition2021.split(separator: "\n").filter { !$0.hasPrefix("ok ") }
      #expect(strict.output == grave.map { $0 + "\n" }.joined())
      #expect(
        strict.errors
          == "20 checks are fine; --all lists them.\n0 problems, 5 warnings: nothing to do.\n")
      #expect(strict.code == 3)
      let document = try document(try await place.run("doctor", "--json").output)
      #expect(document["warnings"] as? Int == 5)
      #expect(document["count"] as? Int == 31)
    }
  }

  @Test func spellingsOfAnAffiliationAreSettledByTheNamesOfAnOrganisation() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill(
        "participant",
        "key,display_name,affiliation\na,A,Univ. of Toronto\nb,B,university of toronto\nc,C,U of Toronto\n")
      func commands() async throws -> [Substring] {
        try await place.run("doctor").output.split(separator: "\n").filter { $0.contains(" datajam organisation ") }
      }
      #expect(
        try await commands() == [
          "      datajam organisation set KEY --name-en 'university of toronto' --role affiliation -E jam"
        ])
      let name = ["organisation", "set", "u-toronto", "--name-en", "University of Toronto", "--role", "affiliation"]
      try #require(try await place.program.start(name).end().code == 0)
      for spelling in ["U of Toronto", "Univ. of Toronto"] {
        #expect(try await commands() == ["      datajam organisation alias add u-toronto '\(spelling)' -E jam"])
        try #require(await place.run("organisation", "alias", "add", "u-toronto", spelling).code == 0)
      }
      #expect(try await commands() == [])
    }
  }

  @Test func `an event without any prize gets one remark, and one with a prize for a rank a warning for each other`()
    async throws
  {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\naurora,Aurora\nboreal,Boréal\n")
      try await place.fill("result", "team,rank\naurora,1\nboreal,2\n")
      func remarks() async throws -> [Substring] {
        try await place.run("doctor").output.split(separator: "\n").filter { $0.contains("prize") }
      }
      #expect(
        try await remarks() == [
          "info  the event has no prize", "      datajam prize add KEY --rank 1 --kind KIND -E jam",
        ])
      try #require(
        await place.run("prize", "add", "cup", "--label-en", "Cup", "--kind", "goods", "--rank", "1").code == 0)
      #expect(
        try await remarks() == [
          "warn  there is no prize for rank 2", "      datajam prize add KEY --rank 2 --kind KIND -E jam",
        ])
    }
  }

  @Test func whatStandsInTheWayIsNamedWithItsRemedy() async throws {
    try await Workplace.withEvent { place async throws in
      try #require(await place.run("event", "set", "--languages", "en,fr").code == 0)
      try await place.fill("prize", "key,rank,kind,giver,label_en\nmoney,1,money,acme,Money\n")
      try await place.fill("organisation", "key,role,name_en\nibm,partner,IBM\n")
      try await place.fill("team", "key,name\naurora,Aurora\n")
      try await place.fill(
        "participant",
        """
        key,display_name,email,country,affiliation,team
        zo,Zoé Roy,zo@example.org,CA,Univ. of British Columbia,aurora
        zoe,ZOE ROY,,CA,UBC,aurora

        """)
      let ended = try await place.run("doctor")
      let said = Set(ended.output.split(separator: "\n").filter { !$0.hasPrefix("ok") && !$0.hasPrefix("info") })
      #expect(ended.code == 3)
      #expect(ended.errors.hasPrefix("16 checks are fine; --all lists them.\n4 problems, "))
      for line in [
        "FAIL  the event's name is missing in French", "      datajam event set --name-fr TEXT -E jam",
        "FAIL  the name of organisation \"ibm\" is missing in French",
        "      datajam organisation set ibm --name-fr TEXT -E jam",
        "FAIL  the text of prize \"money\" is missing in French",
        "FAIL  the amount of prize \"money\" is neither known (--amount NUMBER --currency CODE) nor marked undisclosed",
        "      datajam prize set money --undisclosed -E jam",
        "warn  prize \"money\" is given by \"acme\", which is no organisation of the event",
        "warn  1 team has no captain: \"aurora\"",
        "warn  one affiliation seems to be written in several ways: \"UBC\", \"Univ. of British Columbia\"",
        "      datajam organisation set KEY --name-en 'Univ. of British Columbia' --role affiliation -E jam",
        "      datajam participant withdraw zoe -E jam",
        "warn  1 participant has no e-mail address: \"zoe\"",
        "warn  these participants may be one person: zo, zoe",
        "warn  the day of the announcement is not set",
      ] {
        #expect(said.contains(Substring(line)), "missing: \(line)\n\(ended.output)")
      }
    }
  }
}
