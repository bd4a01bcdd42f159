import ImportFormats
import Testing

/// Devpost's projects without personal data, and rows that end before the header does.
@Suite struct BareProjectTests {
  private let settings = ReadingSettings.with { _ in }
  private let noMembers =
    "The cells behind \"Additional Team Member Count\" are no groups of first name, last name and e-mail address, "
    + "so they were left out."

  @Test(arguments: [
    ",Team Member 1 Screen Name,...", ",Team Member 1 Screen Name", ",...", "",
    ",Any question?,Team Member 1 Screen Name",
  ])
  func aFileWithoutPersonalDataGivesSubmissionsAndTeams(tail: String) throws {
    let question = tail.contains("?") ? ",why" : ""
    let sample = try Sample(
      """
      Submission Title,Submission Url,Desired Prizes,Submitter Screen Name,Additional Team Member Count\(tail)
      Solo,https://example.org/1,,ann1,0
      Pair,https://example.org/2,,bob2,1\(question),cyd3
      Trio,https://example.org/3,,dee4,2\(question),eli5,fay6

      """, settings)
    #expect(sample.problems == [])
    #expect(sample.readings.map { $0.remarks.map(\.message) } == [[], [noMembers], [noMembers]])
    #expect(sample.drafts.map(\.noun) == [.submission, .team, .submission, .team, .submission, .team])
    #expect(sample.drafts.compactMap { $0[.declaredSize] } == ["1", "2", "3"])
  }

  @Test func cellsThatAShortRowLacksAreBlank() throws {
    let sample = try Sample("Project Title,Submission Url,Built With\nCart,https://example.org/c\nBus\n", settings)
    #expect(sample.drafts.map(\.noun) == [.submission, .team])
    #expect(sample.problems == ["The cell is empty, but it is needed."])
  }
}
