public import Vocabulary

/// An explanation as plain text, with tables in columns.
public struct ExplanationText {
  private let rank: ExplainedRank
  private let language: Language

  public init(_ rank: ExplainedRank, in language: Language) {
    self.rank = rank
    self.language = language
  }

  public var text: String {
    let blocks = ExplanationBlocks(rank, in: language)
    let head = [rank.event, blocks.wording.title(rank.team, rank: rank.rank), blocks.embargo ?? ""]
    let proof = blocks.wording.proof(result: rank.result, sha256: rank.sha256, by: rank.verification)
    let parts = [head.filter { !$0.isEmpty }.joined(separator: "\n")] + blocks.all.map(written) + [proof]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func written(_ block: ExplanationBlock) -> String {
    switch block {
    case .lines(let lines): return lines.joined(separator: "\n")
    case .table(let header, let rows, let numeric):
      let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
      return ([header] + rows).map { row in
        let cells = row.enumerated().map { column, text in
          let room = String(repeating: " ", count: widths[column] - text.count)
          return numeric.contains(column) ? room + text : text + room
        }
        return cells.joined(separator: "  ").trimmingSuffix(while: { $0 == " " })
      }.joined(separator: "\n")
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isLeftOut(last) { text.removeLast() }
    return text
  }
}
