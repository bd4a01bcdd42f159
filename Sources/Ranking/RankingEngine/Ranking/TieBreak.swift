/// What decided between teams whose scores are equal, in the order in which it is tried.
public enum TieBreak: Hashable, Sendable {
  /// The same method on this criterion alone; heavier criteria first, equal ones in their declared order.
  case criterion(Int)
  /// The majority of the judges who scored both.
  case headToHead
  /// The higher raw weighted mean.
  case rawMean
  /// The higher median sheet.
  case medianSheet
  /// The larger share of its judges who have the team as their best.
  case firstPlaces
  /// Nothing decides: the teams share the rank.
  case shared
}
