/// What two sessions may share although they take place at once.
public struct AllowedOverlap: Equatable, Sendable {
  public enum Shared: String, CaseIterable, Sendable {
    case speaker, room
  }

  /// The keys of both, in their order.
  public let sessions: [String]
  public let shared: Shared
  public let reason: String
  /// Who decided.
  public let by: String
}

extension [AllowedOverlap] {
  func first(_ one: String, _ other: String, _ shared: AllowedOverlap.Shared) -> AllowedOverlap? {
    let keys = [one, other].sorted()
    return first { $0.shared == shared && $0.sessions == keys }
  }
}
