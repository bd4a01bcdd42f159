import ExplanationFormats
import Foundation
import Testing
import Vocabulary

/// What a team reads about its rank: in its language, recomputable, and nothing of other people.
@Suite struct ExplanationTests {
  private let forTeam = Sample.rank.forTeam(announced: ["Cedar"])

  /// DATAJAM_REWRITE_GOLDEN=1 writes the files anew.
  @Test(arguments: Language.allCases) func `text and page are the committed ones`(_ language: Language) throws {
    let forms = [
      ("explanation.\(language.code).txt", ExplanationText(forTeam, in: language).text),
      ("explanation.\(language.code).html", ExplanationPage(forTeam, in: language).text),
    ]
    for (name, text) in forms {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
      if ProcessInfo.processInfo.environment["DATAJAM_REWRITE_GOLDEN"] == "1" { try Data(text.utf8).write(to: file) }
      #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }
  }

  @Test(arguments: Language.allCases) func `no judge and no other team is named to a team`(_ language: Language) throws
  {
    let chart = try #require(ExplanationChart(forTeam, in: language)).text
    for text in [ExplanationText(forTeam, in: language).text, ExplanationPage(forTeam, in: language).text, chart] {
      #expect(!text.contains("J-0") && !text.contains("Dune"))
    }
    #expect(ExplanationText(forTeam, in: language).text.contains("Cedar"))
    #expect(!ExplanationText(Sample.rank.forTeam(announced: []), in: language).text.contains("Cedar"))
  }

  @Test func `the order of the sheets does not follow the judges`() {
    #expect(Sample.rank.forTeam(announced: []).sheets.map(\.total) == [7.6, 7.2])
  }

  @Test(arguments: Language.allCases) func `before the announcement every form bears the mark`(_ language: Language)
    throws
  {
    var announced = forTeam
    announced.isPublic = true
    func forms(_ rank: ExplainedRank) throws -> [String] {
      [
        ExplanationText(rank, in: language).text, ExplanationPage(rank, in: language).text,
        try #require(ExplanationChart(rank, in: language)).text,
      ]
    }
    #expect(try forms(forTeam).allSatisfy { $0.contains("EMBARGOED") })
    #expect(try forms(announced).allSatisfy { !$0.contains("EMBARGOED") })
  }

  @Test(arguments: Language.allCases) func `names do no harm in a page`(_ language: Language) {
    let page = ExplanationPage(forTeam, in: language).text
    #expect(page.contains("Team &lt;D&gt;") && !page.contains("<D>"))
    // Nothing is fetched from elsewhere.
    #expect(!page.contains("src=") && !page.contains("href=") && !page.contains("url("))
  }

  @Test func `a mean is written so that a calculator gives it`() {
    var rank = forTeam
    (rank.latent, rank.isMean, rank.method, rank.score) = (nil, true, "raw", 7.4)
    #expect(ExplanationText(rank, in: .english).text.contains("(7.60 + 7.20) / 2 = 7.40."))
    #expect(ExplanationText(rank, in: .french).text.contains("(7,60 + 7,20) / 2 = 7,40."))
    #expect(ExplanationChart(rank, in: .english) == nil)
  }

  @Test func `unequal ranges are said with the range of each criterion`() {
    var rank = forTeam
    rank.countsShares = true
    let text = ExplanationText(rank, in: .english).text
    #expect(text.contains("Idea (0-10) 40 %") && text.contains("A share goes from 0 to 100"))
  }

  @Test func `French has no space that a line may break before its marks`() {
    let text = ExplanationText(forTeam, in: .french).text
    #expect(text.contains { $0 == "\u{A0}" })
    for mark in [" :", " ;", "« ", " »"] { #expect(!text.contains(mark), "\(mark)") }
  }
}
