public import CanonicalJSON
import Digests
public import Vocabulary

/// One step of a result towards the public.
public struct ResultStep: Equatable, Sendable {
  public enum Kind: String, Equatable, Sendable {
    case computed, approved, announced, retracted
  }

  public let kind: Kind
  public let at: Timestamp
  /// Who took it; nil for computing, which the log tells.
  public let by: String?
  /// From when the result is public; nil where it was not announced.
  public let publishAt: Timestamp?
  /// Why it was retracted.
  public let reason: String?
  /// A hash over the result, every step before, and this one.
  public let sha256: String

  /// - Parameter previous: The hash of the step before; before the first, that of the result.
  init(
    _ kind: Kind, at: Timestamp, by: String? = nil, publishAt: Timestamp? = nil, reason: String? = nil,
    after previous: String
  ) {
    (self.kind, self.at, self.by, self.publishAt, self.reason) = (kind, at, by, publishAt, reason)
    let members = Self.members(kind.rawValue, at.description, by, publishAt?.description, reason)
    sha256 = Self.hash(of: .object(members), after: previous)
  }

  public var json: JSON {
    let members = Self.members(kind.rawValue, at.description, by, publishAt?.description, reason)
    return .object(members + [JSON.Member("sha256", .string(sha256))])
  }

  /// SHA-256 over the canonical JSON of a step with the hash of the step before as its member "after".
  static func hash(of step: JSON, after previous: String) -> String {
    let members = (step.members ?? []).filter { $0.key != "sha256" } + [JSON.Member("after", .string(previous))]
    return SHA256Digest(of: JSON.object(members).canonical).description
  }

  private static func members(
    _ kind: String, _ at: String, _ by: String?, _ publishAt: String?, _ reason: String?
  ) -> [JSON.Member] {
    [
      JSON.Member("step", .string(kind)), JSON.Member("at", .string(at)), JSON.Member("by", by.json),
      JSON.Member("publish_at", publishAt.json), JSON.Member("reason", reason.json),
    ]
  }
}
