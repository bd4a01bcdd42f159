import Foundation
import Postgres
import Testing

/// Who was removed is in the log, and is found there.
@Suite struct RemovedPersonTests {
  private func values(with name: String, _ place: Workplace) async throws -> String? {
    try await place.ask("SELECT count(*)::text FROM audit_personal_value WHERE value LIKE '%' || \(name) || '%'")
  }

  @Test(arguments: [true, false])
  func `somebody who was removed is shown and erased by the key that they had`(isImported: Bool) async throws {
    try await Workplace.withEvent { place async throws in
      if isImported {
        try await place.fill("participant", "key,display_name,email\nzo,Zoé Roy,zo@example.org\nann,Ann,\n")
      } else {
        let name = ["participant", "add", "zo", "--name", "Zoé Roy", "--email", "zo@example.org"]
        #expect(try await place.program.start(name).end().code == 0)
        #expect(try await place.run("participant", "add", "ann", "--name", "Ann").code == 0)
      }
      #expect(try await place.run("participant", "remove", "zo").code == 0)
      let held = try document(try await place.run("person", "export", "zo").output)
      #expect(held["participant"] is NSNull)
      #expect((held["log"] as? [Any])?.isEmpty == false)
      let erased = try await place.run("person", "erase", "zo", "--confirm", "zo")
      #expect(erased.code == 0 && erased.errors.contains("Erased 1 person."), "\(erased)")
      #expect(try await values(with: "Zo", place) == "0")
      #expect(try await values(with: "Ann", place) != "0")
      #expect(
        try await place.run("person", "erase", "zo", "--confirm", "zo")
          == .saying(5, "Error: There is no participant \"zo\".", "List them: datajam participant list"))
      try await place.expectUnaltered()
    }
  }

  @Test func `a key that somebody else has now finds both`() async throws {
    try await Workplace.withEvent { place async throws in
      for name in ["Zoé Roy", "Zoé Martin"] {
        #expect(try await place.run("participant", "add", "zo", "--name", name).code == 0)
        if name == "Zoé Roy" { #expect(try await place.run("participant", "remove", "zo").code == 0) }
      }
      let erased = try await place.run("person", "erase", "zo", "--confirm", "zo")
      #expect(erased.code == 0 && erased.errors.contains("Erased 2 people."), "\(erased)")
      #expect(try await values(with: "Zo", place) == "0")
    }
  }

  @Test func `everybody who is due includes those who were removed`() async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.run("participant", "add", "zo", "--name", "Zoé Roy").code == 0)
      #expect(try await place.run("participant", "remove", "zo").code == 0)
      #expect(try await place.run("judge", "add", "J-01", "--name", "Jo Judge").code == 0)
      #expect(try await place.run("judge", "remove", "J-01").code == 0)
      try await place.database.session {
        try $0.run(script: "UPDATE event SET keep_people_until = '2020-01-01'")
      }
      let erased = try await place.run("person", "erase", "--due", "--confirm", "jam")
      #expect(erased.errors.contains("Erased 1 person and 1 mentor or judge."), "\(erased)")
      for name in ["Zo", "Jo Judge"] { #expect(try await values(with: name, place) == "0") }
      #expect(
        try await place.run("person", "erase", "--due", "-E", "jam").errors
          == "Everybody of event \"jam\" was erased already.\n")
    }
  }

  @Test(arguments: [("mentor", ["add", "ada", "--name", "Ada Ng"]), ("judge", ["add", "J-01", "--name", "Ada Ng"])])
  func `a mentor or a judge who was removed is erased too`(noun: String, added: [String]) async throws {
    try await Workplace.withEvent { place async throws in
      #expect(try await place.program.start([noun] + added).end().code == 0)
      #expect(try await place.run(noun, "remove", added[1]).code == 0)
      #expect(try await values(with: "Ada Ng", place) != "0")
      let erased = try await place.run(noun, "erase", added[1], "--confirm", added[1])
      #expect(erased.code == 0, "\(erased)")
      #expect(try await values(with: "Ada Ng", place) == "0")
      #expect(try await place.run(noun, "erase", added[1], "--confirm", added[1]).code == 5)
      try await place.expectUnaltered()
    }
  }
}
