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

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
