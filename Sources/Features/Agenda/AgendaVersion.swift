public import AgendaFormats
public import CanonicalJSON
public import Vocabulary

/// What was published of an agenda at one time.
public struct AgendaVersion: Equatable, Sendable {
  /// Counted from 1.
  public let number: Int
  public let publishedAt: Timestamp
  /// A note by the organiser who published it.
  public let note: String?
  public let sessions: [PublishedSession]
  /// How it differs from the version before.
  public let changes: [AgendaChange]
}

/// What became of one session from a version to the next.
public struct AgendaChange: Equatable, Sendable {
  public enum Kind: String, Sendable {
    case added, changed, cancelled, removed, restored
  }

  /// The session's key.
  public let session: String
  public let kind: Kind
  /// The names of what differs, for one that changed.
  public let fields: [String]

  public init(session: String, kind: Kind, fields: [String]) {
    self.session = session
    self.kind = kind
    self.fields = fields
  }

  public var json: JSON {
    [
      "session": .string(session), "change": .string(kind.rawValue), "fields": .array(fields.map(JSON.string)),
    ]
  }
}

extension AgendaChange {
  init?(json: JSON) {
    guard let session = json["session"]?.text, let kind = json["change"]?.text.flatMap(Kind.init(rawValue:)) else {
      return nil
    }
    self.init(session: session, kind: kind, fields: (json["fields"]?.elements ?? []).compactMap(\.text))
  }
}
