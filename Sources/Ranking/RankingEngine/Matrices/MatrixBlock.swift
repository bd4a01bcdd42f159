/// A rectangle of a matrix where it lies in memory, row by row; indices are not checked.
struct MatrixBlock {
  let start: UnsafeMutablePointer<Double>
  let rows: Int
  let columns: Int
  /// From the beginning of one row to that of the next.
  let stride: Int

  init(start: UnsafeMutablePointer<Double>, rows: Int, columns: Int, stride: Int) {
    (self.start, self.rows, self.columns, self.stride) = (start, rows, columns, stride)
  }

  /// A whole square matrix.
  init(start: UnsafeMutablePointer<Double>?, order: Int, stride: Int) {
    guard let start else { preconditionFailure("An array has an address.") }
    self.init(start: start, rows: order, columns: order, stride: stride)
  }

  /// Where a row begins.
  @inline(__always)
  subscript(row: Int) -> UnsafeMutablePointer<Double> { start + row &* stride }

  subscript(rows: Range<Int>, columns: Range<Int>) -> MatrixBlock {
    MatrixBlock(
      start: self[rows.lowerBound] + columns.lowerBound, rows: rows.count, columns: columns.count, stride: stride)
  }
}

extension MatrixBlock {
  /// Up to so many rows and columns, and so many terms, a product is taken tile by tile: 64 rows of 256 numbers are an
  /// eighth of a megabyte. A half or the double of either makes no difference that can be measured.
  static let tiledSide = 64
  static let tiledTerms = 256

  var tileRows: StrideTo<Int> { Swift.stride(from: 0, to: rows, by: ProductTile.rows) }
  var tileColumns: StrideTo<Int> { Swift.stride(from: 0, to: columns, by: ProductTile.columns) }

  /// Where the recursions cut in two: near the middle, so that the first part is of whole tiles.
  private static func half(_ length: Int) -> Int { (length / 2 + 7) / 8 * 8 }

  var topAndBottom: (MatrixBlock, MatrixBlock) {
    let half = Self.half(rows)
    return (self[0..<half, 0..<columns], self[half..<rows, 0..<columns])
  }

  var leftAndRight: (MatrixBlock, MatrixBlock) {
    let half = Self.half(columns)
    return (self[0..<rows, 0..<half], self[0..<rows, half..<columns])
  }

  /// The four blocks of a square one, those on the diagonal square again.
  var quarters: (topLeft: MatrixBlock, topRight: MatrixBlock, bottomLeft: MatrixBlock, bottomRight: MatrixBlock) {
    let half = Self.half(rows)
    let (first, second) = (0..<half, half..<rows)
    return (self[first, first], self[first, second], self[second, first], self[second, second])
  }
}
