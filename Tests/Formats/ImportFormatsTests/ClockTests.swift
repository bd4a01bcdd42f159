import ImportFormats
import Testing
import Vocabulary

/// Hours as people write them.
@Suite struct ClockTests {
  static let readable: [(String, Int, Int, String?)] = [
    ("10:30-11:15 a.m.", 630, 675, nil),
    ("10:30–11:15 a.m. (EST)", 630, 675, "EST"),
    ("11:15 a.m. – 12:00 p.m.", 675, 720, nil),
    ("11:15–12:45 p.m.", 675, 765, nil),
    ("11:15 a.m. to noon", 675, 720, nil),
    ("12 noon - 1 p.m.", 720, 780, nil),
    ("1-2 p.m.", 780, 840, nil),
    ("10 a.m.-1", 600, 780, nil),
    ("2:30pm—4PM EDT", 870, 960, "EDT"),
    ("12:00 a.m. - 1:00 a.m.", 0, 60, nil),
    ("11 p.m. – 1 a.m.", 1380, 1500, nil),
    ("10 p.m. to midnight", 1320, 1440, nil),
    ("14 h 30 à 16 h", 870, 960, nil),
    ("de 10 h 30 à 11 h 15 (HAE)", 630, 675, "HAE"),
    ("14h30 – 16h", 870, 960, nil),
    ("10 h à midi", 600, 720, nil),
    ("14:30-16:00", 870, 960, nil),
    ("9:00 - 10:00", 540, 600, nil),
    ("22:00–01:00", 1320, 1500, nil),
    ("de 10:30 a 11:15", 630, 675, nil),
    ("10:30 a. m. a 1:15 p. m.", 630, 795, nil),
    ("14:30\u{202F}–\u{A0}16:00", 870, 960, nil),
    ("20:00–24:00", 1200, 1440, nil),
    ("10:30 a.m. − 11:15 a.m. Eastern Time", 630, 675, "Eastern Time"),
  ]

  @Test(arguments: readable) func `hours are read`(text: String, start: Int, end: Int, zone: String?) throws {
    let range = try ClockRange(text)
    #expect((range.start, range.end) == (start, end))
    #expect(range.zoneWord == zone)
  }

  @Test func twoCellsAreReadLikeOne() throws {
    let range = try ClockRange(from: "10:30", to: "11:15 a.m.")
    #expect((range.start, range.end) == (630, 675))
  }

  static let refused: [(String, ClockError)] = [
    ("", .unreadable("")), ("10:30", .unreadable("10:30")), ("10:3-11", .unreadable("10:3-11")),
    ("25:00-26:00", .unreadable("25:00-26:00")), ("10:61-11:00", .unreadable("10:61-11:00")),
    ("13:00 p.m. - 2 p.m.", .unreadable("13:00 p.m. - 2 p.m.")),
    ("10:30-11:15 / 12", .unreadable("10:30-11:15 / 12")), ("10:30-11:15 7", .unreadable("10:30-11:15 7")),
    ("morning", .unreadable("morning")), ("10-11", .withoutHalf("10-11")),
    ("14:00-13:00", .endsBeforeStart("14:00-13:00")), ("10:30-10:30", .endsBeforeStart("10:30-10:30")),
    ("2 p.m. - 2 p.m.", .endsBeforeStart("2 p.m. - 2 p.m.")),
  ]

  @Test(arguments: refused) func `what cannot be read in one way is refused`(text: String, error: ClockError) {
    #expect(throws: error) { try ClockRange(text) }
  }

  /// Every time of a day, written in four ways, is read as it was meant.
  @Test func everyMinuteIsReadInEveryWriting() throws {
    for start in stride(from: 0, to: 1440, by: 7) {
      for length in [5, 45, 90, 700] {
        let end = start + length
        let ways = [
          "\(day(start))-\(day(end))", "\(half(start)) – \(half(end))", "de \(french(start)) à \(french(end))",
        ]
        for text in ways {
          let range = try ClockRange(text)
          try #require((range.start, range.end) == (start, end), "\(text)")
        }
      }
    }
  }

  /// Whatever it is given, it reads or refuses, and what it reads has a length.
  @Test func randomTextsNeverStopTheReading() {
    let pieces = [
      "10", "11:15", "30", "a.m.", "pm", "p. m.", "-", "–", " ", "h", "noon", "midnight", "à", "to", "a", "de", "(",
      ")",
      "EST", "99999", "é", "👩🏽‍💻", "\u{0}", ":", ".", "24", "0", "İ", "٣",
    ]
    var random = SplitMix(state: 1)
    for _ in 0..<50_000 {
      let count = Int(random.next() % 9)
      let text = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
      guard let range = try? ClockRange(text) else { continue }
      let isSound = (0..<1440).contains(range.start) && range.end > range.start && range.end - range.start <= 720
      if !isSound { Issue.record("\(text): \(range)") }
    }
  }

  private func pad(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
  private func day(_ minutes: Int) -> String { "\(minutes / 60 % 24):\(pad(minutes % 60))" }
  private func half(_ minutes: Int) -> String {
    let hour = minutes / 60 % 24
    return "\((hour + 11) % 12 + 1):\(pad(minutes % 60)) \(hour < 12 ? "a.m." : "p.m.")"
  }
  private func french(_ minutes: Int) -> String {
    minutes % 60 == 0 ? "\(minutes / 60 % 24) h" : "\(minutes / 60 % 24) h \(pad(minutes % 60))"
  }
}
