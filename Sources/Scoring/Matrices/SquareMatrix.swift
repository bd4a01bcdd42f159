/// A dense square matrix, row by row.
struct SquareMatrix {
  let order: Int
  var values: [Double]

  /// All zeros.
  init(order: Int) {
    self.order = order
    values = [Double](repeating: 0, count: order * order)
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * order + column] }
    set { values[row * order + column] = newValue }
  }
}
