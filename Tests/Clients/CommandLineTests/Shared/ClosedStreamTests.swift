import Testing

/// A program that is started with standard streams closed says so, and writes into nothing else.
@Suite(.serialized) struct ClosedStreamTests {
  private static let closed = "Error: What was asked for could not be written: Bad file descriptor."

  @Test(arguments: ["version", "--help", "team list", "export team", "team list --json"])
  func `with standard output closed the reason is true`(command: String) async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("team", "key,name\na,Aurora\n")
      let ended = try await place.program.shell("\"$datajam\" \(command) >&-")
      #expect(ended.code == 73, "\(ended)")
      #expect(ended.errors.hasPrefix(Self.closed), "\(ended)")
    }
  }

  @Test func `with standard input closed the reason is true`() async throws {
    try await Workplace.withEvent { place async throws in
      let ended = try await place.program.shell("\"$datajam\" team import - <&-")
      #expect(ended.code == 66, "\(ended)")
      #expect(ended.errors.hasPrefix("Error: Standard input cannot be read: Bad file descriptor."), "\(ended)")
    }
  }

  @Test(arguments: ["<&- >&- 2>&-", "<&- 2>&-", "2>&-"])
  func `nothing that is opened takes the number of a closed stream`(streams: String) async throws {
    try await Workplace.withEvent { place async throws in
      try place.write("key,name\na,Aurora\n", to: "teams.csv")
      #expect(try await place.program.shell("\"$datajam\" team import teams.csv \(streams)").code == 0)
      let exported = try await place.program.shell("\"$datajam\" export team -o out.csv \(streams); cat out.csv")
      #expect(exported.output.hasPrefix("key,name"), "\(exported)")
      #expect(!exported.output.contains("Next:"))
    }
  }
}
