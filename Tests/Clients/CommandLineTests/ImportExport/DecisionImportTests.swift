import Postgres
import Testing

/// Files that say who is in and who is not; all people are made up.
@Suite(.serialized) struct DecisionImportTests {
  private static let applications = """
    First Name,Last Name,Email,Application Status
    Ana,Lee,ana@example.org,Accepted
    Bo,Ray,bo@example.org,Rejected
    Cy,Fox,cy@example.org,Didn't come: withdrawn

    """

  @Test func `an unknown column of decisions stops the import, and the hint works when pasted`() async throws {
    try await Workplace.withEvent { place async throws in
      try place.write(Self.applications, to: "file.csv")
      let asked = try await place.run("import", "file.csv")
      #expect(
        asked
          == .saying(
            64,
            #"Error: "file.csv" says who is in and who is not, so nothing was imported: "Application Status" is "Accepted" (1 row), "Didn't come: withdrawn" (1 row), "Rejected" (1 row)."#,
            #"To leave out who is not in, add: --skip 'Application Status=Didn'\''t come: withdrawn' --skip 'Application Status=Rejected'"#,
            "To say who is in, add: --only 'Application Status=Accepted'",
            #"To take all rows, give the column the field "ignore" with --map."#))
      #expect(try await place.ask("SELECT count(*)::text FROM participant") == "0")
      #expect(try await place.run("import", "file.csv", "--continue").code == 64)
      let came = try await place.run(
        "import", "file.csv", "--skip", "Application Status=Didn't come: withdrawn", "--skip",
        "Application Status=Rejected")
      #expect(
        came
          == .saying(
            0, #"  1 row skipped: "Application Status" is "Didn't come: withdrawn" (row 4 "Cy Fox")"#,
            #"  1 row skipped: "Application Status" is "Rejected" (row 3 "Bo Ray")"#,
            "participant: 1 created, 0 updated, 0 unchanged, 2 skipped (3 rows of file.csv)",
            "Next: datajam participant list"))
      let only = try await place.importing(Self.applications, "--only", "Application Status=Accepted")
      #expect(try only.counts == "3 rows, 0 created, 0 updated, 1 unchanged, 2 skipped, 0 rejected")
      let skipped = try #require(only.document["skipped_rows"] as? [[String: Any]])
      #expect(skipped.map { $0["name"] as? String } == ["Bo Ray", "Cy Fox"])
      #expect(skipped.first?["reason"] as? String == #""Application Status" is "Rejected""#)
    }
  }
}
