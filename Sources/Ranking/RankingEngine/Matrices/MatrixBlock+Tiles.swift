/// What a product does to the block it comes to.
enum ProductUpdate {
  case add, subtract, replace
}

extension MatrixBlock {
  /// C += A B', C -= A B' or C = A B' for the tile of C at a row and a column, over some of the terms.
  func updateTile(
    _ row: Int, _ column: Int, _ update: ProductUpdate, _ a: MatrixBlock, _ b: MatrixBlock, terms: Range<Int>
  ) {
    let tile = ProductTile(a, row: row, b, column: column, terms: terms)
    let address = self[row] + column
    let count = min(columns &- column, ProductTile.columns)
    store(tile.row0, at: address, count, update)
    if row &+ 1 < rows { store(tile.row1, at: address + stride, count, update) }
  }
}

@inline(__always)
private func store(
  _ product: SIMD4<Double>, at address: UnsafeMutablePointer<Double>, _ count: Int, _ update: ProductUpdate
) {
  if count == ProductTile.columns {
    let raw = UnsafeMutableRawPointer(address)
    let after = updated(raw.loadUnaligned(as: SIMD4<Double>.self), update, product)
    raw.storeBytes(of: after, as: SIMD4<Double>.self)
  } else {
    var before = SIMD4<Double>.zero
    for index in 0..<count { before[index] = address[index] }
    let after = updated(before, update, product)
    for index in 0..<count { address[index] = after[index] }
  }
}

@inline(__always)
private func updated(_ before: SIMD4<Double>, _ update: ProductUpdate, _ product: SIMD4<Double>) -> SIMD4<Double> {
  switch update {
  case .add: before + product
  case .subtract: before - product
  case .replace: product
  }
}
