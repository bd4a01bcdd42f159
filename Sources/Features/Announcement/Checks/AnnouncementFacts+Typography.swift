import Vocabulary

extension AnnouncementFacts {
  /// Own texts with straight apostrophes or quotation marks, which stand beside typographic ones in what is rendered.
  ///
  /// They are named and not replaced: which mark belongs there depends on the sentence, and facts are printed as they are.
  func straightMarks(in language: Language) -> [Finding] {
    let code = language.code
    var texts: [(text: LocalizedText, what: String, step: NextStep)] = [
      (event.name, "the event's name", "event set --name-\(code) TEXT"),
      (event.purpose, "the event's purpose", "event set --purpose-\(code) TEXT"),
      (event.notice, "the notice", "event set --notice-\(code) TEXT"),
    ]
    for team in teams {
      let (name, key) = (quoted(team.name), team.key)
      texts.append((team.about, "the sentence on \(name)", "team set \(key) --about-\(code) TEXT"))
      texts.append(
        (team.summary, "the project summary of \(name)", "submission set \(key) --summary-\(code) TEXT"))
    }
    for prize in prizes {
      texts.append(
        (prize.label, "the text of prize \(quoted(prize.key))", "prize set \(prize.key) --label-\(code) TEXT"))
    }
    for correction in corrections {
      texts.append(
        (
          correction.text, "correction \(correction.number)",
          "announcement correct --number \(correction.number) --text-\(code) TEXT"
        ))
    }
    return texts.compactMap { text, what, step in
      guard let words = text[language] else { return nil }
      let marks = [
        words.contains("'") ? "a straight apostrophe, where \(Self.apostrophe) is usual" : nil,
        words.contains("\"") ? "straight quotation marks, where \(Self.quotation(language)) are usual" : nil,
      ].compactMap(\.self)
      guard !marks.isEmpty else { return nil }
      return Finding(.warning, in: language, "\(what) has \(marks.joined(separator: " and "))", step)
    }
  }

  private static let apostrophe = "’"

  private static func quotation(_ language: Language) -> String {
    switch language {
    case .english: "“ ”"
    case .french, .spanish: "« »"
    }
  }
}
