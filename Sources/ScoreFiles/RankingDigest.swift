import Digests
import Scoring

/// The digest by which anybody can check that a ranking was made from these scores, weights and teams.
///
/// SHA-256 over lines of UTF-8 that end in a line feed, with tabs between their fields: `criterion NAME WEIGHT` and
/// `team NAME` or `team NAME ROOM` for each in the order of the names, then `score TEAM JUDGE CRITERION SCORE` by team,
/// judge and criterion. Numbers have no superfluous zeros. Names hold no tabs or line feeds.
enum RankingDigest {
  static func digest(
    of book: ScoreBook, teams: [String], judges: [String], criteria: [String], weights: [String], rooms: [String]
  ) -> SHA256Digest {
    var bytes: [UInt8] = []
    func append(_ fields: String...) {
      bytes += fields.joined(separator: "\t").utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    for (criterion, weight) in zip(criteria, weights) { append("criterion", criterion, weight) }
    for (position, team) in teams.enumerated() {
      if let rooms = book.rooms.map({ rooms[$0[position]] }) {
        append("team", team, rooms)
      } else {
        append("team", team)
      }
    }
    // Most scores are one of a few numbers, whose text is made once.
    var texts: [Int64: [UInt8]] = [:]
    let beforeCriterion = criteria.map { Array("\t\($0)\t".utf8) }
    let judgeNames = judges.map { Array($0.utf8) }
    for team in teams.indices {
      let start = Array("score\t\(teams[team])\t".utf8)
      for sheet in book.sheets(ofTeam: team) {
        for criterion in criteria.indices {
          guard let points = book.points(sheet: sheet, criterion: criterion) else { continue }
          bytes += start
          bytes += judgeNames[book.judges[sheet]]
          bytes += beforeCriterion[criterion]
          let text = texts[points] ?? Array((DecimalNumber.text(digits: points, decimals: book.decimals) + "\n").utf8)
          texts[points] = text
          bytes += text
        }
      }
    }
    return SHA256Digest(of: bytes)
  }
}
