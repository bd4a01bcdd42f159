import Terminal

/// Lays lines out on a page of a given size.
struct FormPage {
  /// A line that is broken where it is too long.
  struct Line {
    let text: String
    var isFocus = false
    /// What is being typed behind the text.
    var editor: LineEditor?

    init(_ text: String, isFocus: Bool = false, editor: LineEditor? = nil) {
      self.text = text
      self.isFocus = isFocus || editor != nil
      self.editor = editor
    }
  }

  let columns: Int
  let rows: Int

  /// Head and foot always stand; between them, as much around the focus as there is room for.
  func show(head: [String], _ body: [Line], foot: [String]) -> Screen {
    let head = Array(head.flatMap { wrapped($0, columns) }.prefix(3))
    let foot = Array(foot.flatMap { wrapped($0, columns) }.prefix(max(2, rows / 3)))
    var lines: [String] = []
    var focus = 0
    var cursor: (row: Int, column: Int)?
    for line in body {
      if line.isFocus { focus = lines.count }
      if let editor = line.editor { cursor = position(of: editor, behind: line.text, from: lines.count) }
      lines += line.editor.map { wrapped(line.text + $0.text, columns) } ?? indented(line.text)
    }
    let room = max(1, rows - head.count - foot.count - 2)
    let start = max(0, min((cursor?.row ?? focus) - room / 2, lines.count - room))
    let shown = Array(lines.dropFirst(start).prefix(room))
    let padding = Array(repeating: "", count: room - shown.count)
    return Screen(
      lines: head + [""] + shown + padding + [""] + foot,
      cursor: cursor.map { ($0.row - start + head.count + 1, $0.column) })
  }

  /// A text broken into lines that all begin where the first one does.
  private func indented(_ text: String) -> [String] {
    let margin = String(text.prefix { $0 == " " })
    guard margin.count < columns / 2 else { return wrapped(text, columns) }
    return wrapped(String(text.dropFirst(margin.count)), columns - margin.count).map { margin + $0 }
  }

  /// Where the cursor stands: at the end of what is before it, broken in the same way.
  private func position(of editor: LineEditor, behind text: String, from row: Int) -> (row: Int, column: Int) {
    let before = wrapped(text + editor.beforeCursor, columns)
    let column = displayWidth(before.last ?? "")
    return column < columns ? (row + before.count - 1, column) : (row + before.count, 0)
  }
}
