import Backend
import Events
import Organisations
import Participants
import Postgres
import TestBackend
import TestDatabase
import Testing
import Vocabulary

/// An organisation has its roles, its names and one key; spellings lead to it, and nothing that names it is left alone.
@Suite struct OrganisationRules {
  @discardableResult
  func set(
    _ event: TestEvent, _ key: String, _ name: String, french: String? = nil, as role: Organisation.Role,
    order: Int = 1, url: String? = nil
  ) async throws -> Outcome {
    let backend = event.backend
    let texts: [Language: String?] = [.english: name, .french: french]
    return try await event.change { id, unit in
      try backend.organisations.set(
        Organisation(key: try Slug(key), name: LocalizedText(texts.compactMapValues { $0 }), url: url),
        standing: Organisation.Standing(role: role, printOrder: order), of: id, in: unit)
    }
  }

  func show(_ event: TestEvent, _ key: String) async throws -> OrganisationDetails {
    let backend = event.backend
    return try await event.database.read { try backend.organisations.organisation(key, of: event.id, in: $0) }
  }

  func merge(_ event: TestEvent, _ from: String, into: String) async throws {
    let backend = event.backend
    try await event.change { try backend.organisations.merge(Slug(from), into: Slug(into), of: $0, in: $1) }
  }

  func called(_ event: TestEvent, _ name: String) async throws -> String? {
    let backend = event.backend
    return try await event.database.read {
      try backend.organisations.organisation(called: name, of: event.id, in: $0)?.text
    }
  }

  @Test func mergingKeepsTheTextsOfTheOneThatStaysAndFillsItsGaps() async throws {
    try await TestEvent.with { event in
      try await set(event, "u-toronto", "University of Toronto", as: .affiliation, order: 4)
      try await set(
        event, "univ-toronto", "Univ. of Toronto", french: "Université de Toronto", as: .affiliation, order: 9,
        url: "https://www.utoronto.ca")
      try await set(event, "univ-toronto", "Univ. of Toronto", french: "Université de Toronto", as: .partner, order: 2)
      try await merge(event, "univ-toronto", into: "u-toronto")
      let expected = OrganisationDetails(
        organisation: Organisation(
          key: try Slug("u-toronto"),
          name: LocalizedText([.english: "University of Toronto", .french: "Université de Toronto"]),
          url: "https://www.utoronto.ca"),
        standings: [.init(role: .partner, printOrder: 2), .init(role: .affiliation, printOrder: 4)],
        otherNames: ["Univ. of Toronto", "univ-toronto", "Université de Toronto"])
      #expect(try await show(event, "u-toronto") == expected)
      let gone = await #expect(throws: OrganisationError.self) { try await show(event, "univ-toronto") }
      #expect(gone == .merged("univ-toronto", into: try Slug("u-toronto")))
      #expect(try await event.value("SELECT count(*) FROM organisation", as: Int.self) == 1)
    }
  }

  @Test func aLaterImportFindsTheOneThatStayed() async throws {
    try await TestEvent.with { event in
      try await set(event, "u-toronto", "University of Toronto", as: .affiliation)
      try await set(event, "univ-toronto", "Univ. of Toronto", as: .affiliation)
      try await merge(event, "univ-toronto", into: "u-toronto")
      #expect(try await set(event, "univ-toronto", "Univ. of Toronto", as: .affiliation, order: 7) == .unchanged)
      #expect(try await set(event, "ut", "UNIV OF TORONTO", french: "Univ. de Toronto", as: .sponsor) == .updated)
      #expect(try await set(event, "ut", "UNIV OF TORONTO", french: "Univ. de Toronto", as: .sponsor) == .unchanged)
      let whole = try await show(event, "u-toronto")
      #expect(whole.organisation.name[.english] == "University of Toronto")
      #expect(whole.organisation.name[.french] == "Univ. de Toronto")
      #expect(whole.standings.map(\.role) == [.sponsor, .affiliation])
      #expect(whole.standings.map(\.printOrder) == [1, 1])
      #expect(try await event.value("SELECT count(*) FROM organisation", as: Int.self) == 1)
      for name in ["u-toronto", "University of Toronto", "univ. of TORONTO", "Univ-Toronto"] {
        #expect(try await called(event, name) == "u-toronto")
      }
      #expect(try await called(event, "Toronto") == nil)
    }
  }

