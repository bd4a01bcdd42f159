public import Postgres
public import Vocabulary

/// Looks through what was written for ranks, scores and winners that must not be read yet.
///
/// A team's name alone is no secret. It is one beside a word for a place, a prize or winning, beside the team's own score,
/// within two lines, or behind its rank. Files that carry the mark of the embargo in their name and in their text may hold
/// both.
public struct LeakScan: Sendable {
  private let names: [LeakNames]

  /// How many lines around a name are read with it.
  private static let reach = 2

  public init(_ embargo: Embargo) { names = embargo.secrets.map(LeakNames.init) }

  /// What a file tells too early, and what of it cannot be read.
  /// - Parameters:
  ///   - file: Its name, with the folders below the one that is looked through.
  ///   - pages: Reads the text of a PDF.
  public func search(
    _ file: String, _ bytes: [UInt8], pages: (_ bytes: [UInt8]) throws -> PDFText
  ) rethrows -> LeakReport {
    let texts = try LeakTexts(of: file, bytes, pages: pages)
    if file.contains(EmbargoMark.word) {
      let isMarked = texts.items.isEmpty || texts.items.contains { $0.text.contains(EmbargoMark.word) }
      let unmarked = Leak(
        file: file, line: nil, what: "the name says \(EmbargoMark.word), but the text does not")
      return LeakReport(leaks: isMarked ? inName(of: file) : [unmarked], unread: [])
    }
    let inNames = ([file] + texts.members).flatMap(inName)
    let inTexts = (texts.items + texts.rests).flatMap { leaks(in: $0.file, $0.text, isMarkup: $0.isMarkup) }
    var told: [Leak] = []
    for leak in inTexts where !told.contains(where: { $0.file == leak.file && $0.what == leak.what }) {
      told.append(leak)
    }
    return LeakReport(leaks: inNames + told, unread: texts.unread)
  }

  /// The first leak of each kind in a file.
  /// - Parameter bytes: UTF-8, or anything else, of which only what reads as a text is seen.
  func leaks(in file: String, _ bytes: [UInt8]) -> [Leak] {
    search(file, bytes) { _ in .noProgram }.leaks
  }

  private func inName(of file: String) -> [Leak] {
    let line = LeakLine(file)
    return names.filter { line.names($0) && tells([line], $0) }
      .map { Leak(file: file, line: nil, what: "the file's name tells of \(quoted($0.name))") }
  }

  private func leaks(in file: String, _ text: String, isMarkup: Bool) -> [Leak] {
    LeakMarkup.readings(of: text, isDocument: isMarkup).flatMap { reading in
      let lines = reading.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { LeakLine($0) }
      let words = lines.reduce(into: [0x20]) { $0 += $1.words.dropFirst() }
      return names.filter { name in name.words.contains { words.place(of: $0) != nil } }.compactMap { name in
        leak(of: name, in: lines).map {
          Leak(file: file, line: $0 + 1, what: "a place, a prize or a score stands beside \(quoted(name.name))")
        }
      }
    }
  }

  /// The first line that tells of a team, counted from 0.
  private func leak(of name: LeakNames, in lines: [LeakLine]) -> Int? {
    let heading = lines.first.flatMap { $0.isTableHeading ? $0 : nil }
    return lines.indices.first { index in
      let line = lines[index]
      let isWrapped = index + 1 < lines.count && !line.names(name) && !lines[index + 1].names(name)
      let isNamed = line.names(name) || (isWrapped && line.joined(lines[index + 1]).names(name))
      guard isNamed else { return false }
      var around = Array(lines[max(0, index - Self.reach)...min(lines.count - 1, index + Self.reach)])
      if let heading, heading.cells == line.cells { around.append(heading) }
      return line.numbers(name) || tells(around, name)
    }
  }

  /// Whether there is, beside the team, what only the result knows.
  private func tells(_ lines: [LeakLine], _ name: LeakNames) -> Bool {
    let joined = lines.dropFirst().reduce(lines[0]) { $0.joined($1) }
    return joined.without(name).tells || name.scores.contains { joined.shows($0) }
  }
}

extension AnnouncementService {
  /// What nobody outside may read now.
  public func embargo(on event: EventID, in snapshot: Snapshot) throws -> Embargo {
    try EmbargoStore().embargo(on: event, in: snapshot)
  }
}
