import Testing
import Vocabulary

@testable import Announcement

/// Every text that is rendered, walked through for what its language never does (product rules; OQLF, RAE).
@Suite struct RuleTests {
  /// All words of a language: what the templates are given, letters, certificates, posts, findings of the hour.
  private func words(_ language: Language) throws -> [String] {
    let hours = [
      nil, try Sample.hour("2021-06-04T14:00"), try Sample.hour("2021-12-01T09:30", "EST"),
      try Sample.hour("2021-10-01T01:00", "PDT"),
    ]
    var words: [String] = []
    for facts in [try Sample.facts(), try Sample.richFacts()] {
      for hour in hours {
        let publication = Publication(isApproved: true, hour: hour, isPublic: false)
        let source = try Sample.source(facts, language, publication)
        words += strings(in: source.text) + strings(in: RevealDeck(source)) + strings(in: ShareCard(source.text))
        words += SocialPost.all(of: source.text).map(\.text)
        words += try source.files(as: .text).map(\.text) + [source.wording.reveal.instructions]
        words += try letters(source) + certificates(source)
      }
    }
    return words.flatMap { $0.split(separator: "\n").map(String.init) }.filter { !$0.contains("https://") }
  }

  private func letters(_ source: AnnouncementSource) throws -> [String] {
    try ["buyer-resist", "cdl-team", "other"].map {
      try LetterWriter(source).letter(
        to: LetterRecipient(team: $0, name: "Isobar", addresses: "", spoken: []), feedback: Sample.feedback
      ).text
    }.map { $0.replacing("Subject: ", with: "") }
  }

  private func certificates(_ source: AnnouncementSource) -> [String] {
    [nil, "Élise"].flatMap { person in
      [nil, source.facts.rankedTeams[0]].flatMap { rank in
        strings(
          in: source.wording.certificate(
            CertificateSubject(
              event: "E", year: 2021, days: source.facts.event.startsOn...source.facts.event.endsOn, team: "Iris",
              person: person, rank: rank?.rank, isShared: rank?.isShared ?? false)))
      }
    }
  }

  /// All strings within a value.
  private func strings(in value: Any) -> [String] {
    if let text = value as? String { return [text] }
    return Mirror(reflecting: value).children.flatMap { strings(in: $0.value) }
  }

  private func expectNone(_ pattern: Regex<Substring>, in words: [String], _ rule: Comment) {
    for line in words {
      if let match = line.firstMatch(of: pattern) { Issue.record("\(rule): \"\(match.0)\" in \"\(line)\"") }
    }
  }

  @Test func frenchIsWrittenByItsRules() throws {
    let words = try words(.french)
    #expect(words.count > 500)
    expectNone(/['"]/, in: words, "straight apostrophes and quotation marks")
    expectNone(/[ ][:;!?%$»)]/, in: words, "a space that may break before a mark")
    expectNone(/\u{A0}[;!?]/, in: words, "any space before ; ! ?")
    expectNone(/[^\u{A0}]:/, in: words, "a colon without its space")
    expectNone(/«[^\u{A0}]/, in: words, "an opening guillemet without its space")
    expectNone(/[^\u{A0}]»/, in: words, "a closing guillemet without its space")
    expectNone(/\d h/, in: words, "an hour that may break")
    expectNone(/\d \d/, in: words, "a number that may break")
    expectNone(/\d(?:ère|ere|ème|eme|ième|er(?![ \u{A0}]))/, in: words, "ordinals")
    expectNone(/\b(?:[02-9]|\d\d+)re\b|\b1e\b/, in: words, "ordinals of the wrong number")
    expectNone(
      /(?i)\b(?:le|la|de|que|ne|je|se|ce|jusque|lorsque) (?:[aeiouyàâéèêëîïôûœ]|hiver)/, in: words, "a missing elision")
    expectNone(/\b(?:à|de) les?\b/, in: words, "a missing contraction")
    expectNone(
      /(?:Janvier|Février|Mars|Avril|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre|Vendredi)\b/, in: words,
      "capitals of days and months")
    expectNone(/participants\b|gagnants\b|lauréats\b/, in: words, "wording that is not neutral")
  }

  @Test func spanishIsWrittenByItsRules() throws {
    let words = try words(.spanish)
    #expect(words.count > 500)
    expectNone(/['"’]/, in: words, "apostrophes and straight quotation marks")
    expectNone(/[ \u{A0}][:;!?»)]/, in: words, "a space before a mark")
    expectNone(/«[ \u{A0}]/, in: words, "a space within guillemets")
    expectNone(/\d(?:er|ro|ra|do|º|ª)\b/, in: words, "an ordinal without its point")
    expectNone(/^[^¡]*!/, in: words, "an exclamation that was not opened")
    expectNone(/^[^¿]*\?/, in: words, "a question that was not opened")
    expectNone(/\d,\d/, in: words, "a comma between digits")
    expectNone(/\b\d \d{3}\b/, in: words, "four digits in two groups")
    expectNone(/\by (?:[iIíÍ](?![aeouáéóú])|[hH]i(?![aeou]))/, in: words, "y before an i")
    expectNone(/\b(?:de|a) el\b/, in: words, "a missing contraction")
    expectNone(
      /(?:Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Octubre|Noviembre|Diciembre|Viernes)\b/,
      in: words, "capitals of days and months")

  }

  @Test func englishIsWrittenByItsRules() throws {
    let words = try words(.english)
    #expect(words.count > 500)
    expectNone(/['"]/, in: words, "straight apostrophes and quotation marks")
    expectNone(/[ \u{A0}][:;!?%]/, in: words, "a space before a mark")
    expectNone(/(?:[023456789]1|^1)(?:nd|rd|th)|1[123](?:st|nd|rd)/, in: words, "ordinals")
    expectNone(/\d ?(?:am|pm|AM|PM|A\.M\.|P\.M\.)\b/, in: words, "halves of the day")
    expectNone(/(?i)organis/, in: words, "-ise")
    expectNone(/\d (?:p|a)\.m\./, in: words, "an hour that may break")
  }

  @Test(arguments: Language.allCases) func namesThatRunTheOtherWayAreIsolatedInEveryText(_ language: Language) throws {
    var facts = try Sample.richFacts()
    facts.rankedTeams[0].team.name = "שלום"
    let text = try Sample.source(facts, language).text
    for line in strings(in: text) where line.contains("שלום") { #expect(line.contains("\u{2068}שלום\u{2069}")) }
  }
}
