import Foundation
import Testing

/// What `result explain` prints, read as somebody with a pocket calculator reads it.
struct PrintedExplanation {
  let text: String

  /// The score in the first line.
  func score() throws -> Double { try number(after: " · ") }

  /// The rows below the header with these columns, as numbers behind the judge's code.
  func rows(below columns: String...) throws -> [[Double]] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let header = try #require(
      lines.firstIndex { line in
        let words = line.split(separator: " ").map(String.init)
        return words.first == "judge" && columns.allSatisfy(words.contains)
      }, "\(text)")
    return try lines[(header + 1)...].prefix { !$0.isEmpty }.map { line in
      try line.split(separator: " ").dropFirst().map { try #require(Double($0)) }
    }
  }

  /// The range and the weight of each criterion, as the header of the sheets has them.
  func criteria() throws -> [(range: ClosedRange<Double>, weight: Double)] {
    try text.split(separator: "\n").first { $0.hasPrefix("judge ") }?.matches(of: /\(([0-9]+)-([0-9]+)\) ([0-9]+) %/)
      .map {
        (try #require(Double($0.1))...(try #require(Double($0.2))), try #require(Double($0.3)))
      } ?? []
  }

  /// The number behind some words.
  func number(after words: String) throws -> Double {
    let rest = try #require(text.range(of: words), "\(words) in \(text)")
    var digits = text[rest.upperBound...].prefix { $0.isNumber || $0 == "." || $0 == "-" }
    if digits.last == "." { digits = digits.dropLast() }
    return try #require(Double(digits))
  }

  /// The points of the line that turns the latent scale into that of the rubric.
  func conversion() throws -> [(quality: Double, score: Double)] {
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("On the scale of the rubric: ") })
    return try line.matches(of: /(-?[0-9.]+[0-9]) is (-?[0-9.]*[0-9])/).map {
      (try #require(Double($0.1)), try #require(Double($0.2)))
    }
  }

  /// What the line between the two nearest points gives.
  func score(at quality: Double) throws -> Double {
    let points = try conversion()
    let upper = try #require(points.firstIndex { $0.quality >= quality }, "\(text)")
    let (low, high) = (points[max(upper - 1, 0)], points[upper])
    guard high.quality > low.quality else { return high.score }
    return low.score + (quality - low.quality) / (high.quality - low.quality) * (high.score - low.score)
  }
}
