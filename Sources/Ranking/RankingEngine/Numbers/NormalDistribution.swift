/// The standard normal distribution.
enum NormalDistribution {
  static func density(_ z: Double) -> Double { 0.3989422804014326779 * exponential(-0.5 * z * z) }

  /// P(Z <= z), to about 1e-15 relative also far to the left (Cody 1969, Math. Comp. 23:631).
  static func cumulative(_ z: Double) -> Double {
    let size = abs(z)
    if size <= 0.67448975 {
      let square = size > 1.11e-16 ? z * z : 0
      return 0.5 + z * ratio(central, square)
    }
    if size > 38 { return z > 0 ? 1 : 0 }
    let tail: Double
    if size <= 5.656854249492380196 {
      tail = gaussian(size) * ratio(middle, size)
    } else {
      let square = 1 / (z * z)
      tail = gaussian(size) * (0.39894228040143267794 - square * ratio(outer, square)) / size
    }
    return z > 0 ? 1 - tail : tail
  }

  /// The z with P(Z <= z) = p, for 0 < p < 1 (Wichura 1988, AS 241).
  static func quantile(_ p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 { return q * near(0.180625 - q * q) }
    let r = (-logarithm(min(p, 1 - p))).squareRoot()
    let z = r <= 5 ? far(r - 1.6) : farthest(r - 5)
    return q < 0 ? -z : z
  }

  /// exp(-z²/2) with the square split, so that its rounding does not grow with z.
  private static func gaussian(_ z: Double) -> Double {
    let coarse = (z * 16).rounded(.towardZero) / 16
    return exponential(-0.5 * coarse * coarse) * exponential(-0.5 * (z - coarse) * (z + coarse))
  }

  /// Numerator and denominator of a rational approximation, highest power first.
  private typealias Rational = (above: [Double], below: [Double])

  private static func ratio(_ rational: Rational, _ x: Double) -> Double {
    polynomial(rational.above, x) / polynomial(rational.below, x)
  }

  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    var value = 0.0
    for coefficient in coefficients { value = value * x + coefficient }
    return value
  }

  private static let central: Rational = (
    [
      0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582,
      18154.981253343561249,
    ], [1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956]
  )
  private static let middle: Rational = (
    [
      1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
      597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218,
    ],
    [
      1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
      18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
    ]
  )
  private static let outer: Rational = (
    [
      0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466,
      2.9112874951168792e-5,
    ],
    [
      1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
      7.29751555083966205e-5,
    ]
  )
  /// Draws take most of their time here, so each ratio is written out: numerator and denominator side by side.
  @inline(__always)
  private static func near(_ x: Double) -> Double {
    var value = SIMD2(2509.0809287301226727, 5226.4952788528545610)
    value = value * x + SIMD2(33430.575583588128105, 28729.085735721942674)
    value = value * x + SIMD2(67265.770927008700853, 39307.895800092710610)
    value = value * x + SIMD2(45921.953931549871457, 21213.794301586595867)
    value = value * x + SIMD2(13731.693765509461125, 5394.1960214247511077)
    value = value * x + SIMD2(1971.5909503065514427, 687.18700749205790830)
    value = value * x + SIMD2(133.14166789178437745, 42.313330701600911252)
    value = value * x + SIMD2(3.3871328727963666080, 1)
    return value.x / value.y
  }

  @inline(__always)
  private static func far(_ x: Double) -> Double {
    var value = SIMD2(7.74545014278341407640e-4, 1.05075007164441684324e-9)
    value = value * x + SIMD2(2.27238449892691845833e-2, 5.47593808499534494600e-4)
    value = value * x + SIMD2(2.41780725177450611770e-1, 1.51986665636164571966e-2)
    value = value * x + SIMD2(1.27045825245236838258, 1.48103976427480074590e-1)
    value = value * x + SIMD2(3.64784832476320460504, 6.89767334985100004550e-1)
    value = value * x + SIMD2(5.76949722146069140550, 1.67638483018380384940)
    value = value * x + SIMD2(4.63033784615654529590, 2.05319162663775882187)
    value = value * x + SIMD2(1.42343711074968357734, 1)
    return value.x / value.y
  }

  @inline(__always)
  private static func farthest(_ x: Double) -> Double {
    var value = SIMD2(2.01033439929228813265e-7, 2.04426310338993978564e-15)
    value = value * x + SIMD2(2.71155556874348757815e-5, 1.42151175831644588870e-7)
    value = value * x + SIMD2(1.24266094738807843860e-3, 1.84631831751005468180e-5)
    value = value * x + SIMD2(2.65321895265761230930e-2, 7.86869131145613259100e-4)
    value = value * x + SIMD2(2.96560571828504891230e-1, 1.48753612908506148525e-2)
    value = value * x + SIMD2(1.78482653991729133580, 1.36929880922735805310e-1)
    value = value * x + SIMD2(5.46378491116411436990, 5.99832206555887937690e-1)
    value = value * x + SIMD2(6.65790464350110377720, 1)
    return value.x / value.y
  }
}
