import Testing

@testable import RankingEngine

/// The factorisation in blocks against one that is written as the textbook writes it.
@Suite struct CholeskyTests {
  /// Every way that a matrix can be cut into tiles and a rest, and both sides of where it is cut into blocks.
  static let orders = Array(1...70) + [127, 128, 129, 200]

  @Test(arguments: orders)
  func theFactorIsThatOfTheTextbook(_ order: Int) throws {
    let matrix = sample(order: order)
    let factor = try #require(Cholesky(matrix)).factor
    let expected = textbookFactor(of: matrix)
    var error = 0.0
    var residual = 0.0
    for row in 0..<order {
      for column in 0...row {
        error = max(error, abs(factor[row, column] - expected[row, column]))
        let product = (0...column).reduce(0) { $0 + factor[row, $1] * factor[column, $1] }
        residual = max(residual, abs(product - matrix[row, column]))
      }
    }
    #expect(error <= 1e-14 * Double(order))
    #expect(residual <= 1e-14 * Double(order))
  }

  @Test(arguments: orders)
  func theInverseTimesTheMatrixIsTheIdentity(_ order: Int) throws {
    let matrix = sample(order: order)
    let inverse = try #require(Cholesky(matrix)).inverse()
    var error = 0.0
    var isSymmetric = true
    for row in 0..<order {
      for column in 0..<order {
        let product = (0..<order).reduce(0) { $0 + inverse[row, $1] * matrix[$1, column] }
        error = max(error, abs(product - (row == column ? 1 : 0)))
        isSymmetric = isSymmetric && inverse[row, column] == inverse[column, row]
      }
    }
    #expect(error <= 1e-9)
    #expect(isSymmetric)
  }

  @Test(arguments: orders)
  func solvingGivesBackWhatWasMultiplied(_ order: Int) throws {
    let matrix = sample(order: order)
    let cholesky = try #require(Cholesky(matrix))
    var generator = Seeded(state: 3)
    let x = (0..<order).map { _ in Double.random(in: -1...1, using: &generator) }
    let b = (0..<order).map { row in (0..<order).reduce(0) { $0 + matrix[row, $1] * x[$1] } }
    #expect(zip(cholesky.solve(b), x).allSatisfy { abs($0 - $1) <= 1e-12 })
    var z = (0..<order).map { row in (row..<order).reduce(0) { $0 + cholesky.factor[$1, row] * x[$1] } }
    cholesky.solveTransposed(&z)
    #expect(zip(z, x).allSatisfy { abs($0 - $1) <= 1e-12 })
  }

  @Test func theLogarithmOfTheDeterminantIsThatOfTheProductOfThePivots() throws {
    var matrix = SquareMatrix(order: 2)
    (matrix[0, 0], matrix[1, 0], matrix[1, 1]) = (4, 2, 3)
    #expect(abs(try #require(Cholesky(matrix)).logDeterminant - logarithm(8)) < 1e-15)
    var diagonal = SquareMatrix(order: 90)
    for index in 0..<90 { diagonal[index, index] = Double(index + 1) }
    let expected = (1...90).reduce(0) { $0 + logarithm(Double($1)) }
    #expect(abs(try #require(Cholesky(diagonal)).logDeterminant - expected) < 1e-12 * expected)
  }

