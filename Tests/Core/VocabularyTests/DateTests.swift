import Testing
import Vocabulary

@Suite struct DateTests {
  @Test(arguments: ["2021-05-17T17:00", "2021-05-17 17:00"]) func aLocalTimeIsReadAndWritten(text: String) throws {
    #expect(try #require(LocalTime(text)).description == "2021-05-17T17:00")
  }

  @Test(arguments: [
    "", "2021-05-17", "17:00", "2021-02-29T10:00", "2021-05-17T24:00", "2021-05-17T10:60", "2021-05-17T1:00",
    "2021-05-17T17:00:00", "2021-05-17T17:00Z", "2021-05-17T17:00-04:00", "2021-05-17T+1:00", "2021-05-17T17.00",
    "2021-05-17TT17:00", "2021-05-17  17:00",
  ]) func anythingElseIsNoLocalTime(text: String) {
    #expect(LocalTime(text) == nil)
  }

  @Test func aLocalTimeTellsItsDistanceFromUTC() throws {
    let time = try #require(LocalTime("2021-05-17T17:00"))
    let utc: Int64 = 1_621_270_800_000_000
    #expect(time.withOffset(at: Timestamp(microseconds: utc)) == "2021-05-17T17:00:00+00:00")
    #expect(time.withOffset(at: Timestamp(microseconds: utc + 4 * 3_600_000_000)) == "2021-05-17T17:00:00-04:00")
    #expect(time.withOffset(at: Timestamp(microseconds: utc - 5 * 3_600_000_000 - 1_800_000_000)).hasSuffix("+05:30"))
  }

  @Test(arguments: [
    ("2021-10-05", "2021-10-05", "day"), ("2021-10", "2021-10", "month"), ("fall 2021", "fall 2021", "season"),
    ("2021 Fall", "fall 2021", "season"), ("Autumn  2021", "fall 2021", "season"), ("2021", "2021", "year"),
    ("0033", "0033", "year"),
  ]) func aFuzzyDateKeepsItsPrecision(text: String, written: String, precision: String) throws {
    let date = try #require(FuzzyDate(text))
    #expect(date.description == written)
    #expect(date.precision == precision)
    #expect(FuzzyDate(date.description) == date)
  }

  @Test(arguments: [
    "", "soon", "2021-13", "2021-02-30", "21", "fall", "fall fall", "2021 2022", "late fall 2021", "0000",
  ])
  func anythingElseIsNoFuzzyDate(text: String) {
    #expect(FuzzyDate(text) == nil)
  }
}
