/// Why a ranking cannot be computed.
public enum ScoringError: Error, Equatable {
  /// The exact mean needs more digits than there are.
  case tooFine
}
