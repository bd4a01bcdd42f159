import AgendaFormats
import ImportFormats
import Vocabulary

/// Tells in which language a talk's texts are and which ones are spoken in it.
final class TalkLanguages {
  private let asked: Language?
  private let known: [Language]
  /// The talks that name a language which is not one of the event's, by that.
  private var others: [String: [Int]] = [:]

  private let tellsTexts: Bool

  /// - Parameters:
  ///   - asked: The language of all texts, where the organiser says it.
  ///   - tellsTexts: Whether the language of a talk's texts is told by what is spoken in it.
  init(_ asked: Language?, of event: [Language], tellsTexts: Bool) {
    self.asked = asked
    self.tellsTexts = tellsTexts
    known = event
  }

  /// That of texts of which nobody says another one.
  var fallback: Language { asked ?? known.first ?? .english }

  func languages(of talk: ConferenceSchedule.Talk) -> (texts: Language, spoken: [Language]) {
    let spoken = self.spoken(talk.spoken, row: talk.number)
    let only = spoken.count == 1 && !talk.isOwn ? spoken[0] : nil
    let said = talk.textLanguage.flatMap { known.contains($0) ? $0 : nil }
    return (asked ?? said ?? only ?? fallback, spoken)
  }

  /// The languages of a cell that this program knows; others are named once, with their rows.
  func spoken(_ text: String, row: Int) -> [Language] {
    let (languages, words) = WrittenLanguages.read(text)
    for word in words + languages.filter({ !known.contains($0) }).map(\.code) { others[word, default: []].append(row) }
    return languages
  }

  /// "language "de" is not one of en, fr: 25 sessions".
  var remarks: [ImportRemark] {
    let codes = known.map(\.code).joined(separator: ", ")
    return others.sorted { ($0.value[0], $0.key) < ($1.value[0], $1.key) }.map { word, rows in
      let count = rows.count == 1 ? "1 session" : "\(rows.count) sessions"
      let ending =
        Language(rawValue: word) == nil
        ? "; texts in it are taken as \(fallback.code)" : "; texts in it are not given out"
      return ImportRemark(
        rows: rows,
        message: "language \(quoted(word)) is not one of \(codes): \(count)" + (tellsTexts ? ending : ""))
    }
  }
}
