import Foundation
import Testing

/// A text that is longer than the schema keeps is refused in words, wherever a person writes one.
@Suite struct LongTextTests {
  @Test(arguments: [
    (["score", "set", "J-01", "aurora", "impact=8", "--comment"], "comment", 10_000),
    (["score", "set", "J-01", "aurora", "impact=8", "--feedback"], "feedback", 10_000),
    (["score", "recuse", "J-01", "aurora", "--reason"], "reason", 500),
    (["team", "allow", "aurora", "--reason"], "reason", 500),
  ])
  func `a text that is too long is named with its length`(words: [String], what: String, most: Int) async throws {
    try await Workplace.withJudging { place async throws in
      // An accented letter of two scalars counts as two, as in the schema.
      let text = String(repeating: "e\u{301}", count: most / 2) + "x"
      #expect(
        try await place.program.start(words + [text]).end()
          == .saying(65, "Error: The \(what) has \(most + 1) characters, but \(most) are the most.", "Shorten it."))
    }
  }
}
