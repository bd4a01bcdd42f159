/// The factorisation and the inverse, by halves: nearly all the work is then in products of large blocks.
extension MatrixBlock {
  /// Up to this order plain loops are as fast as tiles, and the recursion ends.
  private static let plainOrder = 8

  /// Replaces the lower triangle of A by L with L L' = A; false when A is not positive definite.
  func factorise() -> Bool {
    guard rows > Self.plainOrder else { return factorisePlainly() }
    let quarters = quarters
    guard quarters.topLeft.factorise() else { return false }
    quarters.bottomLeft.solveTransposed(quarters.topLeft)
    quarters.bottomRight.subtractSquareFromLower(quarters.bottomLeft)
    return quarters.bottomRight.factorise()
  }

  private func factorisePlainly() -> Bool {
    for row in 0..<rows {
      for column in 0...row {
        var sum = self[row][column]
        for index in 0..<column { sum -= self[row][index] * self[column][index] }
        if row > column {
          self[row][column] = sum / self[column][column]
        } else {
          guard sum > 0 && sum < .infinity else { return false }
          self[row][row] = sum.squareRoot()
        }
      }
    }
    return true
  }

  /// Makes of a block of zeros the upper triangle U = L'^-1.
  func invertTransposed(_ l: MatrixBlock) {
    guard rows > Self.plainOrder else { return invertTransposedPlainly(l) }
    let (quarters, lower) = (quarters, l.quarters)
    quarters.topLeft.invertTransposed(lower.topLeft)
    quarters.topRight.subtractProduct(ofUpper: quarters.topLeft, timesTransposed: lower.bottomLeft)
    quarters.topRight.solveTransposed(lower.bottomRight)
    quarters.bottomRight.invertTransposed(lower.bottomRight)
  }

  private func invertTransposedPlainly(_ l: MatrixBlock) {
    for row in 0..<rows {
      self[row][row] = 1 / l[row][row]
      for column in (row + 1)..<columns {
        var sum = 0.0
        for index in row..<column { sum -= self[row][index] * l[column][index] }
        self[row][column] = sum / l[column][column]
      }
    }
  }

  /// Replaces the upper triangle U, with zeros below, by that of U U'.
  func squareUpper() {
    guard rows > Self.plainOrder else { return squareUpperPlainly() }
    let quarters = quarters
    quarters.topLeft.squareUpper()
    quarters.topLeft.addSquareToUpper(quarters.topRight)
    quarters.topRight.multiply(byTransposedUpper: quarters.bottomRight)
    quarters.bottomRight.squareUpper()
  }

  private func squareUpperPlainly() {
    for row in 0..<rows {
      for column in row..<columns {
        var sum = 0.0
        for index in column..<columns { sum += self[row][index] * self[column][index] }
        self[row][column] = sum
      }
    }
  }

  /// Writes the upper triangle into the lower one too, in small squares so that both sides stay in the nearest memory.
  func mirrorUpper() {
    let side = 8
    for top in Swift.stride(from: 0, to: rows, by: side) {
      for left in Swift.stride(from: 0, through: top, by: side) {
        for row in top..<min(top + side, rows) {
          for column in left..<min(left + side, row) { self[row][column] = self[column][row] }
        }
      }
    }
  }
}
