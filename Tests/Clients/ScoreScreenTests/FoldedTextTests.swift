import Terminal
import Testing

/// Text in lines of a given width.
@Suite struct FoldedTextTests {
  @Test func `lines are folded between words and go on below their text`() {
    #expect(
      folded("warn  3 teams have no members yet\n  Impact of the idea\n\nend", 16) == [
        "warn  3 teams", "      have no", "      members", "      yet", "  Impact of the", "  idea", "", "end",
      ])
  }

  @Test func `a word that does not fit is kept whole`() {
    #expect(
      folded("see https://example.org/a-long-address now", 10) == ["see", "https://example.org/a-long-address", "now"])
  }

  @Test func `a command stays on one line, so that it can be pasted`() {
    #expect(
      folded("Nothing is there. Add some: datajam team import FILE -E jam. Then go on.", 30) == [
        "Nothing is there. Add some:", "datajam team import FILE -E jam.", "Then go on.",
      ])
    #expect(
      folded("The program datajam runs an event for you.", 20) == ["The program datajam", "runs an event for", "you."])
  }

  @Test func `what fits is left as it is`() {
    #expect(folded("  two  spaces ", 14) == ["  two  spaces "])
  }
}
