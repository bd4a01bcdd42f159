public import Audit
public import CanonicalJSON
public import Digests
public import Vocabulary

/// What a team works on, until it is submitted as a version.
public struct Submission: Equatable, Sendable {
  /// The key of the team.
  public let team: String
  public var title = LocalizedText()
  /// What the project does, in one or two sentences for the announcement.
  public var summary = LocalizedText()
  public var url: String?
  public var videoURL: String?
  /// Other links, in the order in which they were given.
  public var links: [String] = []
  public var builtWith: String?
  /// Prizes and tracks for which it competes, as the team names them.
  public var optedFor: [String] = []
  /// The keys of the tracks in which it competes, in order.
  public var tracks: [String] = []
  /// By name.
  public var files: [SubmittedFile] = []

  public init(team: String) { self.team = team }
}

/// A file by reference: what it is called, where it is, and what proves that it is the same.
public struct SubmittedFile: Equatable, Sendable {
  public let name: String
  public let url: String?
  /// In bytes.
  public let size: Int
  public let digest: SHA256Digest

  public init(name: String, url: String? = nil, size: Int, digest: SHA256Digest) {
    self.name = name
    self.url = url
    self.size = size
    self.digest = digest
  }
}

extension Submission: Audited {
  public static let auditNoun = "submission"
  public var auditKey: String { team }
  public var auditFields: [AuditField] {
    [
      AuditField("title", title.json), AuditField("summary", summary.json), AuditField("url", url),
      AuditField("video", videoURL), AuditField("links", .array(links.map { .string($0) })),
      AuditField("built with", builtWith), AuditField("tracks", .array(tracks.map { .string($0) })),
      AuditField("opted for", .array(optedFor.map { .string($0) })), AuditField("files", .array(files.map(\.json))),
    ]
  }
}

extension SubmittedFile {
  public var json: JSON {
    ["name": .string(name), "url": url.json, "size": .integer(size), "sha256": .string(digest.description)]
  }
}
