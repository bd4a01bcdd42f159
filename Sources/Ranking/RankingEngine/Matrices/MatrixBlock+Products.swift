/// Products of blocks, halved until the numbers of a block stay in the nearest memory while they are used again.
extension MatrixBlock {
  /// C += A B' or C -= A B'.
  func update(_ update: ProductUpdate, _ a: MatrixBlock, timesTransposed b: MatrixBlock) {
    if a.columns > Self.tiledTerms {
      let ((aLeft, aRight), (bLeft, bRight)) = (a.leftAndRight, b.leftAndRight)
      self.update(update, aLeft, timesTransposed: bLeft)
      self.update(update, aRight, timesTransposed: bRight)
    } else if rows > Self.tiledSide && rows >= columns {
      let ((top, bottom), (aTop, aBottom)) = (topAndBottom, a.topAndBottom)
      top.update(update, aTop, timesTransposed: b)
      bottom.update(update, aBottom, timesTransposed: b)
    } else if columns > Self.tiledSide {
      let ((left, right), (bTop, bBottom)) = (leftAndRight, b.topAndBottom)
      left.update(update, a, timesTransposed: bTop)
      right.update(update, a, timesTransposed: bBottom)
    } else {
      for row in tileRows {
        for column in tileColumns { updateTile(row, column, update, a, b, terms: 0..<a.columns) }
      }
    }
  }

  /// C -= A A' in the lower triangle; the tiles on the diagonal write a little above it too.
  func subtractSquareFromLower(_ a: MatrixBlock) {
    if rows > Self.tiledSide {
      let (quarters, (top, bottom)) = (quarters, a.topAndBottom)
      quarters.topLeft.subtractSquareFromLower(top)
      quarters.bottomLeft.update(.subtract, bottom, timesTransposed: top)
      quarters.bottomRight.subtractSquareFromLower(bottom)
    } else if a.columns > Self.tiledTerms {
      let (left, right) = a.leftAndRight
      subtractSquareFromLower(left)
      subtractSquareFromLower(right)
    } else {
      for row in tileRows {
        for column in tileColumns where column < row + ProductTile.rows {
          updateTile(row, column, .subtract, a, a, terms: 0..<a.columns)
        }
      }
    }
  }

  /// C += A A' in the upper triangle; the tiles on the diagonal write a little below it too.
  func addSquareToUpper(_ a: MatrixBlock) {
    if rows > Self.tiledSide {
      let (quarters, (top, bottom)) = (quarters, a.topAndBottom)
      quarters.topLeft.addSquareToUpper(top)
      quarters.topRight.update(.add, top, timesTransposed: bottom)
      quarters.bottomRight.addSquareToUpper(bottom)
    } else if a.columns > Self.tiledTerms {
      let (left, right) = a.leftAndRight
      addSquareToUpper(left)
      addSquareToUpper(right)
    } else {
      for row in tileRows {
        for column in tileColumns where column + ProductTile.columns > row {
          updateTile(row, column, .add, a, a, terms: 0..<a.columns)
        }
      }
    }
  }
}