  @Test func namesFollowThroughTwoMerges() async throws {
    try await TestEvent.with { event in
      for (key, name) in [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")] {
        try await set(event, key, name, as: .partner)
      }
      try await merge(event, "a", into: "b")
      try await merge(event, "b", into: "c")
      for name in ["Alpha", "Beta", "a", "b"] { #expect(try await called(event, name) == "c") }
      let same = await #expect(throws: OrganisationError.self) { try await merge(event, "c", into: "c") }
      #expect(same == .intoItself(try Slug("c")))
      let unknown = await #expect(throws: OrganisationError.self) { try await merge(event, "x-men", into: "c") }
      #expect(unknown == .unknown("x-men", nearest: nil))
    }
  }

  @Test func twoWhoMergeTheSameTwoCrosswiseLeaveOne() async throws {
    try await TestEvent.with(connections: 8) { event in
      for (key, name) in [("a", "Alpha"), ("b", "Beta")] { try await set(event, key, name, as: .partner) }
      let (merged, refused) = (Counter(), Counter())
      await withTaskGroup { group in
        for number in 1...8 {
          group.addTask {
            do {
              try await number.isMultiple(of: 2) ? merge(event, "a", into: "b") : merge(event, "b", into: "a")
              merged.increment()
            } catch is OrganisationError {
              refused.increment()
            } catch {
              Issue.record("\(error)")
            }
          }
        }
      }
      #expect(merged.count == 1 && refused.count == 7)
      #expect(try await event.value("SELECT count(*) FROM organisation", as: Int.self) == 1)
      #expect(try await event.value("SELECT count(*) FROM organisation_role", as: Int.self) == 1)
    }
  }

  @Test func rolesComeAndGoButTheLastOneStays() async throws {
    try await TestEvent.with { event in
      let (backend, key) = (event.backend, try Slug("ibm"))
      try await set(event, "ibm", "IBM", as: .partner)
      func give(_ role: Organisation.Role, _ order: Int) async throws -> Outcome {
        try await event.change {
          try backend.organisations.give(.init(role: role, printOrder: order), to: key, of: $0, in: $1)
        }
      }
      func take(_ role: Organisation.Role) async throws {
        try await event.change { try backend.organisations.take(role, from: key, of: $0, in: $1) }
      }
      #expect(try await give(.sponsor, 2) == .created)
      #expect(try await give(.sponsor, 2) == .unchanged)
      #expect(try await give(.sponsor, 3) == .updated)
      try await take(.partner)
      let last = await #expect(throws: OrganisationError.self) { try await take(.sponsor) }
      #expect(last == .onlyRole(.sponsor, of: key))
      let absent = await #expect(throws: OrganisationError.self) { try await take(.funder) }
      #expect(absent == .roleNotHeld(.funder, of: key))
    }
  }

  @Test func whatIsNamedElsewhereIsNotRemoved() async throws {
    try await TestEvent.with { event in
      let (backend, key) = (event.backend, try Slug("u-toronto"))
      try await set(event, "u-toronto", "University of Toronto", as: .partner)
      func remove() async throws { try await event.change { try backend.organisations.remove(key, of: $0, in: $1) } }
      try await event.change { id, unit in
        var person = Participant(key: try Slug("p-1"), displayName: "Person")
        person.affiliation = "univ of toronto"
        _ = try backend.participants.set(person, of: id, in: unit)
        _ = try backend.organisations.add(alias: "Univ. of Toronto", to: key, of: id, in: unit)
        return try backend.organisations.give(.init(role: .affiliation, printOrder: 1), to: key, of: id, in: unit)
      }
      try await event.meddle(
        """
        INSERT INTO prize (event_id, key, rank, position, kind, giver)
        SELECT event_id, 'seat', 1, 1, 'seat', 'University of Toronto' FROM event
        """)
      let named = await #expect(throws: OrganisationError.self) { try await remove() }
      #expect(named == .stillNamed(key, by: "1 prize (seat) and 1 participant (p-1)"))
      try await event.meddle("DELETE FROM prize")
      try await event.change { try backend.organisations.take(.affiliation, from: key, of: $0, in: $1) }
      try await remove()
      #expect(try await event.value("SELECT count(*) FROM organisation_alias", as: Int.self) == 0)
      let gone = await #expect(throws: OrganisationError.self) { try await remove() }
      #expect(gone == .unknown("u-toronto", nearest: nil))
    }
  }

  @Test func anotherNameBelongsToOneOrganisation() async throws {
    try await TestEvent.with { event in
      let backend = event.backend
      for (key, name) in [("a", "Alpha"), ("b", "Beta")] { try await set(event, key, name, as: .partner) }
      func add(_ name: String, _ key: String) async throws -> Outcome {
        try await event.change { try backend.organisations.add(alias: name, to: Slug(key), of: $0, in: $1) }
      }
      #expect(try await add("First", "a") == .created)
      #expect(try await add("FIRST!", "a") == .unchanged)
      for name in ["first", "alpha"] {
        let taken = await #expect(throws: OrganisationError.self) { try await add(name, "b") }
        #expect(taken == .nameTaken(name, by: try Slug("a")))
      }
      let blank = await #expect(throws: OrganisationError.self) { try await add("—", "b") }
      #expect(blank == .unusableName("—"))
    }
  }

  @Test(arguments: [
    "https://x.example", "HTTP://x.example/a?b#c", "https://x", "https://", "https:///x", "http://a b", "ftp://x", "x",
    "",
    "https://é.example/ü", "https://x.example\n",
  ]) func `program and schema agree on what an address is`(text: String) async throws {
    try await TestEvent.with { event async throws in
      #expect(try await event.value("SELECT is_address(\(text))", as: Bool.self) == isWebAddress(text))
    }
  }

  @Test(arguments: [
    ("UPDATE organisation SET url = 'ftp://x'", "organisation_url_form"),
    ("UPDATE organisation SET logo = 'https://'", "organisation_logo_form"),
    ("UPDATE organisation_role SET print_order = 0", "organisation_role_print_order_positive"),
    (
      "INSERT INTO organisation_alias SELECT event_id, ' ', organisation_id, 'x' FROM organisation",
      "organisation_alias_not_blank"
    ),
    (
      "INSERT INTO organisation_alias SELECT event_id, 'x', 99, 'x' FROM event", "organisation_alias_names_organisation"
    ),
    (
      """
      INSERT INTO organisation_alias
      SELECT event_id, 'x', organisation_id, 'x' FROM organisation, generate_series(1, 2)
      """, "organisation_alias_once"
    ),
  ]) func noClientGetsRoundTheShapeOfAnOrganisation(change: String, constraint: String) async throws {
    try await TestEvent.with { event in
      try await set(event, "ibm", "IBM", as: .partner)
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: change) }
      }
      #expect(error?.constraint == constraint)
    }
  }
}
