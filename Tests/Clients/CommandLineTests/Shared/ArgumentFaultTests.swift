import Postgres
import Testing

/// Arguments that cannot be meant so.
@Suite(.serialized) struct ArgumentFaultTests {
  @Test func `keys, days, zones, languages and numbers of an event`() async throws {
    try await Workplace.withEvent { place async throws in
      func add(
        _ slug: String, from: String = "2026-05-08", to: String = "2026-05-10", tz: String = "UTC", _ more: String...
      )
        async throws -> Program.Ended
      {
        try await place.program.start(
          ["event", "add", slug, "--name-en", "X", "--from", from, "--to", to, "--tz", tz] + more
        ).end()
      }
      let key = "cannot be a key: a key is 1 to 60 of a-z and 0-9, with single dashes between words."
      #expect(try await add("Jam") == .saying(65, "Error: \"Jam\" \(key)", #"Write it like "buyer-resist"."#))
      #expect(try await add("") == .saying(65, "Error: \"\" \(key)", #"Write it like "buyer-resist"."#))
      let day = "Write year, month and day, such as 2021-05-07."
      #expect(
        try await add("x", from: "2026-02-30")
          == .saying(65, #"Error: "2026-02-30" is no day of the calendar."#, day))
      #expect(try await add("x", to: "") == .saying(65, #"Error: "" is no day of the calendar."#, day))
      #expect(
        try await add("x", to: "2026-04-01")
          == .saying(
            65, "Error: The event would end on 2026-04-01, before it starts on 2026-05-08.",
            "Change one of the two: --from or --to."))
      #expect(
        try await add("x", "--announced", "2026-05-01")
          == .saying(
            65, "Error: The winners would be announced on 2026-05-01, before the event ends on 2026-05-10.",
            "Change one of the two: --to or --announced."))
      for zone in ["EST", "EST5EDT", "Toronto", ""] {
        #expect(
          try await add("x", tz: zone)
            == .saying(
              65, "Error: \"\(zone)\" is no time zone: abbreviations such as EST are not taken.",
              zone == "Toronto"
                ? #"Did you mean "America/Toronto"?"# : "Write the IANA name, such as America/Toronto."))
      }
      #expect(
        try await add("x", "--languages", "en,de")
          == .saying(65, #"Error: "de" is no language that this program writes."#, "Choose among en, fr, es."))
      #expect(
        try await add("x", "--languages", "")
          == .saying(64, "Error: No language was given.", "Write codes with commas between them, such as en,fr."))
      #expect(
        try await add("jam")
          == .saying(1, #"Error: An event "jam" already exists."#, "To change it: datajam event set jam --name-en NAME")
      )
      #expect(
        try await add("x", "--by", "")
          == .saying(65, #"Error: "" cannot be an organiser's name: it takes 1 to 200 characters."#))
      let long = String(repeating: "x", count: 201)
      #expect(
        try await add("x", "--by", long)
          == .saying(
            65, "Error: \"\(long.prefix(79))…\" cannot be an organiser's name: it takes 1 to 200 characters."))
      let size = try await add("x", "--team-size", "-3")
      #expect(size.code == 64)
      #expect(size.errors.hasPrefix("Error: '--team-size' takes 1 to 1000000, but -3 was given.\n"))
      #expect(try await add("twice", "--languages", "fr, en,fr").code == 0)
      #expect(
        try await place.ask("SELECT string_agg(slug || languages::text, ' ' ORDER BY slug) FROM event")
          == "jam{en} twice{fr,en}")
    }
  }

  @Test func `names that nobody knows`() async throws {
    try await Workplace.withJudging { place async throws in
      let faults: [(arguments: [String], sentence: String, hint: String)] = [
        (["team", "list", "-E", "jan"], #"There is no event "jan"."#, #"Did you mean "jam"?"#),
        (["team", "member", "add", "nobody", "p-1"], #"There is no team "nobody"."#, "List them: datajam team list"),
        (
          ["team", "member", "add", "aurora", "p-1"], #"There is no participant "p-1"."#,
          "List them: datajam participant list"
        ),
        (
          ["submission", "set", "aroura", "--title-en", "x"], #"There is no team "aroura"."#, #"Did you mean "aurora"?"#
        ),
        (
          ["score", "set", "J-9999", "aurora", "impact=1"], #"There is no judge "J-9999"."#,
          "List them: datajam judge list"
        ),
        (["score", "set", "", "", "impact=1"], #"There is no judge ""."#, "List them: datajam judge list"),
        (
          ["score", "set", "J-01", "aurora", "charm=1"], #"The rubric has no criterion "charm"."#,
          "Its criteria are: impact, data."
        ),
        (["score", "list", "--round", "nope"], #"There is no round "nope"."#, "Open one: datajam judging open KEY"),
        (
          ["rubric", "show", "--rubric", "nope"], #"There is no rubric "nope"."#,
          "Import one: datajam rubric import FILE"
        ),
        (["prize", "set", "nope", "--undisclosed"], #"There is no prize "nope"."#, "List them: datajam prize list"),
        (["result", "show"], "The event has no result yet.", "Compute one: datajam result compute"),
      ]
      for fault in faults {
        #expect(
          try await place.program.start(fault.arguments).end() == .saying(5, "Error: " + fault.sentence, fault.hint))
      }
    }
  }

  @Test func `scores, prizes and organisations that cannot be kept`() async throws {
    try await Workplace.withJudging { place async throws in
      try await place.fill("prize", "key,rank,kind,amount,currency\ncash,1,money,100,CAD\nseat,1,seat,,\n")
      let form = "Write CRITERION=POINTS, such as impact=8 or impact=6.5."
      for score in ["impact", "impact=1.2345", "impact=1e3", "impact=1=2"] {
        #expect(
          try await place.run("score", "set", "J-01", "aurora", score)
            == .saying(64, "Error: \"\(score)\" is no score, which has at most three decimals.", form))
      }
      #expect(
        try await place.run("score", "set", "J-01", "aurora", "impact=11")
          == .saying(65, #"Error: "impact" takes 0 to 10 points, but 11 was given."#))
      #expect(
        try await place.run("score", "set", "J-01", "aurora", "impact=1", "--ready")
          == .saying(1, #"Error: The sheet of J-01 for team "aurora" cannot be ready: data is missing."#))
      #expect(
        try await place.run("score", "set", "J-02", "boreal", "impact=1")
          == .saying(
            1, #"Error: J-02 is not assigned to team "boreal"."#,
            "Assign the judge first: datajam assignment set J-02 boreal"))
      let amount =
        "is no amount: it takes digits without spaces or marks between the thousands, and at most 2 behind the point."
      let undisclosed = #"Write it like 5000 or, where the amount is not made public, "undisclosed"."#
      for text in ["5,000", "1e9", "5 000", "$5"] {
        #expect(
          try await place.run("prize", "set", "cash", "--amount", text, "--currency", "CAD")
            == .saying(65, "Error: \"\(text)\" \(amount)", undisclosed))
      }
      #expect(
        try await place.run("prize", "set", "cash", "--amount", "-5", "--currency", "CAD")
          == .saying(65, #"Error: A prize cannot be "-5": it is below zero."#))
      #expect(
        try await place.run("prize", "set", "cash", "--amount", "0", "--currency", "CAD")
          == .saying(
            65, #"Error: The prize "cash" has to be above 0."#,
            #"Where the amount is not made public, write "undisclosed" in a file, or --undisclosed."#))
      #expect(
        try await place.run("prize", "set", "seat", "--undisclosed")
          == .saying(
            65, #"Error: The prize "seat" is of kind "seat", but only one of kind "money" has an amount."#,
            #"Say what it is worth in its label, or import it as kind "money"."#))
      #expect(
        try await place.run("organisation", "set", "ibm", "--role", "partner")
          == .saying(
            65, #"Error: The organisation "ibm" has no name in any language."#,
            "Give it one: --name-en NAME, or --name-fr or --name-es."))
      #expect(
        try await place.run("organisation", "set", "ibm", "--name-en", "IBM")
          == .saying(64, #"Error: The new organisation "ibm" needs a role."#, "Add --role partner, or another role."))
      #expect(
        try await place.run("team", "set", "new")
          == .saying(65, #"Error: The team "new" has no name."#, "Give it one: --name NAME"))
      #expect(
        try await place.ask("SELECT string_agg(key || coalesce(amount::text, ''), ' ' ORDER BY key) FROM prize")
          == "cash10000 seat")
    }
  }

  @Test func `a wrong use is told with where to read on, also in JSON, and repeats no password`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(
        try await place.run("track", "list", "--bogus", "--json")
          == Program.Ended(
            code: 64,
            output: """
              {
                "error": {
                  "code": "usage",
                  "message": "Unknown option '--bogus'",
                  "hint": null,
                  "where": null
                }
              }

              """,
            errors: """
              Error: Unknown option '--bogus'
              Usage: datajam track list [<options>]
                See 'datajam track list --help' for more information.

              """))
      let far = try await place.run("event", "set", "--city", "Oslo")
      #expect(far.errors.hasPrefix("Error: Unknown option '--city'\n"))
      let near = try await place.run("event", "set", "--langages", "en")
      #expect(near.errors.hasPrefix("Error: Unknown option '--langages'. Did you mean '--languages'?\n"))
      let stray = try await place.run("team", "list", "postgresql://u:s3cret@h/x", "--json")
      #expect(stray.code == 64)
      #expect(stray.errors.hasPrefix("Error: Unexpected argument 'postgresql://…@h/x'\n"))
      #expect(!stray.output.contains("s3cret"))
      let empty = try await place.run("team", "list", "--db", "")
      #expect(empty.code == 64)
      #expect(
        empty.errors.hasPrefix("Error: '--db' needs the database's address; leave it out to use the private one.\n"))
      let hash = try await place.run("log", "verify", "--against", "zz")
      // What is no hash is a file, and there is none of this name.
      #expect(hash.code == 66 && hash.errors.hasPrefix("Error: There is no file \"zz\".\n"))
    }
  }

  @Test func `whoever is no organiser changes nothing`() async throws {
    try await Workplace.withEvent { place async throws in
      let refusal = Program.Ended.saying(
        4, #"Error: "mallory" is not an organiser of this event."#,
        "Say who you are with --by NAME, or have an organiser run: datajam organiser add NAME")
      #expect(try await place.run("team", "set", "x", "--name", "X", "--by", "mallory") == refusal)
      #expect(try await place.imports("team", "key,name\nx,X\n", "--by", "mallory") == refusal)
      #expect(try await place.with(["DATAJAM_BY": "mallory"]).run("event", "set", "--name-en", "Mine") == refusal)
      #expect(try await place.ask("SELECT count(*)::text FROM team") == "0")
    }
  }
}
