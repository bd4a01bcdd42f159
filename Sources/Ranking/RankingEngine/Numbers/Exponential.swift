/// `exp` and `log` by the same operations on every machine, so that a ranking has the same digits everywhere.
///
/// The C library's may differ from machine to machine in the last place; these use only additions, multiplications and
/// divisions, which IEEE 754 fixes. Both err by less than 1.5 units in the last place.

private let log2OfE = 1.442695040888963387
/// ln 2 in two parts; the first has zeros at its end, so that its multiples are exact.
private let ln2High = 6.93147180369123816490e-01
private let ln2Low = 1.90821492927058770002e-10
/// Adding and taking it away rounds to a whole number.
private let roundingShift = 6755399441055744.0
/// 1 / 13!
private let lastTerm = 1.6059043836821613e-10

/// One number or four at once, by the same operations.
private protocol Lanes {
  /// The value times a factor, and then a number added to it.
  func times(_ factor: Self, plus addend: Double) -> Self
}

extension Double: Lanes {
  @inline(__always)
  fileprivate func times(_ factor: Double, plus addend: Double) -> Double { self * factor + addend }
}

extension SIMD4: Lanes where Scalar == Double {
  @inline(__always)
  fileprivate func times(_ factor: SIMD4<Double>, plus addend: Double) -> SIMD4<Double> { self * factor + addend }
}

/// (e^x - 1 - x) / x² by the terms from x² to x¹³ of the Taylor series.
/// - Parameter first: 1 / 13!, in each lane.
@inline(__always)
private func taylorTail<Value: Lanes>(_ rest: Value, _ first: Value) -> Value {
  var sum = first.times(rest, plus: 2.08767569878681e-09)
  sum = sum.times(rest, plus: 2.505210838544172e-08)
  sum = sum.times(rest, plus: 2.755731922398589e-07)
  sum = sum.times(rest, plus: 2.7557319223985893e-06)
  sum = sum.times(rest, plus: 2.48015873015873e-05)
  sum = sum.times(rest, plus: 1.984126984126984e-04)
  sum = sum.times(rest, plus: 1.388888888888889e-03)
  sum = sum.times(rest, plus: 8.333333333333333e-03)
  sum = sum.times(rest, plus: 4.1666666666666664e-02)
  sum = sum.times(rest, plus: 0.16666666666666666)
  sum = sum.times(rest, plus: 0.5)
  return sum
}

/// e to the power of x, by its Taylor series of degree 13 within half of ln 2; what would underflow gives the smallest normal numbers and what would overflow the largest.
func exponential(_ x: Double) -> Double {
  let bounded = min(max(x, -708), 709)
  let shifted = bounded * log2OfE + roundingShift
  let whole = shifted - roundingShift
  let rest = (bounded - whole * ln2High) - whole * ln2Low
  let value = 1 + (rest + rest * rest * taylorTail(rest, lastTerm))
  return value * Double(bitPattern: UInt64(bitPattern: Int64(whole) + 1023) << 52)
}

/// Four at once.
@inline(__always)
func exponential(_ x: SIMD4<Double>) -> SIMD4<Double> {
  var bounded = x
  bounded.replace(with: -708, where: x .< -708)
  bounded.replace(with: 709, where: x .> 709)
  let shifted = bounded * log2OfE + roundingShift
  let whole = shifted - roundingShift
  let rest = (bounded - whole * ln2High) - whole * ln2Low
  let value = 1 + (rest + rest * rest * taylorTail(rest, SIMD4(repeating: lastTerm)))
  // The shifted number's low bits hold the whole number already; moved up they are the exponent.
  let exponent = unsafeBitCast(shifted, to: SIMD4<UInt64>.self) &+ 1023
  return value * unsafeBitCast(exponent &<< 52, to: SIMD4<Double>.self)
}

/// The natural logarithm of a positive, normal number (the approximation of fdlibm's `e_log.c`).
func logarithm(_ x: Double) -> Double {
  var exponent = x.exponent
  var significand = x.significand
  if significand > 1.4142135623730951 {
    significand /= 2
    exponent += 1
  }
  let f = significand - 1
  let s = f / (2 + f)
  let z = s * s
  let w = z * z
  let odd = w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332))
  let even =
    z
    * (0.6666666666666735130
      + w * (0.2857142874366239149 + w * (0.1818357216161805012 + w * 0.1479819860511658591)))
  let half = 0.5 * f * f
  let whole = Double(exponent)
  return whole * ln2High - ((half - (s * (half + odd + even) + whole * ln2Low)) - f)
}

/// Four at once.
func logarithm(_ x: SIMD4<Double>) -> SIMD4<Double> {
  let bits = unsafeBitCast(x, to: SIMD4<UInt64>.self)
  // Counted from just below the square root of one half, so that the significand lies around 1.
  let shifted = bits &+ (0x3FF0_0000_0000_0000 &- 0x3FE6_A09E_667F_3BCD)
  let exponent = (shifted &>> 52) &- 1023
  let significand = unsafeBitCast(bits &- (exponent &<< 52), to: SIMD4<Double>.self)
  // A whole number's bits below a large power of two, taken away again, are that number.
  let biased = unsafeBitCast((exponent &+ 2048) | 0x4330_0000_0000_0000, to: SIMD4<Double>.self)
  let whole = biased - (0x1p52 + 2048)
  let f = significand - 1
  let s = f / (2 + f)
  let z = s * s
  let w = z * z
  let odd = w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332))
  let even =
    z
    * (0.6666666666666735130
      + w * (0.2857142874366239149 + w * (0.1818357216161805012 + w * 0.1479819860511658591)))
  let half = 0.5 * f * f
  return whole * ln2High - ((half - (s * (half + odd + even) + whole * ln2Low)) - f)
}
