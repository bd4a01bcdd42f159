/// What the rows of a file stand for.
public enum ImportNoun: String, CaseIterable, Sendable {
  case organisation
  case team
  case participant
  case submission
}
