import Vocabulary

/// The text in lines that are no wider than given where its words allow it: no word is broken, and a folded line goes on
/// below the beginning of its text.
/// - Parameter columns: 1 or more.
public func folded(_ text: String, _ columns: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { foldedLine(onOneLine(String($0)), columns) }
}

private func foldedLine(_ line: String, _ columns: Int) -> [String] {
  guard displayWidth(line) > columns else { return [line] }
  let hanging = String(repeating: " ", count: min(beginning(of: line), columns / 2))
  var (lines, width) = ([String](), 0)
  for word in wholeWords(of: line) {
    let length = displayWidth(word)
    if let last = lines.last, width + 1 + length <= columns || last.allSatisfy({ $0 == " " }) {
      lines[lines.count - 1] += " " + word
      width += 1 + length
    } else {
      lines.append(lines.isEmpty ? word : hanging + word)
      width = lines.count == 1 ? length : hanging.count + length
    }
  }
  return lines
}

/// Where the text of a line begins: behind its indentation, and behind a word in a column of its own, such as "warn  ".
private func beginning(of line: String) -> Int {
  line.prefixMatch(of: /\s*(\S+\s{2,})?/).map { displayWidth(String($0.output.0)) } ?? 0
}

/// A command that begins a line or follows a colon counts as one word, so that it can be copied whole.
private func wholeWords(of line: String) -> [String] {
  var (words, isInCommand) = ([String](), false)
  for word in line.split(separator: " ", omittingEmptySubsequences: false) {
    let before = words.last { !$0.isEmpty }
    // A sign stays with its number.
    if isInCommand || word.hasPrefix("%") && !words.isEmpty {
      words[words.count - 1] += " " + word
    } else {
      words.append(String(word))
      isInCommand = word == "datajam" && before?.hasSuffix(":") != false
    }
    if let end = word.last, ".,;:)".contains(end) { isInCommand = false }
  }
  return words
}