  @Test(arguments: [1, 7, 30, 100, 140])
  func onlyTheLowerTriangleIsRead(_ order: Int) throws {
    let matrix = sample(order: order)
    var half = matrix
    for row in 0..<order {
      for column in (row + 1)..<max(order, row + 1) { half[row, column] = .nan }
    }
    let (whole, lower) = (try #require(Cholesky(matrix)), try #require(Cholesky(half)))
    #expect(bits(whole.inverse()) == bits(lower.inverse()))
    #expect(whole.logDeterminant == lower.logDeterminant)
  }

  @Test(arguments: [1, 8, 9, 61, 130], [0, -1, .nan, .infinity, -.infinity, -0.0] as [Double])
  func aPivotThatIsNotPositiveGivesNothing(_ order: Int, _ pivot: Double) {
    for index in Set([0, order / 2, order - 1]) {
      var matrix = sample(order: order)
      matrix[index, index] = pivot
      #expect(Cholesky(matrix) == nil)
    }
  }

  @Test(arguments: [2, 20, 61, 130])
  func aNumberThatIsNoneAnywhereBelowTheDiagonalGivesNothing(_ order: Int) {
    for value in [Double.nan, .infinity] {
      for row in Set([1, order / 2, order - 1]) {
        var matrix = sample(order: order)
        matrix[row, row / 2] = value
        if row > row / 2 { #expect(Cholesky(matrix) == nil) }
      }
    }
  }

  @Test func aMatrixOfLowerRankGivesNothing() {
    var ones = SquareMatrix(order: 40)
    for row in 0..<40 {
      for column in 0..<40 { ones[row, column] = 1 }
    }
    #expect(Cholesky(ones) == nil)
  }

  /// Hilbert's matrix is positive definite, but from order 13 on not to the precision of its numbers.
  @Test(arguments: [5, 10, 13, 30, 100])
  func hilbertsMatrixIsFactorisedOrRefused(_ order: Int) throws {
    var hilbert = SquareMatrix(order: order)
    for row in 0..<order {
      for column in 0..<order { hilbert[row, column] = 1 / Double(row + column + 1) }
    }
    let cholesky = Cholesky(hilbert)
    if order <= 10 {
      let solution = try #require(cholesky).solve((0..<order).map { hilbert[$0, 0] })
      #expect(abs(solution[0] - 1) < 1e-3)
    }
    for row in 0..<order { hilbert[row, row] += 1e-13 }
    let inverse = try #require(Cholesky(hilbert)).inverse()
    #expect((0..<order).allSatisfy { inverse[$0, $0] > 0 && inverse[$0, $0] < 1e14 })
  }

  @Test func nothingHasAFactorToo() throws {
    let empty = try #require(Cholesky(SquareMatrix(order: 0)))
    #expect(empty.logDeterminant == 0 && empty.solve([]) == [] && empty.inverse().order == 0)
  }

  @Test func theMatrixThatWasFactorisedStaysAsItWas() throws {
    let matrix = sample(order: 33)
    let before = bits(matrix)
    let cholesky = try #require(Cholesky(matrix))
    let factor = bits(cholesky.factor)
    _ = cholesky.inverse()
    #expect(bits(matrix) == before && bits(cholesky.factor) == factor)
  }

  /// A ranking must have the same digits on every machine, with and without optimisation: these bits change only with
  /// the order of the operations.
  @Test(arguments: [(61, 16_525_408_653_500_650_328), (200, 5_954_428_710_760_969_854)] as [(Int, UInt64)])
  func theBitsAreTheSameEverywhere(_ order: Int, _ expected: UInt64) throws {
    for _ in 0..<2 {
      let inverse = try #require(Cholesky(sample(order: order))).inverse()
      let hash = bits(inverse).reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ $1) &* 0x100_0000_01B3 }
      #expect(hash == expected)
    }
  }
}

/// A symmetric matrix of random numbers, made positive definite by its diagonal.
private func sample(order: Int) -> SquareMatrix {
  var generator = Seeded(state: UInt64(order))
  var matrix = SquareMatrix(order: order)
  for row in 0..<order {
    for column in 0..<row {
      matrix[row, column] = Double.random(in: -1...1, using: &generator)
      matrix[column, row] = matrix[row, column]
    }
    matrix[row, row] = Double(order)
  }
  return matrix
}

private func textbookFactor(of matrix: SquareMatrix) -> SquareMatrix {
  var factor = SquareMatrix(order: matrix.order)
  for row in 0..<matrix.order {
    for column in 0...row {
      let sum = (0..<column).reduce(matrix[row, column]) { $0 - factor[row, $1] * factor[column, $1] }
      factor[row, column] = row == column ? sum.squareRoot() : sum / factor[column, column]
    }
  }
  return factor
}

/// Row by row, so that two matrices are compared to the last bit.
private func bits(_ matrix: SquareMatrix) -> [UInt64] {
  (0..<matrix.order).flatMap { row in (0..<matrix.order).map { matrix[row, $0].bitPattern } }
}
