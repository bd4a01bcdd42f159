import ImportFormats
import Testing
import Vocabulary

/// Every way in which a header or a map says too little, in words.
@Suite struct ErrorTests {
  private func words(_ error: ImportFormatError?) -> [String?] {
    [error?.explanation.message, error?.explanation.hint?.description]
  }

  private let map = #"a CSV file with the columns "column" and "field", and rows such as Your e-mail?,email"#

  @Test func columnsThatTellNothing() throws {
    #expect(
      words(try errorOfReading("a,b")) == [
        "The columns do not tell what a row of the file is.",
        "Say it with --as organisation or --as team or --as participant or --as submission.",
      ])
  }

  @Test func columnsThatTellTwoThings() throws {
    #expect(
      words(try errorOfReading("team,title,email,role,key")) == [
        "A row of the file can be an organisation or a participant or a submission.",
        "Say it with --as organisation or --as participant or --as submission.",
      ])
  }

  @Test func aFileOfAnotherThing() throws {
    #expect(
      words(try errorOfReading("Project Title,Submission Url", .with { $0.noun = .organisation })) == [
        "A devpost file does not hold organisations.", "Say --as submission or --as team, or leave --as out.",
      ])
  }

  @Test func twoColumnsOfOneMeaning() throws {
    #expect(
      words(try errorOfReading("email,Prénom,First name")) == [
        "The columns \"Prénom\" and \"First name\" both stand for given_name.",
        "Give one of them the field \"ignore\" with --map: \(map).",
      ])
  }

  @Test func missingColumns() throws {
    let other = "Where it stands under another name, say so with --map: \(map)."
    let cases: [(ImportNoun, String, String)] = [
      (.submission, "a,b", "The header has no column \"team\", only \"a\", \"b\"; add the column or rename one."),
      (.team, "key", "The header has no column \"name\", only \"key\"; add the column or rename one."),
      (.organisation, "key", "The header has no column \"role\", only \"key\"; add the column or rename one."),
    ]
    for (noun, header, message) in cases {
      #expect(words(try errorOfReading(header, .with { $0.noun = noun })) == [message, other])
    }
    let platforms: [(ImportProfile, String)] = [
      (.devpost, "Submission Url"), (.devpostRegistrants, "Email"), (.eventbrite, "Attendee #"),
    ]
    for (profile, column) in platforms {
      #expect(
        words(try errorOfReading("a", .with { $0.profile = profile })) == [
          "The header has no column \"\(column)\", only \"a\"; add the column or rename one.", other,
        ])
    }
  }

  @Test func missingContactsAndNames() throws {
    let cases: [(ImportNoun, String, String)] = [
      (.participant, "city", "an e-mail address or a key, which a participant"),
      (.participant, "email", "a name, which a participant"),
      (.organisation, "key,role", "a name, which an organisation"),
    ]
    for (noun, header, wanted) in cases {
      #expect(
        words(try errorOfReading(header, .with { $0.noun = noun })) == [
          "No column of the file is known to hold \(wanted) needs.", "Say which column does with --map: \(map).",
        ])
    }
  }

  @Test func aFormThatNeedsMore() {
    #expect(
      words(.mapNeeded(.googleForms)) == [
        "No questions of the google-forms file are known to ask for an e-mail address and a name.",
        "Say what the questions ask for with --map: \(map).",
      ])
    #expect(
      words(.timeZoneNeeded(column: "Horodateur", zone: "America/Toronto")) == [
        "The times in \"Horodateur\" do not say their zone.", "Add --tz ZONE: the event's is --tz America/Toronto.",
      ])
    #expect(
      words(.timesUnclear(column: "Horodateur", zone: "America/Toronto")) == [
        "The dates in \"Horodateur\" may be day first or month first, and the times do not say their zone.",
        "Add --date-order dmy or --date-order mdy, and --tz ZONE: the event's is --tz America/Toronto.",
      ])
    #expect(
      words(.dateOrderNeeded(column: "Horodateur")) == [
        "The dates in \"Horodateur\" may be day first or month first.",
        "Add --date-order dmy or --date-order mdy, or --date-order ymd where every date begins with its year.",
      ])
  }

  private func mapWords(_ text: String) -> [String?] {
    do throws(ImportFormatError) {
      _ = try ColumnMap(Array(text.utf8))
      return []
    } catch {
      return words(error)
    }
  }

  @Test func aMapThatCannotBeRead() {
    #expect(
      mapWords("a,b\n") == [
        "The header has no column \"column\", only \"a\", \"b\"; add the column or rename one.", "The map is \(map).",
      ])
    #expect(mapWords("column,field\nx\n") == ["Row 2 of the map lacks a column or a field.", "The map is \(map)."])
    #expect(
      mapWords("column,field\nx,emal\n") == ["\"emal\" in the map is no field.", "Did you mean \"email\"?"])
    #expect(
      mapWords("column,field\nx,shoe_size_in_cm\n")[1]?.hasPrefix("The fields are key, role, order, name_en,") == true)
  }

  @Test func aMapThatDoesNotFitTheFile() throws {
    func error(_ rows: String) throws -> [String?] {
      words(try errorOfReading("Adress,name", .with { $0.noun = .participant }.mapped("column,field\n" + rows)))
    }
    #expect(
      try error("Address,email\n") == [
        "The map speaks of a column \"Address\", which the file does not have.", "Did you mean \"Adress\"?",
      ])
    #expect(
      try error("Where to write?,email\n") == [
        "The map speaks of a column \"Where to write?\", which the file does not have.",
        "Its columns are \"Adress\", \"name\".",
      ])
    #expect(
      try error("Adress,email\nADRESS,city\n") == [
        "The map gives the column \"ADRESS\" twice.", "Leave one of the two rows.",
      ])
    #expect(
      try error("Adress,title\n") == [
        "The map gives a column to \"title\", which a participant does not have.",
        "Its fields are key, source_key, given_name, family_name, display_name, name, email, country, "
          + "country_of_nationality, city, affiliation, languages, language, alias, may_be_named, consent_public, "
          + "registration_source, team, is_captain, captain, received_at, registered_at, "
          + "received_as_written, registered_as_written.",
      ])
  }
}
