import ImportFormats
import Testing
import Vocabulary

/// Days as people write them.
@Suite struct WrittenDayTests {
  static let readable: [(String, String, Int?)] = [
    ("2021-05-08", "2021-05-08", nil), ("Saturday, May 8, 2021", "2021-05-08", 6), ("8 May 2021", "2021-05-08", nil),
    ("Sat. 8th of May 2021", "2021-05-08", 6), ("le samedi 8 mai 2021", "2021-05-08", 6),
    ("samedi 1er mai 2021", "2021-05-01", 6), ("sábado 8 de mayo de 2021", "2021-05-08", 6),
    ("Saturday 2021-05-08", "2021-05-08", 6), ("12 août 2021", "2021-08-12", nil),
    ("Tuesday, March 9, 2021", "2021-03-09", 2), ("mardi 9 mars 2021", "2021-03-09", 2),
  ]

  @Test(arguments: readable) func `days are read`(text: String, day: String, weekday: Int?) {
    let written = WrittenDay(text)
    #expect(written?.day.description == day)
    #expect(written?.weekday == weekday)
    #expect(written?.contradictsItself == false)
  }

  @Test(arguments: [
    "", "08/05/2021", "05-08-2021", "May 2021", "May 32, 2021", "Saturday", "8 Mayo", "2021-02-29", "8 8 May 2021",
  ])
  func `what can be read in two ways or none is refused`(text: String) {
    #expect(WrittenDay(text) == nil)
  }

  @Test func aDayAndItsWeekdayThatDisagreeLeaveBothReadings() throws {
    let written = try #require(WrittenDay("Saturday, May 9, 2021"))
    #expect(written.contradictsItself)
    #expect(WrittenDay.name(ofWeekday: written.day.weekday) == "Sunday")
    #expect(written.byWeekday.description == "2021-05-08")
  }

  @Test func aWeekdayIsBelievedWithinThreeDays() throws {
    for (word, number) in zip(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], 1...) {
      for day in 1...28 {
        let written = try #require(WrittenDay("\(word) February \(day) 2023"))
        let distance = written.byWeekday.daysSince1970 - written.day.daysSince1970
        try #require(written.byWeekday.weekday == number && (-3...3).contains(distance))
      }
    }
  }

  @Test func wordsForZonesAreCompared() {
    let fitting = [("EDT", "EDT"), ("edt", "EDT"), ("HAE", "EDT"), ("ET", "EDT"), ("HE", "EST"), ("E.D.T.", "EDT")]
    for (word, actual) in fitting { #expect(ZoneWord.fits(word, actual), "\(word)") }
    for (word, actual) in [("EST", "EDT"), ("HNE", "EDT"), ("PT", "EDT"), ("EST", "-05")] {
      #expect(!ZoneWord.fits(word, actual), "\(word)")
    }
  }
}
