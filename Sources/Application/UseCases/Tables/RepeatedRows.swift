import CSV
import ImportFormats
import Vocabulary

/// Rows of one file that are about the same thing: the latest answer counts, where it is known which that is.
struct RepeatedRows {
  /// How rows are told which of them is the latest.
  let times: AnswerTimes?
  let takesLast: Bool
  private let gathered = ImportRemarks()
  private(set) var problems: [ImportProblem] = []

  init(_ rows: [ImportRow], takesLast: Bool) {
    self.takesLast = takesLast
    let column = ImportColumn.answeredAt.name
    times = rows.first?.columns.index(of: column) == nil ? nil : AnswerTimes(rows.map { $0.text(column) ?? "" })
  }

  var remarks: [ImportRemark] { gathered.all }

  /// The items of which each thing has one.
  mutating func single<Item>(
    _ items: [(item: Item, row: ImportRow)], noun: String, by identity: (Item) -> String?
  ) -> [(item: Item, row: ImportRow)] {
    var kept: [(item: Item, row: ImportRow)] = []
    var places: [String: Int] = [:]
    for one in items {
      guard let name = identity(one.item) else {
        kept.append(one)
        continue
      }
      guard let place = places[name] else {
        places[name] = kept.count
        kept.append(one)
        continue
      }
      kept[place] = settle(kept[place], one, "\(noun) \(quoted(name))")
    }
    return kept
  }

  private mutating func settle<Item>(
    _ first: (item: Item, row: ImportRow), _ second: (item: Item, row: ImportRow), _ thing: String
  ) -> (item: Item, row: ImportRow) {
    let column = ImportColumn.answeredAt.name
    let order = times?.order(first.row.text(column) ?? "", second.row.text(column) ?? "")
    guard let isLater = order ?? (takesLast ? true : nil) else {
      problems.append(
        second.row.problem(
          nil, nil,
          "\(thing) is in row \(first.row.record.row) as well. Remove one of the rows, or take the last one with --last"
        ))
      return first
    }
    let (kept, replaced) = isLater ? (second, first) : (first, second)
    let reason = order == nil ? "with --last" : "as the later answer"
    gathered.add(
      "\(thing): row \(kept.row.record.row) replaces this row \(reason).", row: replaced.row.record.row)
    return kept
  }
}
