import Testing

/// A language that lacks a text is named before a result is announced.
@Suite struct IncompleteLanguageTests {
  private func asked(_ place: Workplace) async throws -> String {
    let ended = try await place.run("result", "announce", "--now")
    #expect(ended.code == 64)
    return ended.errors
  }

  @Test func `announcing names what blocks a language, and nothing once it is there`() async throws {
    try await Workplace.withEvent { place async throws in
      _ = try await place.run(
        "event", "set", "--languages", "en,fr", "--name-fr", "Jam", "--stated-participants", "9")
      try await place.fill("team", "key,name,city_en\na,Aurora,Laval\n")
      try await place.fill("result", "team,rank\na,1\n")
      for name in ["bea", "cyd"] {
        let token = try await ResultTests.token(name, place)
        #expect(try await place.program.start(["result", "approve"] + token).end().code == 0)
      }
      #expect(
        try await asked(place).contains(
          """
            No text can be published in fr until this is mended:
              FAIL  fr  the city of "Aurora" is missing
                    datajam team set a --city-fr TEXT
          """))
      _ = try await place.run("event", "set", "--stated-participants", "none")
      #expect(try await asked(place).contains("No text can be published in any language until this is mended:"))
      _ = try await place.run("event", "set", "--stated-participants", "9")
      _ = try await place.run("team", "set", "a", "--city-fr", "Laval")
      #expect(!(try await asked(place)).contains("No text can be published"))
    }
  }
}
