/// Two rows and four columns of a product A B': nearly all the arithmetic of the matrices happens here.
///
/// Each number that is loaded serves two or four of the eight sums, and all of them stay in the sixteen registers that
/// every x86-64 has. A register holds two sums, of the terms of even and of odd index, which are added at the end: a
/// fixed order, and so the same bits on every machine.
struct ProductTile {
  static let rows = 2
  static let columns = 4

  let row0: SIMD4<Double>
  let row1: SIMD4<Double>

  /// The dot products of the rows of `a` from `row` with those of `b` from `column`, over some of their terms.
  ///
  /// Past the edge of a block its last row is taken again; the caller that stores the tile leaves out its result.
  @inline(__always)
  init(_ a: MatrixBlock, row: Int, _ b: MatrixBlock, column: Int, terms: Range<Int>) {
    let (a0, b0) = (a[row] + terms.lowerBound, b[column] + terms.lowerBound)
    let a1 = row &+ 1 < a.rows ? a0 + a.stride : a0
    let b1 = column &+ 1 < b.rows ? b0 + b.stride : b0
    let b2 = column &+ 2 < b.rows ? b1 + b.stride : b1
    let b3 = column &+ 3 < b.rows ? b2 + b.stride : b2
    var (sums0, sums1) = (RowSums(), RowSums())
    var index = 0
    let last = terms.count &- 1
    while index < last {
      let numbers = (pair(b0 + index), pair(b1 + index), pair(b2 + index), pair(b3 + index))
      sums0.add(pair(a0 + index), times: numbers)
      sums1.add(pair(a1 + index), times: numbers)
      index &+= 2
    }
    guard index == last else {
      (row0, row1) = (sums0.totals, sums1.totals)
      return
    }
    let numbers = SIMD4(b0[last], b1[last], b2[last], b3[last])
    (row0, row1) = (sums0.totals + a0[last] * numbers, sums1.totals + a1[last] * numbers)
  }
}

private typealias Pair = SIMD2<Double>

/// The four sums of one row of a tile, each in two halves.
private struct RowSums {
  private var sum0 = Pair.zero
  private var sum1 = Pair.zero
  private var sum2 = Pair.zero
  private var sum3 = Pair.zero

  @inline(__always)
  mutating func add(_ a: Pair, times b: (Pair, Pair, Pair, Pair)) {
    sum0 += a * b.0
    sum1 += a * b.1
    sum2 += a * b.2
    sum3 += a * b.3
  }

  @inline(__always)
  var totals: SIMD4<Double> {
    SIMD4(sum0.x + sum0.y, sum1.x + sum1.y, sum2.x + sum2.y, sum3.x + sum3.y)
  }
}

@inline(__always)
private func pair(_ address: UnsafePointer<Double>) -> Pair {
  UnsafeRawPointer(address).loadUnaligned(as: Pair.self)
}
