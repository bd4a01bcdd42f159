import CSV
import Testing

@Suite struct HeaderTests {
  private func header(_ names: String...) throws -> Header {
    try Header(Record(cells: names, row: 1, line: 1))
  }

  @Test(arguments: [
    ("Team Name", "team name"), ("  Team   Name ", "team_name"), ("team-name", "TEAM_NAME"),
    ("Team\u{A0}Name", "team name"), ("Team\nName", "team – name"), ("Prénom", "prenom"), ("PRÉNOM", "pre\u{301}nom"),
    ("Équipe", "equipe"), ("Größe", "GROSSE"), ("Øre", "ore"), ("Łódź", "lodz"), ("Việt", "viet"), ("Œuvre", "oeuvre"),
    ("İsim", "isim"), ("Όνομα", "ονομα"), ("Ёлка", "елка"), ("“Name”", "name"), ("« Nom »", "nom"), ("'Name'", "name"),
    ("„Name“", "\"NAME\""), ("L’équipe", "l'equipe"), ("\u{FEFF}Name", "name"), ("名前", "名前"),
  ])
  func namesMatchWhateverTheirCaseSpacesAccentsAndQuotes(name: String, other: String) throws {
    #expect(try header("x", name).index(of: other) == 1)
    #expect(try header("x", other).index(of: name) == 1)
  }

  @Test(arguments: [("email", "e mail"), ("Vote 1 1", "Vote 11"), ("a", "b"), ("каша", "кеша"), ("की", "कु")])
  func otherNamesStayApart(name: String, other: String) throws {
    let header = try header(name, other)
    #expect(header.index(of: name) == 0)
    #expect(header.index(of: other) == 1)
  }

  @Test func namesAreKeptAsTheFileHasThem() throws {
    #expect(try header(" Team  Name", "“É”").names == [" Team  Name", "“É”"])
  }

  @Test func columnsWithoutANameMayBeMany() throws {
    let header = try header("a", "", " ", "--")
    #expect(header.count == 4)
    #expect(header.index(of: "") == nil)
    #expect(header.index(of: "-") == nil)
  }

  @Test func namesThatMatchAreRefused() throws {
    let error = CSVError.duplicateColumn(
      first: "E-mail", firstCell: "A1", second: "é_mail", secondCell: "C1")
    #expect(throws: error) { try header("E-mail", "name", "é_mail") }
  }

  @Test func aColumnThatMustBeThereIsNamedWhenItIsNot() throws {
    let header = try header("name", "team")
    #expect(try header.requireIndex(of: "TEAM") == 1)
    #expect(throws: CSVError.missingColumn("email", header: ["name", "team"])) {
      try header.requireIndex(of: "email")
    }
  }

  @Test func aHeaderMayEndOpen() throws {
    #expect(try header("a", "...").isOpenEnded)
    #expect(try header("a", " … ").isOpenEnded)
    #expect(try !header("...", "a").isOpenEnded)
  }
}
