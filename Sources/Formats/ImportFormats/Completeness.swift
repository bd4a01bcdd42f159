/// Checks that a row says what its thing cannot do without.
struct Completeness {
  let noun: ImportNoun
  let columns: Columns

  /// What is missing in a row; a cell that holds something is not missing, even if it is wrong.
  /// - Parameter isKnownOtherwise: Whether a participant needs neither an e-mail address nor a key of ours.
  func problems(of row: Row, isKnownOtherwise: Bool = false) -> [CellProblem] {
    switch noun {
    case .participant: problems(ofParticipant: row, isKnownOtherwise: isKnownOtherwise)
    case .team:
      isBlank(.name, row) ? [row.missing(at: columns[.name])] : []
    case .submission: isBlank(.team, row) ? [row.missing(at: columns[.team])] : []
    case .organisation: problems(ofOrganisation: row)
    }
  }

  private func problems(ofParticipant row: Row, isKnownOtherwise: Bool) -> [CellProblem] {
    var problems: [CellProblem] = []
    if !isKnownOtherwise, [DraftField.key, .email, .sourceKey].allSatisfy({ isBlank($0, row) }) {
      let index = columns[.email] ?? columns[.key]
      problems.append(row.problem(at: index, "The participant has neither an e-mail address nor a key."))
    }
    if Self.personNames.allSatisfy({ isBlank($0, row) }) {
      let index = Self.personNames.lazy.compactMap { columns[$0] }.first
      problems.append(row.problem(at: index, "The participant has no name."))
    }
    return problems
  }

  private func problems(ofOrganisation row: Row) -> [CellProblem] {
    var problems = [DraftField.key, .role].filter { isBlank($0, row) }.map { row.missing(at: columns[$0]) }
    if Self.organisationNames.allSatisfy({ isBlank($0, row) }) {
      let index = Self.organisationNames.lazy.compactMap { columns[$0] }.first
      problems.append(row.problem(at: index, "The organisation has no name in any language."))
    }
    return problems
  }

  private func isBlank(_ field: DraftField, _ row: Row) -> Bool {
    row.text(of: field, at: columns[field], for: noun) == nil
  }

  static let personNames: [DraftField] = [.displayName, .givenName, .familyName]
  static let organisationNames: [DraftField] = [.nameEn, .nameFr, .nameEs]
}
