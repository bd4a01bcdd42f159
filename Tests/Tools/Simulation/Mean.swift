/// The mean of what was seen so far, with its Monte Carlo standard error.
struct Mean {
  private(set) var count = 0
  private var sum = 0.0
  private var squares = 0.0

  mutating func add(_ value: Double) {
    count += 1
    sum += value
    squares += value * value
  }

  mutating func add(_ other: Mean) {
    count += other.count
    sum += other.sum
    squares += other.squares
  }

  var value: Double { count > 0 ? sum / Double(count) : .nan }

  var error: Double {
    guard count > 1 else { return .nan }
    let variance = (squares - sum * sum / Double(count)) / Double(count - 1)
    return (max(variance, 0) / Double(count)).squareRoot()
  }
}
