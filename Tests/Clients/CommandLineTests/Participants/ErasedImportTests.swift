import Foundation
import Postgres
import Testing

/// Who asked to be erased comes back with no file, unless the organiser says so.
@Suite(.serialized) struct ErasedImportTests {
  private static let leftOut =
    "This person asked to be erased and is left out. To take them all the same: --with-erased"
  private static let attendees = """
    Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Attendee Status
    500,2021-05-07 09:30:00,Ada,Lund,ada@solar.example,1,Student,900,Attending
    500,2021-05-07 09:30:00,Bo,Berg,ADA@solar.example,1,Student,901,Attending

    """

  /// Erases the participant of this name.
  private func erase(_ name: String, _ place: Workplace) async throws {
    let key = try #require(
      try await place.ask("SELECT key FROM participant WHERE display_name = \(name) AND erased_at IS NULL"))
    let erased = try await place.run("person", "erase", key, "--confirm", key)
    try #require(erased.code == 0, "\(erased)")
  }

  private func names(_ place: Workplace) async throws -> [String] {
    try await place.lines("SELECT display_name FROM participant WHERE erased_at IS NULL ORDER BY display_name")
  }

  @Test(arguments: [
    // The same file, then files in which one thing that identifies the person is left.
    ("key,display_name,email\nann,Ann Ng,ann@x.example\nbob,Bob,bob@x.example\n", 2),
    ("key,display_name\nann,Someone\nbob,Bob\n", 2),
    ("display_name,email\nBob,bob@x.example\nAnn N.,ANN@X.Example\n", 3),
    ("key,display_name,email\nann-2,Annie,Ann@x.example\nbob,Bob,bob@x.example\n", 2),
  ])
  func `a file names the row, leaves it out and takes the others`(file: String, row: Int) async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill(
        "participant", "key,display_name,email\nann,Ann Ng,ann@x.example\nbob,Bob,bob@x.example\n")
      try await erase("Ann Ng", place)
      let before = try await place.lines("SELECT t::text FROM participant AS t ORDER BY 1")
      for options in [["--dry-run"], ["--continue"], []] {
        try place.write(file, to: "again.csv")
        let arguments = ["participant", "import", "again.csv", "--json"] + options
        let again = try Imported(await place.program.start(arguments).end())
        #expect(again.code == 0 && again.problems == [])
        #expect(again.remarks == ["\(row)/\(row): \(Self.leftOut)"])
        #expect(again.document["skipped"] as? Int == 1)
      }
      #expect(try await place.lines("SELECT t::text FROM participant AS t ORDER BY 1") == before)
      let said = try await place.run("participant", "import", "again.csv")
      #expect(said.errors.contains("  1 row skipped: the person asked to be erased\n"), "\(said)")
      #expect(said.errors.contains("  row \(row): \(Self.leftOut)\n"), "\(said)")
      #expect(!said.errors.lowercased().contains("ann"), "\(said)")
      try await place.expectUnaltered()
    }
  }

  @Test func `somebody is taken again when the organiser says so, and stays`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = "key,display_name,email\nann,Ann Ng,ann@x.example\n"
      try await place.fill("participant", file)
      try await erase("Ann Ng", place)
      #expect(
        try await place.importing(file, "--with-erased").counts
          == "1 rows, 1 created, 0 updated, 0 unchanged, 0 skipped, 0 rejected")
      #expect(try await names(place) == ["Ann Ng"])
      #expect(
        try await place.importing(file).counts
          == "1 rows, 0 created, 0 updated, 1 unchanged, 0 skipped, 0 rejected")
      // Erased again, the person stays away again.
      try await erase("Ann Ng", place)
      #expect(try await place.importing(file).remarks == ["2/2: \(Self.leftOut)"])
      try await place.expectUnaltered()
    }
  }

  @Test func `a key that the program made is free for who comes back`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("participant", "add", "--name", "Ann Ng").code == 0)
      #expect(try await place.run("person", "erase", "p-1", "--confirm", "p-1").code == 0)
      let file = "key,display_name\np-1,Ann Ng\n"
      #expect(try await place.importing(file).remarks == ["2/2: \(Self.leftOut)"])
      for outcome in ["1 created, 0 updated, 0 unchanged", "0 created, 0 updated, 1 unchanged"] {
        #expect(try await place.importing(file, "--with-erased").counts == "1 rows, \(outcome), 0 skipped, 0 rejected")
      }
      #expect(
        try await place.lines("SELECT key FROM participant ORDER BY participant_id") == ["p-1-erased", "p-1"])
      try await place.expectUnaltered()
    }
  }

  @Test func `what a source calls a person is known too, and an address that several share is taken from none`()
    async throws
  {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.importing(Self.attendees).code == 0)
      try await erase("Ada Lund", place)
      let again = try await place.importing(Self.attendees)
      #expect(try again.counts == "2 rows, 0 created, 0 updated, 1 unchanged, 1 skipped, 0 rejected")
      #expect(again.remarks.first == "2/2: \(Self.leftOut)")
      #expect(
        again.remarks.last?.hasPrefix("3/3 Email: The address is that of a person who asked to be erased") == true)
      #expect(try await place.ask("SELECT email FROM participant WHERE display_name = 'Bo Berg'") == nil)
      // The number of the ticket alone.
      let renamed = Self.attendees.replacing("Ada,Lund,ada@", with: "A.,L.,a@")
      #expect(try await place.importing(renamed).remarks.first == "2/2: \(Self.leftOut)")
      // The address alone, under another number.
      let renumbered = Self.attendees.replacing("Student,900", with: "Student,990")
      #expect(try await place.importing(renumbered).remarks.contains("2/2: \(Self.leftOut)"))
      #expect(try await names(place) == ["Bo Berg"])
    }
  }

  @Test func `a name counts for somebody who had nothing else`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("participant", "add", "--name", "Ann Ng").code == 0)
      #expect(try await place.run("participant", "add", "--name", "Bo Berg", "--email", "bo@x.example").code == 0)
      #expect(try await place.run("participant", "add", "--name", "Cy Cole").code == 0)
      #expect(try await place.run("participant", "remove", "p-3").code == 0)
      for key in ["p-1", "p-2", "p-3"] {
        #expect(try await place.run("person", "erase", key, "--confirm", key).code == 0)
      }
      let file = "display_name,email\nANN  ng,ann@x.example\nBo Berg,other@x.example\ncy cole,cy@x.example\n"
      let again = try await place.importing(file)
      #expect(again.code == 0 && again.remarks == ["2/2: \(Self.leftOut)", "4/4: \(Self.leftOut)"])
      // Somebody else of that name, or the same person by another address: nobody can tell.
      #expect(try await names(place) == ["Bo Berg"])
    }
  }

  @Test func `an address that was edited since is known as well`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = "display_name,email\nAnn Ng,ann@x.example\n"
      try await place.fill("participant", file)
      #expect(try await place.run("participant", "set", "p-1", "--email", "new@x.example").code == 0)
      try await erase("Ann Ng", place)
      #expect(try await place.importing(file).remarks == ["2/2: \(Self.leftOut)"])
    }
  }

  @Test func `a team whose only member is left out is imported`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = "key,display_name,email,team\nann,Ann Ng,ann@x.example,Aurora\nbob,Bob,,Aurora\n"
      try await place.fill("participant", file)
      try await erase("Ann Ng", place)
      try await DevpostImportTests.prepared { other async throws in
        #expect(try await other.importing(DevpostImportTests.projects).code == 0)
        try await erase("Eve Eng", other)
        #expect(try await other.run("team", "remove", "night-bus").code != 0)
        let again = try await other.importing(DevpostImportTests.projects)
        #expect(again.code == 0 && again.problems == [])
        let words = "A person of this row asked to be erased and is left out. To take them all the same: --with-erased"
        #expect(again.remarks.filter { $0.contains("erased") }.map { $0.hasSuffix(words) } == [true])
        #expect(try await names(other).contains("Eve Eng") == false)
      }
      try await Workplace.withEvent { other async throws in
        try await other.fill("participant", "key,display_name,email\nann,Ann Ng,ann@x.example\n")
        try await erase("Ann Ng", other)
        let again = try await other.importing(Self.teamOfOne)
        #expect(again.code == 0 && again.problems == [], "\(again.document)")
        #expect(try await other.lines("SELECT name FROM team") == ["Solo"])
        #expect(try await names(other) == [])
      }
    }
  }

  /// A project of one member.
  private static let teamOfOne =
    DevpostImportTests.header + "\n"
    + "Solo,https://hack.example/software/solo,Submitted (Gallery/Visible),Pending,Submit,10/17/2021 09:15:00,"
    + "Text,,,,,,,Ann,Ng,ANN@x.example,0\n"

  @Test func `another event knows nothing of it`() async throws {
    try await Workplace.withEvent { place async throws in
      let file = "key,display_name,email\nann,Ann Ng,ann@x.example\n"
      try await place.fill("participant", file)
      try await erase("Ann Ng", place)
      let cloned = try await place.run("event", "clone", "jam", "next", "--from", "2027-05-08", "--to", "2027-05-10")
      #expect(cloned.code == 0, "\(cloned)")
      let hashes = try await place.ask("SELECT count(DISTINCT event_id)::text FROM erased_person")
      #expect(hashes == "1")
      #expect(try await place.run("participant", "import", "participant.csv", "-E", "next").code == 0)
      #expect(try await names(place) == ["Ann Ng"])
      // Their secrets differ, so that one event's hashes tell nothing of another's.
      #expect(try await place.run("person", "erase", "ann", "--confirm", "ann", "-E", "next").code == 0)
      #expect(
        try await place.ask(
          "SELECT count(*)::text FROM (SELECT sha256 FROM erased_person GROUP BY 1 HAVING count(*) > 1) AS s")
          == "0")
    }
  }

  @Test(arguments: [true, false]) func `who was removed and then erased stays away`(isImported: Bool) async throws {
    try await Workplace.withEvent { place async throws in
      let file = "key,display_name,email\nann,Ann Ng,ann@x.example\n"
      if isImported {
        try await place.fill("participant", file)
      } else {
        let added = ["participant", "add", "ann", "--name", "Ann Ng", "--email", "ann@x.example"]
        #expect(try await place.program.start(added).end().code == 0)
      }
      #expect(try await place.run("participant", "remove", "ann").code == 0)
      #expect(try await place.run("person", "erase", "ann", "--confirm", "ann").code == 0)
      for text in [file, "display_name,email\nA.,Ann@x.example\n", "key,display_name\nann,A.\n"] {
        #expect(try await place.importing(text).remarks == ["2/2: \(Self.leftOut)"], "\(text)")
      }
    }
  }

  @Test func `everybody who is erased when the day has passed stays away`() async throws {
    try await Workplace.withEvent { place async throws in
      let files = [
        "participant": "key,display_name,email\nann,Ann Ng,ann@x.example\n",
        "mentor": "key,name,email\nmia,Mia,mia@x.example\n", "judge": "code,name,email\nJ-01,Jo,jo@x.example\n",
      ]
      for (noun, text) in files { try await place.fill(noun, text) }
      try await place.arrange("UPDATE event SET keep_people_until = '2020-01-01'")
      #expect(try await place.run("person", "erase", "--due", "--confirm", "jam").code == 0)
      for noun in files.keys.sorted() {
        let again = try document(try await place.run(noun, "import", "\(noun).csv", "--json").output)
        #expect(again["skipped"] as? Int == 1 && again["created"] as? Int == 0, "\(noun): \(again)")
      }
      try await place.expectUnaltered()
    }
  }

  @Test func `only keyed hashes are kept`() async throws {
    try await Workplace.withEvent { place async throws in
      try await place.fill("participant", "key,display_name,email\nann,Ann Ng,ann@x.example\n")
      try await erase("Ann Ng", place)
      #expect(try await place.ask("SELECT count(*)::text FROM erased_person") == "2")
      for text in ["ann", "ann@x.example", "ann ng", "e-mail ann@x.example", "person participant e-mail ann@x.example"]
      {
        #expect(
          try await place.ask(
            "SELECT count(*)::text FROM erased_person WHERE sha256 = sha256(convert_to(\(text), 'UTF8'))") == "0")
      }
      #expect(
        try await place.dump().filter { $0.contains("ann@x.example") || $0.contains("Ann Ng") } == [])
      await #expect(throws: PostgresError.self) {
        try await place.database.session { try $0.run(script: "DELETE FROM erased_person") }
      }
    }
  }
}
