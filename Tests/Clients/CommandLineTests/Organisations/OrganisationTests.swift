import Foundation
import Postgres
import Testing

/// What an organiser reads about organisations, their roles and their names.
@Suite(.serialized) struct OrganisationTests {
  @Test func `an organisation with its texts, links, roles and names`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(
        try await place.run(
          "organisation", "set", "u-toronto", "--name-en", "University of Toronto", "--acronym-en", "UofT", "--role",
          "affiliation")
          == .saying(0, #"organisation "u-toronto": created"#))
      #expect(
        try await place.run(
          "organisation", "set", "univ-toronto", "--name-en", "Univ. of Toronto", "--name-fr", "Université de Toronto",
          "--role",
          "partner", "--order", "3", "--url", "https://www.utoronto.ca", "--logo", "https://www.utoronto.ca/logo.svg")
          == .saying(0, #"organisation "univ-toronto": created"#))
      #expect(
        try await place.run("organisation", "role", "add", "univ-toronto", "sponsor", "--order", "2")
          == .saying(0, #"role "sponsor": created. Next: datajam organisation show univ-toronto"#))
      #expect(
        try await place.run("organisation", "role", "add", "univ-toronto", "sponsor")
          == .saying(0, #"role "sponsor": unchanged. Next: datajam organisation show univ-toronto"#))
      #expect(
        try await place.run("organisation", "merge", "univ-toronto", "u-toronto")
          == .saying(
            0, #"organisation "univ-toronto": merged into "u-toronto". Next: datajam organisation show u-toronto"#))
      #expect(
        try await place.run("organisation", "alias", "add", "u-toronto", "Toronto U.")
          == .saying(0, #"alias "Toronto U.": created. Next: datajam organisation show u-toronto"#))
      #expect(
        try await place.run("organisation", "show", "u-toronto")
          == Program.Ended(
            code: 0,
            output: """
              key           u-toronto
              name (en)     University of Toronto
              name (fr)     Université de Toronto
              acronym (en)  UofT
              url           https://www.utoronto.ca
              logo          https://www.utoronto.ca/logo.svg
              role          partner, order 3
              role          sponsor, order 2
              role          affiliation, order 1
              also called   Toronto U.
              also called   Univ. of Toronto
              also called   univ-toronto
              also called   Université de Toronto

              """, errors: ""))
      let shown = try document(try await place.run("organisation", "show", "u-toronto", "--json").output)
      #expect(
        shown["other_names"] as? [String]
          == ["Toronto U.", "Univ. of Toronto", "univ-toronto", "Université de Toronto"])
      #expect(
        try await place.imports("organisation", "key,role,name_en\nuniv-toronto,partner,Univ of Toronto\n")
          == .saying(
            0, "organisation: 0 created, 0 updated, 1 unchanged (1 row of file.csv)", "Next: datajam organisation list")
      )
      #expect(
        try await place.imports("organisation", "key,role,name_en\nu-toronto,affiliation,University of Toronto\n").code
          == 0)
      #expect(try await place.ask("SELECT url FROM organisation") == "https://www.utoronto.ca")
      #expect(
        try await place.run("organisation", "alias", "remove", "u-toronto", "toronto u")
          == .saying(0, #"organisation "u-toronto" is no longer called "toronto u""#))
      #expect(
        try await place.run("organisation", "alias", "remove", "u-toronto", "toronto u")
          == .saying(0, #"organisation "u-toronto" was not called "toronto u""#))
      #expect(
        try await place.run("organisation", "role", "remove", "u-toronto", "sponsor")
          == .saying(0, #"organisation "u-toronto": no longer "sponsor""#))
      #expect(
        try await place.run("organisation", "set", "u-toronto", "--url", "none", "--role", "partner", "--order", "9")
          == .saying(0, #"organisation "u-toronto": updated"#))
      #expect(
        try await place.run("organisation", "remove", "u-toronto") == .saying(0, #"organisation "u-toronto": removed"#))
      #expect(try await place.ask("SELECT count(*)::text FROM organisation_alias") == "0")
      try await place.expectUnaltered()
    }
  }

  @Test func `what cannot be done to an organisation`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill(
        "organisation", "key,role,name_en\nibm,prize-giver,IBM\nu-toronto,affiliation,University of Toronto\n")
      try await place.fill("prize", "key,rank,kind,giver,label_en\nseat,1,seat,ibm,A seat\n")
      let cases: [(arguments: [String], code: Int32, sentence: String, hint: String)] = [
        (
          ["show", "u-tornto"], 5, #"There is no organisation "u-tornto"."#, #"Did you mean "u-toronto"?"#
        ),
        (["show", "nobody"], 5, #"There is no organisation "nobody"."#, "List them: datajam organisation list"),
        (
          ["set", "ut", "--name-en", "University of TORONTO", "--role", "partner"], 1,
          #""University of TORONTO" is a name of the organisation "u-toronto" already."#,
          "To change that one: datajam organisation set u-toronto --name-en NAME"
        ),
        (
          ["set", "ibm", "--url", "ftp://ibm.com"], 65, #""ftp://ibm.com" is no address of the web."#,
          "Write it whole, such as https://example.org."
        ),
        (
          ["set", "ibm", "--logo", "logo.png"], 65, #""logo.png" is no address of the web."#,
          "Write it whole, such as https://example.org."
        ),
        (
          ["set", "ibm", "--name-en", ""], 65, #"The organisation "ibm" has no name in any language."#,
          "Give it one: --name-en NAME, or --name-fr or --name-es."
        ),
        (
          ["role", "remove", "ibm", "prize-giver"], 1,
          #""prize-giver" is the only role of the organisation "ibm", and each has one at least."#,
          "To take the organisation away: datajam organisation remove ibm"
        ),
        (
          ["role", "remove", "ibm", "funder"], 5, #"The organisation "ibm" does not have the role "funder"."#,
          "See its roles: datajam organisation show ibm"
        ),
        (
          ["remove", "ibm"], 1, #"The organisation "ibm" cannot be removed: it is named by 1 prize (seat)."#,
          "Change what names it, or unite it with another one: datajam organisation merge ibm INTO"
        ),
        (
          ["merge", "ibm", "ibm"], 1, #"The organisation "ibm" cannot be merged into itself."#,
          "Name two organisations: datajam organisation merge FROM INTO"
        ),
        (
          ["alias", "add", "ibm", "university of toronto"], 1,
          #""university of toronto" is a name of the organisation "u-toronto" already."#,
          "To change that one: datajam organisation set u-toronto --name-en NAME"
        ),
        (
          ["alias", "add", "ibm", "?!"], 65, #""?!" cannot be a name: it has neither letters nor digits."#,
          "Write the name as it is spelt elsewhere."
        ),
      ]
      for fault in cases {
        #expect(
          try await place.program.start(["organisation"] + fault.arguments).end()
            == .saying(fault.code, "Error: " + fault.sentence, fault.hint))
      }
      #expect(try await place.run("organisation", "merge", "ibm", "u-toronto").code == 0)
      #expect(
        try await place.run("organisation", "show", "ibm")
          == .saying(
            5, #"Error: There is no organisation "ibm": it is another name of "u-toronto"."#,
            "See that one: datajam organisation show u-toronto"))
      try await place.database.session { session in
        try session.run(
          script: """
            CREATE TABLE stand (event_id bigint, organisation_id bigint,
              FOREIGN KEY (event_id, organisation_id) REFERENCES organisation);
            DELETE FROM prize;
            INSERT INTO stand SELECT event_id, organisation_id FROM organisation
            """)
      }
      #expect(
        try await place.run("organisation", "remove", "u-toronto")
          == .saying(
            1,
            #"Error: The organisation "u-toronto" cannot be removed: something of the event still refers to it."#,
            "Change what refers to it first."))
    }
  }
}
