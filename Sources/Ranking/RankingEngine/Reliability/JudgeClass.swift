/// What a judge may be like: a stretch of the scale, or unrelated to the teams.
///
/// There are four classes, which stand in the four lanes of a vector: three stretches and "unrelated".
struct JudgeClasses {
  /// How much wider than the team's quality a judge of this class scores.
  let stretches: [Double]
  /// The logarithm of each class's prior probability, per lane.
  let logPrior: SIMD4<Double>
  /// The prior probability that a single sheet is unrelated to the team.
  let contamination: Double

  static let unrelatedLane = 3
  /// Stands for the logarithm of 0 where infinity would make differences undefined.
  private static let never = -1e300

  /// Doubts about judges and sheets, as in `reliability`.
  static let doubting = JudgeClasses(
    stretches: [0.8, 1, 1.25],
    logPrior: SIMD4(
      logarithm(0.25 * 0.95), logarithm(0.5 * 0.95), logarithm(0.25 * 0.95), logarithm(0.05)),
    contamination: 0.01)

  /// One class and no doubts, as in `ordinal`.
  static let trusting = JudgeClasses(
    stretches: [0.8, 1, 1.25], logPrior: SIMD4(never, 0, never, never), contamination: 0)
}
