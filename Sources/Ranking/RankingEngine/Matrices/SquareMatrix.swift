/// A dense square matrix, row by row.
struct SquareMatrix {
  let order: Int
  /// From the beginning of one row to that of the next: even, so that every row begins where a pair of numbers loads at once.
  private let stride: Int
  private var values: [Double]

  /// All zeros.
  init(order: Int) {
    self.order = order
    stride = order + order % 2
    values = [Double](repeating: 0, count: order * stride)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * stride + column] }
    set { values[row * stride + column] = newValue }
  }

  /// Reads the matrix where it lies, unchecked; the block must not be written and ends with the call.
  func withUnsafeBlock<Result>(_ body: (MatrixBlock) -> Result) -> Result {
    values.withUnsafeBufferPointer {
      body(MatrixBlock(start: UnsafeMutablePointer(mutating: $0.baseAddress), order: order, stride: stride))
    }
  }

  /// Changes the matrix where it lies, unchecked; the block ends with the call.
  mutating func withUnsafeMutableBlock<Result>(_ body: (MatrixBlock) -> Result) -> Result {
    let (order, stride) = (order, stride)
    return values.withUnsafeMutableBufferPointer {
      body(MatrixBlock(start: $0.baseAddress, order: order, stride: stride))
    }
  }
}
