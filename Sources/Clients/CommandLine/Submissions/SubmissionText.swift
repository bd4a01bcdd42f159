import CanonicalJSON
import Submissions
import Vocabulary

extension SubmissionDetails {
  var table: TextTable {
    let texts = [("title", submission.title), ("summary", submission.summary)].flatMap { field, text in
      text.languages.map { ("\(field) (\($0.code))", text[$0]) }
    }
    let rows: [(String, String?)] =
      texts + [("url", submission.url), ("video", submission.videoURL)] + submission.links.map { ("link", $0) }
      + [
        ("built with", submission.builtWith),
        ("opted for", submission.optedFor.isEmpty ? nil : submission.optedFor.joined(separator: ", ")),
        ("tracks", submission.tracks.isEmpty ? nil : submission.tracks.joined(separator: ", ")),
      ] + submission.files.map { ("file", $0.words) }
      + [
        ("state", state.rawValue), ("versions", String(versions)),
        ("judged", judged.map { "version \($0)" } ?? "nothing"),
        ("last received", receivedLocally?.description),
        ("draft", hasChanges && versions > 0 ? "changed since it was submitted" : nil),
      ]
    return TextTable(
      header: ["team", submission.team], rows: rows.compactMap { field, text in text.map { [field, $0] } })
  }

  var json: JSON {
    [
      "team": .string(submission.team), "title": submission.title.json, "summary": submission.summary.json,
      "url": submission.url.json, "video_url": submission.videoURL.json,
      "links": .array(submission.links.map { .string($0) }), "built_with": submission.builtWith.json,
      "opted_for": .array(submission.optedFor.map { .string($0) }),
      "tracks": .array(submission.tracks.map { .string($0) }), "files": .array(submission.files.map(\.json)),
      "state": .string(state.word), "versions": .integer(versions),
      "judged_version": judged.map { .integer($0) } ?? .null,
      "received_at": receivedTime.json, "draft_has_changes": .bool(hasChanges),
    ]
  }

  private var receivedTime: String? {
    guard let receivedAt, let receivedLocally else { return nil }
    return receivedLocally.withOffset(at: receivedAt)
  }
}

extension SubmittedFile {
  /// "slides.pdf, 1024 bytes, sha256 9f…, https://…".
  fileprivate var words: String {
    "\(name), \(size) bytes, sha256 \(digest)" + (url.map { ", \($0)" } ?? "")
  }
}

extension SubmissionVersion {
  /// "in time", "2 minutes late", "2 minutes late, accepted: the server was down".
  var standing: String {
    guard let secondsLate else { return "in time" }
    return "\(spoken(seconds: secondsLate)) late" + (acceptedBecause.map { ", accepted: \($0)" } ?? "")
  }

  func table(of team: String) -> TextTable {
    let fields = Self.fields.flatMap { field in contents[field].map { Self.rows(field, $0) } ?? [] }
    return TextTable(
      header: ["team", team],
      rows: [
        ["version", "\(number)\(isJudged ? " (judged)" : "")"], ["received", "\(receivedLocally), \(standing)"],
        ["submitted by", submittedBy.rawValue], ["entered by", enteredBy ?? "unknown"],
      ] + fields)
  }

  var json: JSON {
    [
      "version": .integer(number), "received_at": .string(receivedLocally.withOffset(at: receivedAt)),
      "submitted_by": .string(submittedBy.rawValue), "entered_by": enteredBy.json,
      "seconds_late": secondsLate.map { .integer($0) } ?? .null, "accepted_because": acceptedBecause.json,
      "judged": .bool(isJudged), "contents": contents,
    ]
  }

  /// In the order in which people read them.
  private static let fields = [
    "title", "summary", "url", "video_url", "links", "built_with", "opted_for", "tracks", "files",
  ]

  /// A field of what was submitted, a line for each language, link or file.
  private static func rows(_ field: String, _ value: JSON) -> [[String]] {
    if let members = value.members { return members.map { ["\(field) (\($0.key))", $0.value.text ?? ""] } }
    if let elements = value.elements {
      return elements.map { [field, $0.text ?? SubmittedFile(json: $0)?.words ?? $0.canonical] }
    }
    return [[field, value.text ?? value.canonical]]
  }
}
