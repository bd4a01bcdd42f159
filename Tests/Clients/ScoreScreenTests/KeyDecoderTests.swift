import Terminal
import Testing

@Suite struct KeyDecoderTests {
  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.decode(Array(text.utf8)) + decoder.flush()
  }

  @Test func keysAreTheirSequences() {
    #expect(keys("8é\r\t\u{7F}") == [.character("8"), .character("é"), .enter, .tab, .backspace])
    #expect(keys("\u{1B}[A\u{1B}OB\u{1B}[Z\u{1B}[3~\u{1B}[H") == [.up, .down, .backTab, .delete, .home])
    #expect(keys("\u{3}\u{1B}") == [.control("c"), .escape])
    #expect(keys("\u{1B}[1;5Cx") == [.right, .character("x")])
  }

  @Test func sequencesThatMeanNothingLeaveNoLetterBehind() {
    #expect(keys("\u{1B}[?1;2c\u{1B}[200;7Xq") == [.character("q")])
  }

  @Test func pastedTextIsOneKey() {
    #expect(keys("\u{1B}[200~one\rtwo q\u{1B}[201~8") == [.pasted("one\ntwo q"), .character("8")])
  }

  @Test func slowLinesCutSequencesAnywhere() {
    let bytes = Array("\u{1B}[A漢\u{1B}[200~é\u{1B}[201~7\u{1B}[B".utf8)
    for cut in bytes.indices {
      var decoder = KeyDecoder()
      #expect(
        decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])
          == [.up, .character("漢"), .pasted("é"), .character("7"), .down])
    }
  }

  @Test func noBytesTrap() {
    var state: UInt64 = 1
    for _ in 0..<2_000 {
      var decoder = KeyDecoder()
      let bytes = (0..<20).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return [0x1B, 0x5B, 0x4F, 0x7E, UInt8(state >> 56)][Int(state >> 33) % 5]
      }
      #expect((decoder.decode(bytes) + decoder.flush()).count <= 20)
      #expect(!decoder.isWaiting)
    }
  }

  @Test func textIsBrokenBetweenWords() {
    #expect(wrapped("one two three", 7) == ["one two", "three"])
    #expect(wrapped("abcdefghij k", 4) == ["abcd", "efgh", "ij k"])
    #expect(wrapped("漢字漢字", 5) == ["漢字", "漢字"])
    #expect(wrapped("a\nb\u{1B}[31m", 20) == ["a", "b [31m"])
    #expect(wrapped("  two spaces", 6) == ["  two", "spaces"])
    #expect(wrapped("a ", 5) == ["a "])
    #expect(wrapped("", 5) == [""])
  }
}
