import Foundation
import Postgres
import Testing

/// Devpost's list of people; all of them are made up.
@Suite(.serialized) struct RegistrantImportTests {
  /// An address twice in other letters, a country nobody knows, a cell of several lines, a blank name.
  private let registrants = #"""
    First Name,Last Name,Full Name,Email,Portfolio Url,Submitted Project?,Project URLs,City,State,Country,Project Count,College/University Name,Job Specialty,Registered At,Do you have teammates?,Who told you about this hackathon?
    Ada,Lund,Ada Lund,ada@solar.example,,Yes,https://hack.example/a,Ottawa,Ontario,Canada,1,"Rutgers, The State University of Elsewhere",Design,10/04/2021 13:04:40,Working solo,"A friend,
    and another"
    ,,Mononym,mono@solar.example,,No,,,,Côte d’Ivoire,0,LAKESIDE COLLEGE,,10/05/2021 08:00,Looking,
    Bo,Berg,Bo Berg,bo@solar.example,,No,,Lima,,Atlantis,0,Lakeside  College,,12/31/2021 11:59:59 PM,,

    """#

  @Test func `people are read, and the file again changes nothing`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("event", "set", "--tz", "America/Toronto").code == 0)
      try place.write([0xEF, 0xBB, 0xBF] + Array(registrants.utf8), to: "people.csv")
      #expect(
        try await place.run("import", "people.csv")
          == .saying(
            0, "Profile: devpost-registrants", "people.csv: Times are read month first, in America/Toronto.",
            #"Ignored columns: "Portfolio Url", "Submitted Project?", "Project URLs", "State", "Project Count", "#
              + #""Job Specialty", "Do you have teammates?", "Who told you about this hackathon?""#,
            #"  row 4 (line 5), cell J4 Country: "Atlantis" is no country, so it was left out."#,
            "participant: 3 created, 0 updated, 0 unchanged (3 rows of people.csv)", "Next: datajam participant list"))
      #expect(
        try await place.lines(
          """
          SELECT format('%s|%s|%s|%s|%s|%s|%s|%s', given_name, family_name, display_name, email, country, affiliation,
            registered_at AT TIME ZONE 'UTC', registered_as_written)
          FROM participant ORDER BY participant_id
          """) == [
            "Ada|Lund|Ada Lund|ada@solar.example|CA|Rutgers, The State University of Elsewhere|2021-10-04 17:04:40|"
              + "10/04/2021 13:04:40",
            "||Mononym|mono@solar.example|CI|LAKESIDE COLLEGE|2021-10-05 12:00:00|10/05/2021 08:00",
            "Bo|Berg|Bo Berg|bo@solar.example||Lakeside  College|2022-01-01 04:59:59|12/31/2021 11:59:59 PM",
          ])
      let before = try await place.dump()
      let again = try await place.importing(registrants)
      #expect(try again.counts == "3 rows, 0 created, 0 updated, 3 unchanged, 0 skipped, 0 rejected")
      #expect(try await place.dump() == before)
    }
  }

  @Test func `an address that stands twice and one without a name are refused with their places`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = registrants + ",,,nobody@solar.example,,,,,,,,,,,,\nADA,,,ADA@solar.example,,,,,,,,,,,,\n"
      let came = try await place.importing(file)
      #expect(came.code == 65)
      #expect(try came.counts == "5 rows, 3 created, 0 updated, 0 unchanged, 0 skipped, 2 rejected")
      #expect(
        came.problems == [
          "5/6 Full Name: The participant has no name.",
          #"6/7 Email: The address "ADA@solar.example" stands in row 2 as well: each participant has one of their own."#,
        ])
      #expect(try await place.ask("SELECT count(*)::text FROM participant") == "0")
    }
  }
}
