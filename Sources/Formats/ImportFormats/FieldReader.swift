import Vocabulary

/// Reads the cells of a row into the fields of a draft.
struct FieldReader {
  let columns: Columns
  let form: CellForm
  let prizes: PrizeList

  init(_ columns: Columns, _ settings: ReadingSettings, times: TimeReading) {
    self.columns = columns
    form = CellForm(times: times)
    prizes = PrizeList(settings.knownPrizes)
  }

  /// What the row says in those columns that the noun has.
  func draft(
    _ noun: ImportNoun, of row: Row, into reading: inout RecordReading,
    where takes: (DraftField) -> Bool = { _ in true }
  ) -> Draft {
    var draft = Draft(noun)
    for (field, index) in columns.all where takes(field) {
      guard let text = row.text(of: field, at: index, for: noun) else { continue }
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
    if field == .languages {
      draft[.languages] = read(languages: text, at: index, of: row, &reading)
      return
    }
    do throws(Refusal) {
      draft[field] = try form.text(of: field, from: text)
      // Our own exports have a column for it.
      if field == .receivedAt, columns[.receivedAsWritten] == nil { draft[.receivedAsWritten] = text }
    } catch {
      guard field.canBeLeftOut(of: draft.noun) else {
        reading.problems.append(row.problem(at: index, error.message))
        return
      }
      reading.remarks.append(row.problem(at: index, error.leftOut))
      // An answer that is not clear takes an earlier consent back.
      if field == .mayBeNamed { draft[.mayBeNamed] = "false" }
    }
  }

  /// The languages of a cell that are known; other words are left out and remarked.
  private func read(languages text: String, at index: Int, of row: Row, _ reading: inout RecordReading) -> String {
    let (codes, unknown) = LanguageList.read(text)
    if let first = unknown.first {
      let words = unknown.map(quoted).joined(separator: ", ")
      let fault = unknown.count == 1 ? "\(quoted(first)) is no language" : "\(words) are no languages"
      reading.remarks.append(
        row.problem(at: index, fault + (unknown.count == 1 ? ", so it was" : ", so they were") + " left out."))
    }
    return codes.joined(separator: " ")
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
