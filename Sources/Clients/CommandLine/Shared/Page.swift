import Files
import Terminal

/// What a command answers in words and tables: fitted to the window on a terminal, unchanged everywhere else.
struct Page {
  enum Part {
    /// Lines as they are read from left to right.
    case text(String)
    case table(TextTable)
  }

  /// Parts of one section stand below each other; an empty line stands between sections.
  var sections: [[Part]]

  init(_ sections: [[Part]]) { self.sections = sections }

  init(_ table: TextTable) { sections = [[.table(table)]] }

  init(_ text: String) { sections = [[.text(text)]] }

  /// Lines below each other; without any, nothing is printed.
  init(_ lines: [String]) { sections = lines.isEmpty ? [] : [lines.map { .text($0) }] }

  /// Prints the page, and says once which columns it had no room for.
  func print() {
    if sections.isEmpty { return }
    guard let window = Window(of: .output) else { return Console.print(text) }
    let (text, leftOut) = fitted(to: window)
    if !Pager.show(text, in: window) { Console.print(text) }
    if !leftOut.isEmpty { Console.say(Self.remark(on: leftOut)) }
  }

  /// Everything, with each record of a table on one line.
  private var text: String {
    Self.joined(
      sections.map { section in
        section.map { part in
          switch part {
          case .text(let text): withoutSteering(text)
          case .table(let table): table.text
          }
        }
      })
  }

  private func fitted(to window: Window) -> (text: String, leftOut: [String]) {
    var leftOut: [String] = []
    let sections = self.sections.map { section in
      section.map { part -> String in
        switch part {
        case .text(let text):
          return folded(text, window.columns).map(window.coloured).joined(separator: "\n")
        case .table(let table):
          let fitted = table.fitted(to: window.columns)
          leftOut += fitted.leftOut.filter { !leftOut.contains($0) }
          return fitted.text
        }
      }
    }
    return (Self.joined(sections), leftOut)
  }

  private static func joined(_ sections: [[String]]) -> String {
    sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private static func remark(on columns: [String]) -> String {
    let (names, isOne) = (columns.joined(separator: ", "), columns.count == 1)
    let count = isOne ? "1 column does not fit and is" : "\(columns.count) columns do not fit and are"
    return "\(count) left out: \(names). A wider window or --json shows \(isOne ? "it" : "them")."
  }
}
