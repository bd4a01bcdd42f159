import RubricFiles
import Testing
import Vocabulary

@Suite struct ReadingTests {
  static let whole = """
    rubric: main
    criteria:
      - key: impact
        title: {en: Impact, fr: "Portée"}
        description:
          en: Who is helped, and how much.
        weight: 60
        scale: {minimum: 0, maximum: 10, step: 0.5}
        levels:
          10: {en: ready to use}
          0: {en: no use}
      - key: data
        title: {en: Data}
        weight: 40,5
        scale: {minimum: 1, maximum: 5}
        required: false

    """

  func read(_ text: String) throws -> RubricSheet { try RubricYAML.read(Array(text.utf8), file: "r.yaml") }

  func fault(_ text: String) -> RubricFileError? {
    #expect(throws: RubricFileError.self) { try read(text) }
  }

  /// "3:5 What is wrong."
  func place(_ text: String) throws -> String {
    let found = try #require(fault(text))
    return "\(found.line ?? 0):\(found.column ?? 0) \(found.message)"
  }

  @Test func everythingThatAFileSaysIsRead() throws {
    var impact = RubricSheet.Criterion(
      key: try Slug("impact"), title: LocalizedText([.english: "Impact", .french: "Portée"]),
      weight: try points("60"), scale: try points("0")...points("10"), step: try points("0.5"))
    impact.description = LocalizedText([.english: "Who is helped, and how much."])
    impact.levels = [
      .init(points: try points("0"), text: LocalizedText([.english: "no use"])),
      .init(points: try points("10"), text: LocalizedText([.english: "ready to use"])),
    ]
    let data = RubricSheet.Criterion(
      key: try Slug("data"), title: LocalizedText([.english: "Data"]), weight: try points("40.5"),
      scale: try points("1")...points("5"), step: try points("0.5"), isRequired: false)
    #expect(try read(Self.whole) == RubricSheet(key: Slug("main"), criteria: [impact, data]))
  }

  @Test func whatIsWrittenIsReadAgainAsTheSame() throws {
    var sheet = try read(Self.whole)
    let words = "\"no\": 'é' \\ # & * \u{85}\u{2028}\u{FEFF}\u{7F}\u{1}\t\r\n  漢字 👩‍🔬 - ? {x}, \u{10FFFF}\u{FFFF}"
    sheet.criteria[0].title = LocalizedText([.english: words, .french: "null", .spanish: " ~ "])
    sheet.criteria[1].levels = [.init(points: try points("1.5"), text: LocalizedText([.french: words]))]
    sheet.key = try Slug("null")
    let text = RubricYAML.text(of: sheet)
    #expect(try read(text) == sheet)
    #expect(try RubricYAML.text(of: read(text)) == text)
  }

  @Test(arguments: [
    ("", "0:0 The file holds nothing."),
    ("- a", #"1:1 This is not a rubric: it has no fields such as "rubric"."#),
    ("rubric: main", #"1:1 The rubric has no "criteria"."#),
    ("criteria: []", "1:11 The rubric has no criteria."),
    ("criteria:\n  - wieght: 3", #"2:5 "wieght" is no field of a criterion."#),
    ("criteria:\n  - weight: 3", #"2:5 "scale" is missing."#),
    ("criteria: [", "2:1 The YAML breaks here: did not find expected node content."),
    ("a: b: c", "1:5 The YAML breaks here: mapping values are not allowed in this context."),
    ("rubric: a\nrubric: b", #"1:1 "rubric" stands twice."#),
    ("rubric: \u{1}", "1:1 There is a character that YAML does not take."),
    (
      "rubric: Main\ncriteria: []",
      #"1:9 "Main" cannot be a key: a key is 1 to 60 of a-z and 0-9, with single dashes between words."#
    ),
    ("--- a\n--- b", "2:1 The YAML breaks here: but found another document."),
    ("rubric: &a main\ncriteria: []", "1:9 Anchors (&) and aliases (*) are not taken in a rubric."),
  ])
  func aFaultHasItsPlace(text: String, sentence: String) throws { #expect(try place(text) == sentence) }

  @Test(arguments: [
    ("title: {en: Impact", "title: Impact #", "4:12 A text is given for each language."),
    ("{en: Data}", "{de: Daten}", #"13:13 "de" is no language that this program writes."#),
    ("{en: Data}", "{en: ' '}", "13:17 The text is empty."),
    ("{en: Data}", "{}", "13:12 There is no text in any language."),
    (
      "weight: 60", "weight: many",
      #"7:13 "many" is no number of points, such as 6 or 6.5, with at most three decimals."#
    ),
    ("weight: 60", "weight: 0", "7:13 The weight has to be above 0, but 0 was given."),
    ("weight: 60", "weight: [60]", "7:13 One value was expected here."),
    ("minimum: 0", "minimum: 10", "8:12 The scale ends at 10, which is not above its start, 10."),
    ("step: 0.5", "step: 0.3", "8:44 Steps of 0.3 do not lead from 0 to 10."),
    ("step: 0.5", "step: 0", "8:44 Steps of 0 do not lead from 0 to 10."),
    ("10: {en", "11: {en", #"10:7 "11" is not on the scale, which goes from 0 to 10 in steps of 0.5."#),
    ("10: {en", "0.0: {en", #"11:7 "0" stands twice."#),
    ("required: false", "required: perhaps", #"16:15 "perhaps" is neither true nor false."#),
    ("key: data", "key: impact", #"12:5 The criterion "impact" stands twice in the rubric."#),
  ])
  func aFaultOfAValueHasItsPlace(old: String, new: String, sentence: String) throws {
    #expect(try place(Self.whole.replacing(old, with: new)) == sentence)
  }

  @Test func aNearNameIsSuggested() throws {
    #expect(fault("criteria:\n  - wieght: 3")?.hint == #"Did you mean "weight"?"#)
  }

  @Test func textThatLooksLikeAnAliasIsText() throws {
    let text = Self.whole.replacing("Who is helped", with: "R &D, *boldly*" + String(repeating: " *x", count: 12))
    #expect(try read(text).criteria[0].description[.english]?.hasPrefix("R &D, *boldly*") == true)
  }

  /// Each would take for ever, or overflow the stack, were it followed.
  @Test(.timeLimit(.minutes(1))) func noFileIsFollowedForEver() throws {
    var bomb = "a: &a0 [x, x]\n"
    for level in 1...40 { bomb += "b\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(try place(bomb + "? *a40\n: x\n").hasSuffix("Anchors (&) and aliases (*) are not taken in a rubric."))
    #expect(try place(String(repeating: "[", count: 200_000)).contains("The YAML breaks here"))
    #expect(try place(String(repeating: "- ", count: 100_000)).contains("The YAML breaks here"))
    #expect(
      try place(String(repeating: "[", count: 900) + String(repeating: "]", count: 900)).hasPrefix("1:1 This is not"))
    #expect(try place(String(repeating: " ", count: RubricYAML.largest + 1)).hasPrefix("0:0 The file has 262145 bytes"))
    #expect(fault(String(decoding: [0x61], as: UTF8.self) + ": \u{0}") != nil)
    #expect(throws: RubricFileError.self) { try RubricYAML.read([0xFF, 0xFE, 0x00], file: "r.yaml") }
  }
}

func points(_ text: String) throws -> Points { try #require(Points(text)) }
