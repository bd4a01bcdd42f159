/// What setting a value came to.
public enum Outcome: String, CaseIterable, Sendable {
  case created
  case updated
  case unchanged
}
