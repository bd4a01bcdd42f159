import Testing

extension Workplace {
  /// Runs the body with the fictional event, whose result two organisers approved and announced by commands.
  static func withAnnouncedJam(_ body: (Workplace) async throws -> Void) async throws {
    try await withEmptyDatabase { place async throws in
      try await place.demonstrate("demo-jam")
      for name in ["bea", "cyd"] {
        let approved = try await place.program.start(["result", "approve"] + ResultTests.token(name, place)).end()
        try #require(approved.code == 0, "\(approved)")
      }
      let announced = try await place.run("result", "announce", "--now", "--confirm", "demo-jam")
      try #require(announced.code == 0, "\(announced)")
      try await body(place)
    }
  }
}
