import CanonicalJSON
import Vocabulary

/// All that the texts of one language are made of.
struct AnnouncementSource {
  let facts: AnnouncementFacts
  let language: Language
  let wording: any Wording
  let publication: Publication?
  let templates: AnnouncementTemplates

  /// The line of the embargo; nil from the hour on. In every language, it has the mark by which
  /// programs know it.
  var embargo: String? {
    guard !isPublic else { return nil }
    let words = wording.embargo(until: publication?.hour)
    return words.hasPrefix(EmbargoMark.word) ? words : "\(words) · \(EmbargoMark.word)"
  }

  var isPublic: Bool { publication?.isPublic == true }

  var text: AnnouncementText { AnnouncementText(facts, in: language, worded: wording, embargo: embargo) }

  /// The mark, and from when it is off.
  private var mark: [String] {
    guard let hour = publication?.hour else { return [EmbargoMark.word] }
    let time = hour.local.description.map { $0 == ":" ? "." : String($0) }.joined()
    return [EmbargoMark.word, "UNTIL", time, hour.zoneWord]
  }

  /// A file's name, behind what keeps it from being published by mistake.
  func fileName(_ name: String) -> String { isPublic ? name : mark.joined(separator: "-") + "." + name }

  /// The files of one form; social posts are several.
  /// - Throws: `TemplateError` when a layout does not show the embargo.
  func files(as form: AnnouncementForm) throws(TemplateError) -> [AnnouncementFile] {
    let code = language.code
    func file(_ name: String, _ text: String) -> [AnnouncementFile] {
      [AnnouncementFile(form: form, name: fileName(name), text: text)]
    }
    switch form {
    case .markdown: return file("announcement.\(code).md", try rendered(.markdown, text))
    case .html: return file("announcement.\(code).html", try rendered(.page, text))
    case .text: return file("announcement.\(code).txt", try rendered(.text, text))
    case .json: return file("announcement.\(code).json", json.pretty + "\n")
    case .social:
      return SocialPost.all(of: text).flatMap { file("social-\($0.network).\(code).txt", $0.text + "\n") }
    case .deck: return file("deck.\(code).html", try rendered(.deck, RevealDeck(self)))
    case .card:
      let card = ShareCard(text)
      return file("card.\(code).svg", try templates.render(.card, card, embargo: card.embargo))
    case .atom: return file("announcement.\(code).atom", try rendered(.feed, AnnouncementFeed(self)))
    case .jsonld: return file("announcement.\(code).jsonld", structuredData.pretty + "\n")
    case .awards:
      // It names nobody before the hour, and is for the public until then too.
      return [AnnouncementFile(form: form, name: "awards.\(code).json", text: contestAwards.pretty + "\n")]
    }
  }

  /// A text of a layout that shows the embargo while it runs.
  func rendered(_ name: AnnouncementTemplates.Name, _ values: Any) throws(TemplateError) -> String {
    try templates.render(name, values, embargo: embargo)
  }

  /// The facts, and beside them, outside the hash, until when they are embargoed.
  private var json: JSON {
    guard !isPublic else { return facts.json }
    let until = publication?.hour.map { $0.local.withOffset(at: $0.instant) }
    return .object((facts.json.members ?? []) + [JSON.Member("embargo", ["words": embargo.json, "until": until.json])])
  }
}
