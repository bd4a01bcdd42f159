import Vocabulary

/// The names that stand in the tags of templates: a name that no template knows would silently say nothing.
enum TemplateTags {
  private struct Tag {
    let name: String
    let line: Int
    let column: Int
    /// Whether it ends on its line, as every tag does that names something.
    let isFinished: Bool
  }

  /// The names that the shipped templates use.
  private static let known: Set<String> = Set(
    AnnouncementTemplates.files.flatMap { tags(in: $0.text).map(\.name) } + ["."])

  /// - Throws: `TemplateError` for the first tag that is not finished or whose name says nothing.
  static func check(_ text: String, of file: String) throws(TemplateError) {
    for tag in tags(in: text) where !tag.isFinished || !known.contains(tag.name) {
      guard tag.isFinished else {
        throw TemplateError(file: file, line: tag.line, column: tag.column, fault: .unfinished)
      }
      throw TemplateError(
        file: file, line: tag.line, column: tag.column,
        fault: .unknownTag(tag.name, nearest: nearest(to: tag.name, among: known.sorted())))
    }
  }

  /// Each tag that names something, with the rank of its name.
  private static func tags(in text: String) -> [Tag] {
    var tags: [Tag] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = line
      while let opening = rest.firstRange(of: "{{") {
        rest = rest[opening.upperBound...].drop { "#^/&{ ".contains($0) }
        guard let mark = rest.first, mark != "!", mark != "%" else { continue }
        let name = rest.prefix { !"} ".contains($0) }
        let column = line.distance(from: line.startIndex, to: rest.startIndex) + 1
        rest = rest[name.endIndex...].drop { $0 == " " }
        tags.append(
          Tag(name: String(name), line: number + 1, column: column, isFinished: rest.hasPrefix("}}")))
      }
    }
    return tags
  }
}
