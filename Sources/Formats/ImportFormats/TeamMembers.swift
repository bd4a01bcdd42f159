import CSV
import Vocabulary

/// Reads the people of a row's team who are named besides whom or what the row is about.
struct TeamMembers {
  let columns: MemberColumns

  /// The people as participants of the team, each once.
  /// - Parameter main: What the row is about; a person is not named again.
  func drafts(of row: Row, besides main: Draft, team: String?, into reading: inout RecordReading) -> [Draft] {
    guard !columns.isEmpty else { return [] }
    var people = People(team: team)
    if main.noun == .participant { people.know(main) }
    for group in [columns.leader].compactMap(\.self) + columns.members {
      if let person = person(group, of: row, &reading) { people.add(person) }
    }
    for index in columns.lists { readList(at: index, of: row, &people, &reading) }
    if team == nil, let first = people.drafts.first {
      let name = first[.displayName] ?? first[.givenName] ?? first[.familyName] ?? ""
      reading.remarks.append(
        row.problem(at: nil, "The row names no team, so \(quoted(name)) and others that it names are in none."))
    }
    return people.drafts
  }

  private func person(_ group: MemberColumns.Group, of row: Row, _ reading: inout RecordReading) -> Draft? {
    var draft = Draft(.participant)
    draft[.givenName] = text(at: group.given, of: row)
    draft[.familyName] = text(at: group.family, of: row)
    if let name = text(at: group.name, of: row) {
      let person = name.contains("@") ? NameList.person(name) : NameList.Person(name: name)
      draft[.email] = person?.email
      if draft[.givenName] == nil || draft[.familyName] == nil { draft[.displayName] = person?.name }
    }
    if let email = text(at: group.email, of: row) {
      do throws(Refusal) {
        draft[.email] = try CellForm.email(email)
      } catch {
        reading.problems.append(row.problem(at: group.email, error.message))
        return nil
      }
    }
    if group.isLeader { draft[.isCaptain] = "true" }
    guard Completeness.personNames.contains(where: { draft[$0] != nil }) else {
      if draft[.email] != nil {
        let index = group.email ?? group.name
        reading.remarks.append(row.problem(at: index, "This person has no name and is left out."))
      }
      return nil
    }
    return draft
  }

  private func readList(at index: Int, of row: Row, _ people: inout People, _ reading: inout RecordReading) {
    guard let text = text(at: index, of: row) else { return }
    let found = NameList.people(in: text)
    for person in found {
      guard let name = person.name else {
        reading.remarks.append(
          row.problem(at: index, "\(quoted(person.email ?? "")) has no name and is left out."))
        continue
      }
      var draft = Draft(.participant)
      draft[.displayName] = name
      draft[.email] = person.email
      people.add(draft)
    }
    if found.isEmpty {
      reading.remarks.append(row.problem(at: index, Refusal("\(quoted(text)) names nobody").leftOut))
    }
  }

  private func text(at index: Int?, of row: Row) -> String? {
    row.text(at: index).flatMap { BlankWords.contain($0) ? nil : $0 }
  }

  /// Who was found in a row so far.
  private struct People {
    let team: String?
    private(set) var drafts: [Draft] = []
    private var addresses: Set<String> = []
    private var names: Set<FoldedName> = []

    init(team: String?) { self.team = team }

    mutating func know(_ person: Draft) {
      if let email = person[.email].flatMap(EmailAddress.init) { addresses.insert(email.folded) }
      if let name = person.personName { names.insert(FoldedName(keepingSymbols: name)) }
    }

    mutating func add(_ person: Draft) {
      let email = person[.email].flatMap(EmailAddress.init)
      if let email {
        guard !addresses.contains(email.folded) else { return }
      } else if let name = person.personName, names.contains(FoldedName(keepingSymbols: name)) {
        return
      }
      know(person)
      var draft = person
      draft[.team] = team
      if email == nil { draft[.sourceKey] = draft.sourceKeyByName }
      drafts.append(draft)
    }
  }
}

extension Draft {
  /// The whole name of a person; where only its parts are given, the parts.
  var personName: String? {
    if let name = self[.displayName] { return name }
    let name = [self[.givenName], self[.familyName]].compactMap(\.self).joined(separator: " ")
    return name.isEmpty ? nil : name
  }

  /// What a person is called by files that give no address and no key: the name, within the team where there is one.
  var sourceKeyByName: String? {
    guard let name = personName else { return nil }
    let words = [self[.team], name].compactMap(\.self).map { FoldedName(keepingSymbols: $0).text }
    return "name:" + words.joined(separator: "/")
  }
}
