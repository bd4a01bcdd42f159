import Vocabulary

extension AnnouncementFacts {
  /// Where a text on a team names one of its members who did not agree to that. The finding names nobody either.
  func namesWithoutConsent(in language: Language) -> [Finding] {
    let code = language.code
    return withheld.flatMap { person -> [Finding] in
      guard let team = teams.first(where: { $0.key == person.team }) else { return [] }
      let texts: [(String, String?, NextStep)] = [
        ("the sentence on", team.about[language], "team set \(team.key) --about-\(code) TEXT"),
        ("the project summary of", team.summary[language], "submission set \(team.key) --summary-\(code) TEXT"),
        (
          "the project title of", team.projectTitle[language], "submission set \(team.key) --title-\(code) TEXT"
        ),
      ]
      return texts.compactMap { what, text, step in
        guard let level = level(of: person, in: text ?? "") else { return nil }
        return Finding(
          level, in: language,
          "\(what) \(quoted(team.name)) names participant \(quoted(person.participant)), who did not agree to be named",
          step)
      }
    }
  }

  /// A name of several words can only be meant so; one word may be an ordinary one.
  private func level(of person: WithheldName, in text: String) -> Finding.Level? {
    let words = Self.words(text)
    let found = person.names.map(Self.words).filter { !$0.isEmpty && words.containsRun($0) }
    guard let longest = found.map(\.count).max() else { return nil }
    return longest > 1 ? .problem : .warning
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

extension AnnouncementFacts {
  /// What has still to be done before the result may be public.
  func stepsAhead(_ publication: Publication?) -> [Finding] {
    guard let publication, !publication.isPublic else { return [] }
    var steps: [Finding] = []
    if prizes.contains(where: { !$0.isAwarded }) {
      steps.append(
        Finding(
          .warning, "the prizes are promised to the ranks and not awarded yet", "prize award"))
    }
    if !publication.isApproved {
      steps.append(
        Finding(.warning, "the result is not approved by two organisers yet", "result approve"))
    }
    return steps
  }
}

extension [String] {
  /// Whether these words stand in it one behind the other.
  fileprivate func containsRun(_ words: [String]) -> Bool {
    guard words.count <= count else { return false }
    return (0...(count - words.count)).contains { Array(self[$0..<($0 + words.count)]) == words }
  }
}
