/// What a prize consists of.
public enum PrizeKind: String, CaseIterable, Sendable {
  case money
  case seat
  case invitation
  case promotion
  case goods
}
