import CanonicalJSON
import Testing
import Vocabulary

@Suite struct SlugTests {
  @Test(arguments: ["a", "buyer-resist", "2021", "a-1-b", String(repeating: "a", count: 60)])
  func aSlugIsTakenAsItIs(_ text: String) throws {
    #expect(try Slug(text).text == text)
  }

  @Test(arguments: [
    "", "-a", "a-", "a--b", "A", "é", "a b", "a_b", "a\n", "a\u{0}", String(repeating: "a", count: 61), "a\u{301}",
  ])
  func anythingElseIsRefused(_ text: String) {
    #expect(throws: SlugError(text: text)) { try Slug(text) }
  }

  @Test func theErrorQuotesWhatWasGiven() {
    #expect(
      SlugError(text: "Buyer Resist").explanation.message
        == "\"Buyer Resist\" cannot be a key: a key is 1 to 60 of a-z and 0-9, with single dashes between words.")
  }
}

@Suite struct PointsTests {
  @Test(
    arguments: [
      ("6", 6000), ("6.5", 6500), ("6,5", 6500), ("0", 0), ("0.001", 1), ("10.000", 10_000), ("-2.5", -2500),
      ("6.5000", 6500), ("1000000", 1_000_000_000),
    ] as [(String, Int64)])
  func aDecimalIsReadExactly(_ text: String, _ thousandths: Int64) {
    #expect(Points(text) == Points(thousandths: thousandths))
  }

  @Test(arguments: [
    "", ".", "6.", ".5", "6.5.1", "6,5,1", "1e3", "+6", "６", "six", "6 5", "0.0001", "1000001", "99999999999999999999",
    "--1", "0x10", " 6", "NaN",
  ])
  func anythingElseIsNoPoints(_ text: String) {
    #expect(Points(text) == nil)
  }

  @Test(
    arguments: [(6500, "6.5"), (6000, "6"), (1, "0.001"), (-2500, "-2.5"), (0, "0"), (10_010, "10.01")]
      as [(Int64, String)])
  func pointsPrintTheirShortestForm(_ thousandths: Int64, _ text: String) {
    #expect(Points(thousandths: thousandths).description == text)
  }
}

@Suite struct MoneyTests {
  @Test(
    arguments: [
      ("5000", "CAD", 500_000), ("5000.50", "CAD", 500_050), ("5000,5", "EUR", 500_050), ("5000", "JPY", 5000),
      ("1.234", "KWD", 1234),
    ] as [(String, String, Int64)])
  func anAmountIsKeptInMinorUnits(_ amount: String, _ currency: String, _ minorUnits: Int64) throws {
    #expect(try Money(amount: amount, currency: currency).minorUnits == minorUnits)
  }

  @Test func centsThatACurrencyDoesNotHaveAreRefused() {
    #expect(throws: MoneyError.unreadable("5000.5", decimals: 0)) { try Money(amount: "5000.5", currency: "JPY") }
  }

  @Test func everyErrorSaysWhatWasGiven() {
    #expect(MoneyError.negative("-5").explanation.message == "A prize cannot be \"-5\": it is below zero.")
    #expect(MoneyError.unknownCurrency("cad").explanation.message == "\"cad\" is no currency code.")
    #expect(
      MoneyError.unreadable("lots", decimals: 2).explanation.message
        == "\"lots\" is no amount: it takes digits without spaces or marks between the thousands, and at most 2 behind "
        + "the point.")
  }

  @Test func theErrorIsThrownForACodeInSmallLetters() {
    #expect(throws: MoneyError.unknownCurrency("cad")) { try Money(amount: "5", currency: "cad") }
    #expect(throws: MoneyError.negative("-5")) { try Money(amount: "-5", currency: "CAD") }
  }
}

@Suite struct CalendarDateTests {
  @Test(arguments: ["2021-05-07", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func aDayThatExistsIsReadAndPrinted(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "2021-02-29", "1900-02-29", "2021-13-01", "2021-00-10", "2021-04-31", "21-05-07", "2021-5-7", "", "2021/05/07",
    "0000-01-01", "2021-05-07 ", "２021-05-07",
  ])
  func aDayThatDoesNotExistIsNone(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("2021-05-08", 6), ("2021-05-09", 7), ("2021-06-04", 5), ("1970-01-01", 4), ("1969-12-31", 3), ("2024-02-29", 4),
  ])
  func theWeekdayCountsFromMonday(_ text: String, _ weekday: Int) {
    #expect(CalendarDate(text)?.weekday == weekday)
  }

  @Test func daysAreCountedThereAndBackForFourCenturies() throws {
    let first = try #require(CalendarDate("1899-12-31")).daysSince1970
    var previous = try #require(CalendarDate(daysSince1970: first))
    for days in first + 1...first + 146_097 {
      let day = try #require(CalendarDate(daysSince1970: days))
      guard day.daysSince1970 == days, previous < day else {
        Issue.record("\(day) is not day \(days)")
        return
      }
      previous = day
    }
    #expect(previous.description == "2299-12-31")
  }
}

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_622_815_200_000_000, "2021-06-04T14:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (951_827_696_999_999, "2000-02-29T12:34:56Z"),
    ] as [(Int64, String)])
  func anInstantPrintsInUTC(_ microseconds: Int64, _ text: String) {
    #expect(Timestamp(microseconds: microseconds).description == text)
  }
}

@Suite struct LocalizedTextTests {
  @Test func aBlankTextCountsAsMissing() {
    #expect(LocalizedText([.english: "a", .french: " \n"]).languages == [.english])
  }

  @Test func nothingFallsBackToAnotherLanguage() {
    #expect(LocalizedText([.english: "a"])[.french] == nil)
  }

  @Test func itIsKeptAndReadBack() {
    let text = LocalizedText([.english: "a\"b", .french: "é"])
    #expect(text.json.canonical == #"{"en":"a\"b","fr":"é"}"#)
    #expect(LocalizedText(json: text.json) == text)
  }

  @Test func oneLanguageIsReplacedOrRemoved() {
    let text = LocalizedText([.english: "a", .french: "b"])
    #expect(text.replacing(.french, with: "c") == LocalizedText([.english: "a", .french: "c"]))
    #expect(text.replacing(.french, with: "") == LocalizedText([.english: "a"]))
  }
}

@Suite struct WordingOfErrorsTests {
  @Test func theNearestNameIsSuggestedWhenItIsNear() {
    #expect(nearest(to: "auroar", among: ["boreal", "aurora"]) == "aurora")
    #expect(nearest(to: "AURORA", among: ["aurora"]) == "aurora")
    #expect(nearest(to: "zebra", among: ["aurora", "boreal"]) == nil)
    #expect(nearest(to: "", among: []) == nil)
  }

  @Test func quotedTextsAreShortAndSteerNoTerminal() {
    #expect(quoted("a\u{1B}[31mb\nc") == "\"a\u{FFFD}[31mb\u{FFFD}c\"")
    #expect(quoted(String(repeating: "é", count: 100)).count == 82)
  }
}
