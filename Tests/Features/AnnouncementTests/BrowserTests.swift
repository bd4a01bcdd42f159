import Foundation
import Testing
import Vocabulary

@testable import Announcement

/// Pages as a browser shows them, checked by axe-core against WCAG 2.2 AA. Where no Chromium is installed, or DATAJAM_AXE
/// does not name axe.min.js, this is passed over.
@Suite(
  .enabled("Needs chromium and DATAJAM_AXE=…/axe.min.js") { Browser.program != nil && Browser.axe != nil }, .serialized)
struct BrowserTests {
  @Test(arguments: Language.allCases) func pagesPassAxe(_ language: Language) async throws {
    let source = try Sample.source(try Sample.richFacts(), language, nil)
    let holder = CertificateHolder(
      team: TeamID(1), teamKey: "x", teamName: "X", participant: nil, participantKey: nil, person: "Chloé", spoken: [])
    let certificate = try CertificateWriter(source).certificate(
      for: holder, source.facts.rankedTeams[0], code: CertificateCode(of: "x", by: [1]))
    var pages =
      try [AnnouncementForm.html, .deck].flatMap { try source.files(as: $0).map(\.text) } + [certificate.text]
    // The deck without its script, where every page stands below the one before it.
    pages += pages.compactMap { page in
      page.firstRange(of: "<script>").map { String(page[..<$0.lowerBound]) + "</body></html>" }
    }
    #expect(pages.count == 4)
    for page in pages {
      for width in [1280, 320] { #expect(try Browser.violations(of: page, width: width) == []) }
    }
  }

  @Test func aPageThatBreaksTheRulesIsFound() throws {
    let page =
      "<html><body><h1>A</h1><h3>B</h3><p style='color:#eee'>pale words</p><div style='width:2000px'>d</div></body></html>"
    let found = try Browser.violations(of: page, width: 800)
    let rules = Set(found.map { String($0.prefix { $0 != ":" }) })
    #expect(rules.isSuperset(of: ["html-has-lang", "color-contrast", "heading-order", "reflow"]), "\(rules.sorted())")
  }

  @Test func theScriptOfTheDeckShowsOnePageAfterAnother() throws {
    let source = try Sample.source(try Sample.richFacts(), .english)
    let deck = try source.files(as: .deck)[0].text
    // Presses the right arrow as often as there are places below the first, then reads what stands there.
    let shown = try Browser.run(
      deck,
      """
      for (let n = 0; n < 4; n++) { document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" })); }
      const seen = pages.filter((page) => !page.hidden).map((page) => page.querySelector("h2").textContent);
      document.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }));
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft" }));
      document.dispatchEvent(new KeyboardEvent("keydown", { key: " " }));
      const last = pages.filter((page) => !page.hidden).map((page) => page.querySelector("h2").textContent);
      report(seen.concat(last, [String(status.textContent.includes("Buyer Resist"))]));
      """)
    #expect(shown == ["3rd place", "1st place (tied)", "true"])
  }
}

/// A browser without a window, asked about one page.
enum Browser {
  static let axe = ProcessInfo.processInfo.environment["DATAJAM_AXE"].flatMap { path in
    FileManager.default.isReadableFile(atPath: path) ? path : nil
  }

  static let program = ["chromium", "chromium-browser", "google-chrome"].lazy.flatMap { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
  }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The rules of WCAG up to 2.2 AA that a page breaks, and whether it has to be scrolled sideways.
  static func violations(of page: String, width: Int) throws -> [String] {
    let rules = try String(contentsOfFile: axe ?? "", encoding: .utf8)
    return try run(
      page,
      """
      \(rules)
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      axe.run(document, { runOnly: tags }).then((result) => {
        const found = result.violations.map((rule) => rule.id + ": " + rule.nodes.map((node) => node.html).join(" "));
        if (document.documentElement.scrollWidth > window.innerWidth) { found.push("reflow"); }
        report(found);
      });
      """, width: width)
  }

  /// Runs a script in a page and returns what it reports.
  static func run(_ page: String, _ script: String, width: Int = 1280) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "datajam-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    let reporting = """
      <script>
      function report(found) {
        const answer = document.createElement("pre");
        answer.id = "answer";
        answer.textContent = "[[" + encodeURIComponent(JSON.stringify(found)) + "]]";
        document.body.append(answer);
      }
      </script>
      <script>\(script)</script>
      </body>
      """
    try page.replacing("</body>", with: reporting).write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: try #require(program))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
      "--window-size=\(width),900", "--virtual-time-budget=10000", "--dump-dom", file.absoluteString,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let answer = try #require(text.firstMatch(of: /id="answer">\[\[(.*?)\]\]/), "the page reported nothing").1
    let decoded = try #require(String(answer).removingPercentEncoding)
    return try JSONDecoder().decode([String].self, from: Data(decoded.utf8))
  }
}
