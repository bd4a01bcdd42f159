import Vocabulary

/// Reads the cells of a row into the fields of a draft.
struct FieldReader {
  let columns: Columns
  let form: CellForm
  let prizes: PrizeList
  /// Fields that are left out with a remark where their text cannot be read; with others the row is refused.
  let leftOut: Set<DraftField>

  init(_ columns: Columns, _ settings: ReadingSettings, times: TimeReading, leavingOut leftOut: Set<DraftField> = []) {
    self.columns = columns
    form = CellForm(times: times)
    prizes = PrizeList(settings.knownPrizes)
    self.leftOut = leftOut
  }

  /// What the row says in those columns that the noun has.
  func draft(
    _ noun: ImportNoun, of row: Row, into reading: inout RecordReading,
    where takes: (DraftField) -> Bool = { _ in true }
  ) -> Draft {
    var draft = Draft(noun)
    for (field, index) in columns.all where takes(field) {
      guard let text = row.text(at: index) else { continue }
      put(text, at: index, of: row, in: field, of: &draft, &reading)
    }
    return draft
  }

  private func put(
    _ text: String, at index: Int, of row: Row, in field: DraftField, of draft: inout Draft,
    _ reading: inout RecordReading
  ) {
    if field == .optedFor {
      draft[.optedFor] = read(prizes: text, at: index, of: row, &reading)
      return
    }
    do throws(Refusal) {
      draft[field] = try form.text(of: field, from: text)
      // Our own exports have a column for it.
      if field == .receivedAt, columns[.receivedAsWritten] == nil { draft[.receivedAsWritten] = text }
    } catch {
      let problem = row.problem(at: index, error.message)
      if leftOut.contains(field) {
        reading.remarks.append(problem.leftOut)
      } else {
        reading.problems.append(problem)
      }
    }
  }

  /// The prizes of a cell, one a line; those that the event does not know are remarked.
  func read(prizes text: String, at index: Int, of row: Row, _ reading: inout RecordReading) -> String {
    let (names, unknown) = prizes.read(text)
    for name in unknown { remark(unknown: name, at: index, of: row, &reading) }
    return names.joined(separator: "\n")
  }

  /// The prize of a cell that holds one, whatever commas are in its name.
  func read(prize text: String, at index: Int, of row: Row, _ reading: inout RecordReading) -> String {
    if let prize = prizes.one(text) { return prize }
    remark(unknown: text, at: index, of: row, &reading)
    return text
  }

  private func remark(unknown name: String, at index: Int, of row: Row, _ reading: inout RecordReading) {
    // Where the event knows no prizes at all, that is said once for the whole file.
    guard !prizes.isEmpty else { return }
    reading.remarks.append(
      row.problem(at: index, "\(quoted(name)) is no prize that the event knows; it is kept as it stands."))
  }
}

extension CellProblem {
  /// The same as a remark on what was not taken.
  fileprivate var leftOut: CellProblem {
    CellProblem(index: index, column: column, value: value, message + " It is left out.")
  }
}
