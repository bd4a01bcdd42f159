import Vocabulary

/// The names that stand in the tags of templates: a name that no template knows would silently say nothing.
enum TemplateTags {
  fileprivate struct Tag {
    let name: String
    let line: Int
    let column: Int
    /// The sign before the name, such as "#"; nil where there is none.
    let sign: Character?
    /// Whether it ends on its line, as every tag does that names something.
    let isFinished: Bool
    /// In bytes from the beginning of the text.
    let place: Int
  }

  /// How much a section holds between its tags, and where it is opened.
  struct Section: Equatable {
    let line: Int
    let column: Int
    var depth = 0
    /// In bytes.
    var size = 0
    /// How often it writes the value itself.
    var repeats = 0
  }

  /// How many sections may stand in each other; the shipped templates need four.
  static let deepest = 16

  /// How many bytes the engine may look at; a thousand braces in a text of a megabyte.
  private static let mostReading = 1 << 30

  /// The names that the shipped templates use.
  private static let known: Set<String> = Set(
    AnnouncementTemplates.files.flatMap { tags(in: $0.text).map(\.name) } + ["."])

  /// - Throws: `TemplateError` for the first tag that is not finished, whose name says nothing or that stands too deep.
  static func check(_ text: String, of file: String) throws(TemplateError) {
    // The engine looks through the rest of the text at each brace.
    let braces = text.utf8.count { $0 == 0x7B }
    guard braces * text.utf8.count <= mostReading else {
      throw TemplateError(file: file, fault: .tooManyBraces(braces))
    }
    var depth = 0
    for tag in tags(in: text) {
      func refusal(_ fault: TemplateError.Fault) -> TemplateError {
        TemplateError(file: file, line: tag.line, column: tag.column, fault: fault)
      }
      guard tag.isFinished else { throw refusal(.unfinished) }
      guard known.contains(tag.name) else {
        throw refusal(.unknownTag(tag.name, nearest: nearest(to: tag.name, among: known.sorted())))
      }
      depth += tag.opens ? 1 : tag.closes ? -1 : 0
      guard depth <= deepest else { throw refusal(.tooDeep(deepest)) }
    }
  }

  /// The sections by the last word of their names: the largest measures of all that have a name, and the deepest place.
  static func sections(in text: String) -> [String: Section] {
    var found: [String: Section] = [:]
    var open: [(name: String, section: Section, start: Int)] = []
    var repeats = 0
    for tag in tags(in: text) {
      if tag.name == "." { repeats += 1 }
      if tag.opens {
        let section = Section(line: tag.line, column: tag.column, depth: open.count, repeats: repeats)
        open.append((tag.lastWord, section, tag.place))
      } else if tag.closes, let (name, opened, start) = open.popLast() {
        let former = found[name]
        var section = former.map { $0.depth > opened.depth ? $0 : opened } ?? opened
        section.size = max(former?.size ?? 0, tag.place - start)
        section.repeats = max(former?.repeats ?? 0, repeats - opened.repeats)
        found[name] = section
      }
    }
    return found
  }

  /// Each tag that names something, with the rank of its name.
  private static func tags(in text: String) -> [Tag] {
    var tags: [Tag] = []
    var start = 0
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = line
      // Counted on from the tag before, because a line may hold the whole file.
      var (column, place, counted) = (1, start, line.startIndex)
      while let opening = rest.firstRange(of: "{{") {
        let signs = rest[opening.upperBound...].prefix { "#^/&{ ".contains($0) }
        rest = rest[signs.endIndex...]
        guard let mark = rest.first, mark != "!", mark != "%" else { continue }
        column += line.distance(from: counted, to: rest.startIndex)
        place += line[counted..<rest.startIndex].utf8.count
        counted = rest.startIndex
        let name = rest.prefix { !"} ".contains($0) }
        rest = rest[name.endIndex...].drop { $0 == " " }
        tags.append(
          Tag(
            name: String(name), line: number + 1, column: column, sign: signs.first { "#^/".contains($0) },
            isFinished: rest.hasPrefix("}}"), place: place))
      }
      start += line.utf8.count + 1
    }
    return tags
  }
}

extension TemplateTags.Tag {
  fileprivate var opens: Bool { sign == "#" || sign == "^" }
  fileprivate var closes: Bool { sign == "/" }
  fileprivate var lastWord: String { String(name.split(separator: ".").last ?? "") }
}
