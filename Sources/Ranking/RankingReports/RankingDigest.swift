import Digests
import RankingEngine

/// The digest by which anybody can check that a ranking was made from these scores, weights and teams.
///
/// SHA-256 over lines of UTF-8 that end in a line feed, with tabs between their fields: `criterion NAME WEIGHT`, with
/// `LOWEST HIGHEST` behind it where criteria count by shares of their ranges, and `team NAME` or `team NAME ROOM` for each in the order of the names, then `score TEAM JUDGE CRITERION SCORE` by team,
/// judge and criterion. Weights are the smallest whole numbers in their ratio; scores have no superfluous zeros.
enum RankingDigest {
  static func digest(of book: ScoreBook, _ names: RankingNames) -> SHA256Digest {
    var bytes: [UInt8] = []
    func append(_ fields: String...) {
      bytes += fields.joined(separator: "\t").utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    let unit = book.exactWeights.reduce(0, greatestCommonDivisor)
    let criteria = names.criteria.indices.sorted { names.criteria[$0] < names.criteria[$1] }
    for criterion in criteria {
      let weight = "\(book.exactWeights[criterion] / unit)"
      if let range = book.sharedRanges?[criterion] {
        append(
          "criterion", names.criteria[criterion], weight, decimal(range.lowerBound, decimals: book.decimals),
          decimal(range.upperBound, decimals: book.decimals))
      } else {
        append("criterion", names.criteria[criterion], weight)
      }
    }
    for (position, team) in names.teams.enumerated() {
      if let rooms = book.rooms { append("team", team, names.rooms[rooms[position]]) } else { append("team", team) }
    }
    // Most scores are one of a few numbers, whose text is made once.
    var texts: [Int64: [UInt8]] = [:]
    let beforeCriterion = names.criteria.map { Array("\t\($0)\t".utf8) }
    let judges = names.judges.map { Array($0.utf8) }
    bytes.reserveCapacity(bytes.count + book.sheetCount * criteria.count * 32)
    for team in names.teams.indices {
      let start = Array("score\t\(names.teams[team])\t".utf8)
      for sheet in book.sheets(ofTeam: team) {
        let prefix = start + judges[book.judges[sheet]]
        for criterion in criteria {
          guard let points = book.points(sheet: sheet, criterion: criterion) else { continue }
          bytes.append(contentsOf: prefix)
          bytes.append(contentsOf: beforeCriterion[criterion])
          if let text = texts[points] {
            bytes.append(contentsOf: text)
          } else {
            let text = Array((decimal(points, decimals: book.decimals) + "\n").utf8)
            texts[points] = text
            bytes.append(contentsOf: text)
          }
        }
      }
    }
    return SHA256Digest(of: bytes)
  }

  private static func greatestCommonDivisor(_ one: Int64, _ other: Int64) -> Int64 {
    other == 0 ? one : greatestCommonDivisor(other, one % other)
  }
}

/// Points as the shortest decimal text, with a point: 650 with two decimals is "6.5".
func decimal(_ points: Int64, decimals: Int) -> String {
  guard decimals > 0 else { return String(points) }
  let figures = String(points.magnitude)
  let padded = String(repeating: "0", count: max(0, decimals + 1 - figures.count)) + figures
  let fraction = padded.suffix(decimals).reversed().drop { $0 == "0" }.reversed()
  let whole = (points < 0 ? "-" : "") + padded.dropLast(decimals)
  return fraction.isEmpty ? whole : whole + "." + String(fraction)
}
