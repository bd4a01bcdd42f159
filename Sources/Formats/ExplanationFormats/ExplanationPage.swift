public import Vocabulary

/// An explanation as a page to hand to a team: one file without any other request, also for a phone and for print.
public struct ExplanationPage {
  private let rank: ExplainedRank
  private let language: Language

  public init(_ rank: ExplainedRank, in language: Language) {
    self.rank = rank
    self.language = language
  }

  public var text: String {
    let blocks = ExplanationBlocks(rank, in: language)
    let wording = blocks.wording
    let title = wording.title(rank.team, rank: rank.rank)
    var body = ["<p class=\"event\">\(markup(rank.event))</p>", "<h1>\(markup(title))</h1>"]
    if !rank.isPublic { body.append("<p class=\"embargo\">\(markup(wording.embargo))</p>") }
    let parts = blocks.all.map(element)
    body += parts.prefix(2)
    if let chart = ExplanationChart(rank, in: language) { body.append("<figure>\(chart.element)</figure>") }
    body += parts.dropFirst(2)
    body.append(
      "<footer>\(markup(wording.proof(result: rank.result, sha256: rank.sha256, by: rank.verification)))</footer>")
    return """
      <!doctype html>
      <html lang="\(language.code)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(markup(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      \(body.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private func element(_ block: ExplanationBlock) -> String {
    switch block {
    case .lines(let lines): return lines.map { "<p>\(markup($0))</p>" }.joined(separator: "\n")
    case .table(let header, let rows, let numeric):
      let head = header.enumerated().map { cell("th scope=\"col\"", "th", $1, isNumber: numeric.contains($0)) }
      let body = rows.map { row in
        "<tr>"
          + row.enumerated().map { index, text in
            index == 0
              ? cell("th scope=\"row\"", "th", text, isNumber: false)
              : cell("td", "td", text, isNumber: numeric.contains(index))
          }.joined() + "</tr>"
      }
      return "<div class=\"wide\"><table>\n<thead><tr>\(head.joined())</tr></thead>\n<tbody>\n"
        + body.joined(separator: "\n") + "\n</tbody>\n</table></div>"
    }
  }

  private func cell(_ open: String, _ close: String, _ text: String, isNumber: Bool) -> String {
    "<\(open)\(isNumber ? " class=\"number\"" : "")>\(markup(text))</\(close)>"
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: #1b2430; background: #fff; }
    main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
    h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.2; overflow-wrap: anywhere; }
    .event { margin: 0 0 .25rem; color: #52606d; }
    .embargo { padding: .6rem .9rem; border: 2px solid #9a3412; color: #9a3412; font-weight: 600; }
    .wide { overflow-x: auto; margin: 1rem 0; }
    table { border-collapse: collapse; min-width: 60%; font-variant-numeric: tabular-nums; }
    th, td { padding: .35rem .7rem; border-bottom: 1px solid #d5dbe1; text-align: left; }
    th { font-weight: 600; }
    .number { text-align: right; }
    figure { margin: 1.5rem 0; }
    svg { width: 100%; height: auto; }
    footer { margin-top: 2rem; padding-top: .75rem; border-top: 1px solid #d5dbe1; color: #52606d; font-size: .85rem;
      overflow-wrap: anywhere; }
    @media (prefers-color-scheme: dark) {
      body { color: #e6ebf0; background: #10161d; }
      .event, footer { color: #a7b3bf; }
      .embargo { border-color: #fdba74; color: #fdba74; }
      th, td, footer { border-color: #33404d; }
    }
    @media print { main { max-width: none; padding: 0; } table, figure { break-inside: avoid; } }
    """
}
