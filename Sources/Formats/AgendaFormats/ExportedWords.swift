import Vocabulary

/// Reads back the words that exports write in a language.
enum ExportedWords {
  private static let wordings = Language.allCases.map(AgendaWordings.wording)

  /// The languages of a line such as "French and English" below a title; nil where it says something else.
  static func languages(below line: String?) -> String? {
    guard let line, !line.isEmpty else { return nil }
    let words = line.lowercased().split { !$0.isLetter }.map(String.init)
    let known = Set(wordings.flatMap { wording in Language.allCases.map { wording.spoken([$0.code]).lowercased() } })
    let codes = Set(Language.allCases.map(\.code))
    let joining: Set = ["and", "et", "y", "e"]
    return words.allSatisfy { known.contains($0) || codes.contains($0) || joining.contains($0) } ? line : nil
  }

  static func isRegistration(_ label: String) -> Bool {
    wordings.contains { $0.label(.registration) == label }
  }

  /// Whether a room is the one in which exports place sessions that have none.
  static func isVirtualRoom(_ name: String) -> Bool {
    wordings.contains { wording in
      guard name.hasPrefix(wording.online) else { return false }
      let rest = name.dropFirst(wording.online.count)
      return rest.isEmpty || rest.hasPrefix(" ") && Int(rest.dropFirst()).map { $0 > 1 } == true
    }
  }

  /// Whether a title is the one that exports give to a session without one.
  static func isMade(_ title: String, kind: PublishedSession.Kind, key: String, names: [String]) -> Bool {
    wordings.contains { wording in
      title == (names.isEmpty ? "\(wording.kind(kind)) \(key)" : wording.untitled(kind, with: names))
    }
  }

  /// What a calendar's description holds: the objective, the languages and the speakers, each below its label.
  static func parts(ofDescription text: String) -> (objective: String, languages: String, speakers: [String]) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var (speakers, languages): ([String], String) = ([], "")
    let listed = lines.reversed().prefix { $0.hasPrefix("- ") }.count
    let label = lines.count - listed - 1
    if listed > 0, label >= 0, wordings.contains(where: { $0.label(.speakers) == lines[label] }) {
      speakers = lines.suffix(listed).map { String($0.dropFirst(2)) }
      lines.removeSubrange(label...)
    }
    if let last = lines.last, let wording = wordings.first(where: { last.hasPrefix($0.label(.languages) + " ") }) {
      let words = String(last.dropFirst(wording.label(.languages).count + 1))
      if Self.languages(below: words) != nil {
        languages = words
        lines.removeLast()
      }
    }
    return (lines.joined(separator: "\n"), languages, speakers)
  }
}

extension PublishedSession {
  /// Whether a title is the one that exports give to a session without one.
  public static func isMade(title: String, kind: Kind, key: String, names: [String]) -> Bool {
    ExportedWords.isMade(title, kind: kind, key: key, names: names)
  }
}

extension PublishedSession.Kind {
  /// The kind of a word such as "talk", "Conférence" or "Social event"; nil for another one.
  public init?(word: String) {
    let word = FoldedName(word.trimmed)
    let known = Self.allCases.first { kind in
      FoldedName(kind.rawValue) == word
        || Language.allCases.contains { FoldedName(AgendaWordings.wording(of: $0).kind(kind)) == word }
    }
    guard let known else { return nil }
    self = known
  }
}

extension ConferenceSchedule.Talk {
  /// Takes off what exports put where a session has no room and no title.
  mutating func withoutMadeWords(key: String) {
    isOwn = true
    if let name = room, ExportedWords.isVirtualRoom(name) { room = nil }
    let names = (persons ?? []).compactMap(\.name)
    if ExportedWords.isMade(title, kind: kind ?? .other, key: key, names: names) { title = "" }
  }
}
