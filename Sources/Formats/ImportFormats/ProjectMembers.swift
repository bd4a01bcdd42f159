import Vocabulary

/// Reads who made a project: its submitter, who counts as captain, and the other members of the team.
struct ProjectMembers {
  private let submitter: Cells
  private let tail: TeamTail?

  /// Where the parts of one person stand in a row.
  private struct Cells {
    let given: Int?
    let family: Int?
    let email: Int?
    let screenName: Int?
  }

  init(_ found: ProjectColumns, _ columns: Columns, _ tail: TeamTail?) {
    submitter = Cells(
      given: columns[.givenName] ?? found.givenName, family: columns[.familyName] ?? found.familyName,
      email: columns[.email] ?? found.email, screenName: columns[.displayName] ?? found.screenName)
    self.tail = tail
  }

  /// Whether a row may go on beyond the header.
  var mayExceedHeader: Bool { tail.map { $0.end == nil } ?? false }

  func columns(upTo width: Int) -> Set<Int> {
    guard let tail, tail.start < width else { return [] }
    return Set(tail.start..<(tail.end ?? width))
  }

  /// The people of a row as participants of the team; none where the file has no personal data.
  func drafts(
    of row: Row, team: String, declaredSize: String?, _ found: ProjectColumns, _ reading: inout RecordReading
  ) -> [Draft] {
    var people: [Draft] = []
    var addresses: Set<String> = []
    for (position, cells) in ([submitter] + others(of: row, found, &reading)).enumerated() {
      guard var draft = person(cells, of: row, &reading) else { continue }
      if let email = draft[.email].flatMap(EmailAddress.init), !addresses.insert(email.folded).inserted { continue }
      draft[.team] = team
      if position == 0 { draft[.isCaptain] = "true" }
      people.append(draft)
    }
    if let declaredSize, !people.isEmpty, String(people.count) != declaredSize {
      let message = "The project has \(people.count) of its \(declaredSize) people named in the file."
      reading.remarks.append(row.problem(at: found.memberCount, message))
    }
    return people
  }

  private func others(of row: Row, _ found: ProjectColumns, _ reading: inout RecordReading) -> [Cells] {
    guard let tail else { return [] }
    guard let (shape, starts) = tail.groups(of: row) else {
      let message =
        "The cells behind \"Additional Team Member Count\" are no groups of first name, last name and e-mail address, "
        + "so they were left out."
      reading.remarks.append(CellProblem(message))
      return []
    }
    return starts.map { start in
      Cells(
        given: start + shape.given, family: start + shape.family, email: start + shape.email,
        screenName: shape.screenName.map { start + $0 })
    }
  }

  private func person(_ cells: Cells, of row: Row, _ reading: inout RecordReading) -> Draft? {
    var draft = Draft(.participant)
    draft[.givenName] = row.text(at: cells.given)
    draft[.familyName] = row.text(at: cells.family)
    let hasName = draft[.givenName] != nil || draft[.familyName] != nil
    if !hasName { draft[.displayName] = row.text(at: cells.screenName) }
    guard let text = row.text(at: cells.email) else {
      if hasName {
        let index = draft[.givenName] == nil ? cells.family : cells.given
        reading.remarks.append(row.problem(at: index, "This person has no e-mail address and is left out."))
      }
      return nil
    }
    do throws(Refusal) {
      draft[.email] = try CellForm.email(text)
    } catch {
      reading.problems.append(row.problem(at: cells.email, error.message))
      return nil
    }
    guard hasName || draft[.displayName] != nil else {
      reading.remarks.append(row.problem(at: cells.email, "This person has no name and is left out."))
      return nil
    }
    return draft
  }
}
