/// Where an event stands, in the order in which it passes through.
public enum Phase: String, CaseIterable, Comparable, Sendable {
  case draft
  case registration
  case running
  case judging
  case review
  case announced
  case closed

  public static func < (one: Phase, other: Phase) -> Bool { one.position < other.position }

  /// The phases in which an event may be changed.
  public static let changeable = Phase.draft ... .announced
  /// The phases in which rounds are opened.
  public static let beforeAnnouncement = Phase.draft ... .review
  /// The phases in which a result of judging is computed, approved and announced.
  public static let ranking = Phase.judging ... .announced
  /// Every phase: for what is still needed when an event is closed.
  public static let all = Phase.draft ... .closed

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
