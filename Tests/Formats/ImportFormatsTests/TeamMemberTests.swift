import ImportFormats
import Testing

/// Rows that name the people of a team: in numbered columns, as its leader, or in one cell.
@Suite struct TeamMemberTests {
  /// "Name email team", with a star for a captain.
  private func people(_ sample: Sample) -> [String] {
    sample.drafts.filter { $0.noun == .participant }.map { draft in
      let name =
        draft[.displayName] ?? [draft[.givenName], draft[.familyName]].compactMap(\.self).joined(separator: " ")
      return [name, draft[.email], draft[.team]].compactMap(\.self).joined(separator: " ")
        + (draft[.isCaptain] == "true" ? "*" : "")
    }
  }

  @Test(arguments: [
    "Member 2 Name,Member 2 Email", "member 2,member 2 e-mail", "Teammate 1,Teammate 1 Email Address",
    "Team Member 2 Full Name,Team Member 2: Email", "Name of member 2,Email of member 2", "Member2 name,Member2 email",
    "Member #2's name,Member #2's e-mail", "membre 2 nom,membre 2 courriel", "Nom du membre 2,Courriel du membre 2",
    "Nom complet du coéquipier 1,Adresse courriel du coéquipier 1", "integrante 3 nombre,integrante 3 correo",
    "Nombre del integrante 2,Correo electrónico del integrante 2", "Student 2 Name,Student 2 Mail",
  ])
  func aNumberedMemberIsAPersonOfTheTeam(columns: String) throws {
    let sample = try Sample(
      "Team Name,Name,Email,\(columns)\nTidal,Ana Lee,ana@example.org,Bo Ray,bo@example.org\nKelp,Dee,dee@example.org,N/A,\n"
    )
    #expect(sample.interpreter.noun == .participant)
    #expect(
      people(sample) == ["Ana Lee ana@example.org Tidal", "Bo Ray bo@example.org Tidal", "Dee dee@example.org Kelp"])
    #expect(sample.interpreter.ignoredColumns == [])
    #expect(sample.remarks == [] && sample.problems == [])
  }

  @Test(arguments: [
    "Member 2 First Name,Member 2 Last Name,Member 2 Email", "Prénom du membre 2,Nom du membre 2,Courriel du membre 2",
    "Nombre del integrante 2,Apellidos del integrante 2,Correo del integrante 2",
  ])
  func aMembersNameMayBeInTwoColumns(columns: String) throws {
    let sample = try Sample("Team,Name,Email,\(columns)\nTidal,Ana,ana@example.org,Bo,Ray,bo@example.org\n")
    #expect(
      sample.drafts.last
        == Draft(.participant, [.givenName: "Bo", .familyName: "Ray", .email: "bo@example.org", .team: "Tidal"]))
  }

  @Test(arguments: [
    ("Ana Lee, Bo Ray; Cy Fox", ["Ana Lee", "Bo Ray", "Cy Fox"]), ("Dee Orr & Eli Poe", ["Dee Orr", "Eli Poe"]),
    ("Ana Lee and Bo Ray", ["Ana Lee", "Bo Ray"]), ("Ana Ruiz y Bo Berg", ["Ana Ruiz", "Bo Berg"]),
    ("José Ortega y Gasset", ["José Ortega y Gasset"]), ("1. Ana Lee\n2. Bo Ray\n", ["Ana Lee", "Bo Ray"]),
    ("Ana Lee, ana lee", ["Ana Lee"]),
    ("Ana Lee <ana@example.org>; Bo (bo@example.org)", ["Ana Lee ana@example.org", "Bo bo@example.org"]),
  ])
  func aCellOfNamesIsCut(_ cell: String, _ names: [String]) throws {
    for column in ["Members", "Team members", "Membres de l'équipe", "Integrantes", "Teammates' names"] {
      let sample = try Sample("Team,\(column)\nTidal,\"\(cell)\"\n")
      #expect(sample.interpreter.noun == .team)
      #expect(people(sample) == names.map { $0 + " Tidal" }, "\(column)")
      #expect(sample.drafts.first == Draft(.team, [.name: "Tidal"]))
    }
  }

  @Test func aPersonWithoutAnAddressIsKnownByNameWithinTheTeam() throws {
    let sample = try Sample("Team,Members\nTidal,Ana Lee\n")
    #expect(sample.drafts.last?[.sourceKey] == "name:tidal/ana lee")
  }

  @Test func theLeaderOfAFormIsWhomTheRowIsAbout() throws {
    let sample = try Sample(
      """
      Timestamp,Email Address,Team Name,Team Leader Name,Phone,Member 2 Name,Member 2 Email,Member 3 Name,Member 3 Email
      3/20/2026 19:10:37,ana@example.org,Tidal,Ana Lee,+1 514 555 0101,Bo Ray,bo@example.org,Cy Fox,cy@example.org
      3/21/2026 8:01:00,dee@example.org,Kelp,Dee Orr,4.41E+11,Eli Poe,eli@example.org,,
      """,
      .with {
        $0.dateOrder = .monthFirst
        $0.timeZone = "America/Toronto"
      })
    #expect(
      people(sample) == [
        "Ana Lee ana@example.org Tidal*", "Bo Ray bo@example.org Tidal", "Cy Fox cy@example.org Tidal",
        "Dee Orr dee@example.org Kelp*", "Eli Poe eli@example.org Kelp",
      ])
    #expect(sample.interpreter.ignoredColumns == ["Phone"])
  }

  @Test(arguments: ["Leader Name,Leader Email", "Nom du chef,Courriel du chef", "Nombre del líder,Correo del líder"])
  func aRowOfATeamNamesItsLeaderAndMembers(leader: String) throws {
    let sample = try Sample(
      "Team Name,\(leader),Member 1 Name,Member 1 Email\nTidal,Ana,ana@example.org,Bo,bo@example.org\n")
    #expect(sample.interpreter.noun == .team)
    #expect(people(sample) == ["Ana ana@example.org Tidal*", "Bo bo@example.org Tidal"])
  }

  @Test func nobodyIsNamedTwiceInARow() throws {
    let sample = try Sample(
      "Team,Name,Email,Member 1 Name,Member 1 Email,Members\nTidal,Ana Lee,ana@example.org,Ana Lee,ANA@example.org,\"Ana Lee, Bo\"\n"
    )
    #expect(people(sample) == ["Ana Lee ana@example.org Tidal", "Bo Tidal"])
  }

  @Test func whoCannotBeTakenIsNamed() throws {
    let sample = try Sample("Team,Member 1 Name,Member 1 Email,Members\nTidal,,bo@example.org,3\nKelp,Cy,cy@@x,\n")
    #expect(
      sample.remarks == ["This person has no name and is left out.", "\"3\" names nobody, so it was left out."])
    #expect(
      sample.readings[1].problems == [
        CellProblem(index: 2, column: "Member 1 Email", value: "cy@@x", "\"cy@@x\" is not an e-mail address.")
      ])
  }

  @Test(arguments: [
    "Team size", "Number of members", "Member since", "Lead source", "Membership", "Member 2 phone", "Chef", "Name 2",
  ])
  func otherColumnsAreNoMembers(column: String) throws {
    let sample = try Sample("name,email,\(column)\nAna,ana@example.org,7\n")
    #expect(sample.drafts == [Draft(.participant, [.displayName: "Ana", .email: "ana@example.org"])])
  }

  @Test func peopleInColumnsThatArePassedOverAreWarnedOf() throws {
    let sample = try Sample(
      """
      name,email,Guardian,Guardian's mail,Order Name,Diet,Event Name,Second member's full name
      Ana,ana@example.org,x,,Boss Payer,none,Big Jam,
      Bo,bo@example.org,x,mum@example.org,,Gluten Free,Big Jam,Cy Fox
      """)
    #expect(
      sample.interpreter.passedOverPeople == [
        PassedOverColumn(column: "Order Name", content: .names, row: 2),
        PassedOverColumn(column: "Guardian's mail", content: .addresses, row: 3),
        PassedOverColumn(column: "Second member's full name", content: .names, row: 3),
      ])
    let left = try ReadingSettings().mapped("column,field\nx,ignore\n")
    #expect(try Sample("name,email,x\nAna,ana@example.org,mum@example.org\n", left).interpreter.passedOverPeople == [])
  }
}
