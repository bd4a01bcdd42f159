/// The chi-squared distribution.
enum ChiSquaredDistribution {
  /// P(X >= x), by the series or the continued fraction of the incomplete gamma function (Abramowitz and Stegun 6.5.29 and
  /// 6.5.31, the latter evaluated by Lentz's method).
  static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    let (a, y) = (degreesOfFreedom / 2, x / 2)
    guard y > 0 else { return 1 }
    let front = exponential(a * logarithm(y) - y - logGamma(a))
    return y < a + 1 ? 1 - front * series(a, y) : front * fraction(a, y)
  }

  private static func series(_ a: Double, _ y: Double) -> Double {
    var (term, sum, n) = (1 / a, 1 / a, a)
    while term > sum * 1e-16 {
      n += 1
      term *= y / n
      sum += term
    }
    return sum
  }

  private static func fraction(_ a: Double, _ y: Double) -> Double {
    var b = y + 1 - a
    var (c, d) = (1e300, 1 / b)
    var value = d
    for step in 1...10_000 {
      let n = Double(step)
      let numerator = -n * (n - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      value *= c * d
      if abs(c * d - 1) < 1e-15 { break }
    }
    return value
  }

  /// log of the gamma function for a > 0: Stirling's series, shifted to where it converges (Abramowitz and Stegun 6.1.41).
  static func logGamma(_ a: Double) -> Double {
    var (x, product) = (a, 1.0)
    while x < 12 {
      product *= x
      x += 1
    }
    let inverse = 1 / (x * x)
    let correction =
      (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse / 1188)))) / x
    return (x - 0.5) * logarithm(x) - x + 0.91893853320467274178 + correction - logarithm(product)
  }
}
