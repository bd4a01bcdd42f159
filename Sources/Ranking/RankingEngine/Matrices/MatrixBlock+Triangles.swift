/// Products and solutions with triangular blocks, by halves and without the zeros of the triangle.
extension MatrixBlock {
  /// Replaces B by the X with X L' = B, for a lower triangle L.
  func solveTransposed(_ l: MatrixBlock) {
    if columns > Self.tiledSide {
      let ((left, right), quarters) = (leftAndRight, l.quarters)
      left.solveTransposed(quarters.topLeft)
      right.update(.subtract, left, timesTransposed: quarters.bottomLeft)
      right.solveTransposed(quarters.bottomRight)
    } else if rows > Self.tiledSide {
      let (top, bottom) = topAndBottom
      top.solveTransposed(l)
      bottom.solveTransposed(l)
    } else {
      solveTransposedByTiles(l)
    }
  }

  /// From left to right, and each column downwards, so that the divisions of one tile overlap with the next tile.
  private func solveTransposedByTiles(_ l: MatrixBlock) {
    for column in tileColumns {
      let end = min(column + ProductTile.columns, columns)
      let triangle = l[column..<end, column..<end]
      for row in tileRows {
        updateTile(row, column, .subtract, self, l, terms: 0..<column)
        let row0 = self[row] + column
        let row1 = row + 1 < rows ? row0 + stride : row0
        if triangle.rows == ProductTile.columns {
          // The same, but of an order that the compiler knows: it takes the loops out.
          solveRows(row0, row1, triangle, order: ProductTile.columns)
        } else {
          solveRows(row0, row1, triangle, order: triangle.rows)
        }
      }
    }
  }

  /// C -= U B' for an upper triangle U with zeros below.
  func subtractProduct(ofUpper u: MatrixBlock, timesTransposed b: MatrixBlock) {
    if u.rows > Self.tiledSide {
      let ((top, bottom), quarters, (bLeft, bRight)) = (topAndBottom, u.quarters, b.leftAndRight)
      top.subtractProduct(ofUpper: quarters.topLeft, timesTransposed: bLeft)
      top.update(.subtract, quarters.topRight, timesTransposed: bRight)
      bottom.subtractProduct(ofUpper: quarters.bottomRight, timesTransposed: bRight)
    } else {
      for row in tileRows {
        for column in tileColumns { updateTile(row, column, .subtract, u, b, terms: row..<u.columns) }
      }
    }
  }

  /// Replaces X by X U', for an upper triangle U with zeros below.
  func multiply(byTransposedUpper u: MatrixBlock) {
    if columns > Self.tiledSide {
      let ((left, right), quarters) = (leftAndRight, u.quarters)
      left.multiply(byTransposedUpper: quarters.topLeft)
      left.update(.add, right, timesTransposed: quarters.topRight)
      right.multiply(byTransposedUpper: quarters.bottomRight)
    } else {
      // From left to right: what becomes of a column needs that column and those to the right of it.
      for row in tileRows {
        for column in tileColumns { updateTile(row, column, .replace, self, u, terms: column..<columns) }
      }
    }
  }
}

/// Solves X L' = B in place for two rows and a small triangle; two, because a pair is divided as fast as one number.
@inline(__always)
private func solveRows(
  _ row0: UnsafeMutablePointer<Double>, _ row1: UnsafeMutablePointer<Double>, _ l: MatrixBlock, order: Int
) {
  for column in 0..<order {
    var sum = SIMD2(row0[column], row1[column])
    for index in 0..<column { sum -= SIMD2(row0[index], row1[index]) * l[column][index] }
    sum /= l[column][column]
    row0[column] = sum.x
    row1[column] = sum.y
  }
}
