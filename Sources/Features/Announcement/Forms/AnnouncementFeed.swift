import Digests
import Vocabulary

/// The announcement and its corrections as an Atom feed (RFC 4287).
struct AnnouncementFeed {
  struct Correction {
    let identifier: String
    let label: String
    let words: String
    let updated: String
  }

  let languageTag: String
  let identifier: String
  let entryIdentifier: String
  let author: String
  let published: String
  let updated: String
  let text: AnnouncementText
  let corrections: [Correction]

  init(_ source: AnnouncementSource) {
    let (facts, text) = (source.facts, source.text)
    let name = "\(facts.event.key)/\(source.language.code)"
    // Without an hour the day begins by UTC: an entry needs an instant. Midnight stands for a day without a known hour.
    let day = facts.event.announcedOn ?? facts.event.endsOn
    let hour = source.publication?.hour.flatMap { $0.local.minuteOfDay == 0 ? nil : $0 }
    let published = hour.map(\.instant.description) ?? "\(day)T00:00:00Z"
    languageTag = text.languageTag
    identifier = Self.identifier(name)
    entryIdentifier = Self.identifier(name + "/announcement")
    author = text.event
    self.published = published
    corrections = zip(facts.corrections, text.corrections).map { correction, line in
      Correction(
        identifier: Self.identifier(name + "/correction/\(correction.number)"), label: Self.withoutColon(line.label),
        words: line.words,
        updated: "\(correction.notedOn)T00:00:00Z")
    }.reversed()
    updated = max(published, corrections.map(\.updated).max() ?? published)
    self.text = text
  }

  /// A label as a title.
  private static func withoutColon(_ label: String) -> String {
    String(label.reversed().drop { $0 == ":" || $0.isWhitespace }.reversed())
  }

  /// The same for the same thing for ever: a UUID of version 8 (RFC 9562) from a hash of its name.
  private static func identifier(_ name: String) -> String {
    var bytes = Array(SHA256Digest(of: "datajam/" + name).bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "urn:uuid:" + groups.joined(separator: "-")
  }
}
