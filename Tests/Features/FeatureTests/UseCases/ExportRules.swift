import Backend
import CSV
import Events
import Foundation
import ImportFormats
import ImportStaging
import Organisations
import Postgres
import Submissions
import Teams
import TestBackend
import Testing
import UseCases
import Vocabulary

/// Numbers that are the same in every run (Knuth, MMIX).
private struct RepeatedNumbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}

/// What is exported imports again and changes nothing.
@Suite struct ExportRules {
  /// A file that was just exported.
  struct Exported: ImportableFile {
    let name = "export.csv"
    let bytes: [UInt8]
    var size: Int? { bytes.count }

    func open() throws -> () throws -> [UInt8] {
      var rest = bytes
      return {
        defer { rest = [] }
        return rest
      }
    }
  }

  /// Texts that have gone wrong in other programs, as every door writes them: composed, without space around them.
  static func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = RepeatedNumbers(state: seed)
    let parts = [
      "=cmd|' /C calc'!A0", "'", "''=1", "é", "e\u{301}", "\"", ",", ";", "\t", "\n", "\r\n", " ", "😀", "👩🏽‍🔬", "שלום",
      "\u{202E}", "@x", "+1", "-2", "a", "Ω", "漢", "%", "\\", "\u{FEFF}", "sep=;", "N'a", "$1", "{}", "|",
    ]
    return (0..<count).map { number in
      let text = (0...Int(random.next() % 5)).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
      let tidy = text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
      let bare = String(tidy.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      return bare.contains { !$0.isWhitespace } ? bare : "n\(number)"
    }
  }

  func export(_ noun: ExportNoun, as format: CSVFormat = CSVFormat(), _ event: TestEvent) async throws -> [UInt8] {
    let (backend, id) = (event.backend, event.id)
    return try await event.database.read { snapshot in
      var bytes: [UInt8] = []
      _ = try backend.exports.writeCSV(of: noun, as: format, of: id, in: snapshot) { bytes += $0 }
      return bytes
    }
  }

  func importAgain(_ bytes: [UInt8], _ noun: ImportNoun, _ event: TestEvent) async throws -> FileImportReport {
    let (backend, id) = (event.backend, event.id)
    return try await backend.transaction { unit in
      var options = FileImport.Options()
      // What the columns show is guessed, as for anybody's file.
      options.settings.noun = nil
      let event = try #require(try backend.events.all(in: unit).first { $0.id == id })
      let report = try backend.files.run(Exported(bytes: bytes), options, into: event, in: unit)
      #expect(report.noun == noun)
      return report
    }
  }

  func expectUnchanged(_ noun: ExportNoun, _ kind: ImportNoun, _ count: Int, _ event: TestEvent) async throws {
    let before = try await export(noun, event)
    for format in [CSVFormat(), .excel] {
      let report = try await importAgain(try await export(noun, as: format, event), kind, event)
      #expect(report.problems == [])
      #expect(report.remarks == [])
      #expect((report.tally.created, report.tally.updated, report.tally.unchanged) == (0, 0, count))
    }
    #expect(try await export(noun, event) == before)
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func participantsOfAnyNameComeBackUnchanged(seed: UInt64) async throws {
    try await TestEvent.with { event in
      let texts = Self.texts(120, seed: seed)
      try await event.change { id, unit in
        _ = try event.backend.teams.set(Team(key: Slug("t"), name: "T"), of: id, in: unit)
        for (number, text) in texts.enumerated() {
          let other = texts[(number + 1) % texts.count]
          try unit.execute(
            """
            INSERT INTO participant (
              event_id, key, given_name, family_name, display_name, name_folded, email, email_folded, country, city,
              affiliation, affiliation_folded, languages, alias, registration_source, may_be_named, registered_at, registered_as_written)
            VALUES (
              \(id), \("k-\(number)"), \(text), \(other), \(text), \(FoldedName(text).text), \("a\(number)@example.org"),
              \("a\(number)@example.org"), 'CA', \(other), \(text), \(FoldedName(text).text),
              'moh en fr', \(text), \(other), \(number % 2 == 0),
              CASE WHEN \(number) % 3 > 0 THEN '2021-05-07 09:30:01.25-04'::timestamptz END,
              CASE WHEN \(number) % 3 > 1 THEN \(text) END)
            """)
        }
        _ = try event.backend.teams.add("k-0", to: "t", asCaptain: true, of: id, in: unit)
        _ = try event.backend.teams.add("k-1", to: "t", asCaptain: false, of: id, in: unit)
        // Somebody who withdrew is exported, and stays so.
        try unit.execute(
          "UPDATE participant SET withdrawn_at = now() WHERE event_id = \(id) AND key IN ('k-1', 'k-2')")
      }
      try await expectUnchanged(.participant, .participant, 120, event)
      #expect(
        try await event.value("SELECT count(*) FROM participant WHERE withdrawn_at IS NOT NULL", as: Int.self) == 2)
      #expect(try await event.value("SELECT count(*) FROM team_member WHERE is_captain", as: Int.self) == 1)
    }
  }

  @Test(arguments: [4, 5] as [UInt64]) func teamsAndSubmissionsOfAnyTextComeBackUnchanged(seed: UInt64) async throws {
    try await TestEvent.with { event in
      let texts = Self.texts(120, seed: seed)
      try await event.change { id, unit in
        for (number, text) in texts.enumerated() {
          let other = texts[(number + 1) % texts.count]
          let both = LocalizedText([.english: text, .french: other])
          let team: Int64 = try unit.inserted(
            """
            INSERT INTO team (event_id, key, name, name_folded, city, country, about, affiliation, affiliation_folded,
              declared_size, status)
            VALUES (
              \(id), \("t-\(number)"), \(text), \(FoldedName(text).text), \(both), 'FR', \(both), \(other),
              \(FoldedName(other).text), \(number + 1), \(number % 9 == 0 ? "withdrawn" : "active"))
            RETURNING team_id
            """)
          try unit.execute(
            """
            INSERT INTO submission (
              event_id, team_id, title, summary, url, video_url, links, built_with, opted_for, received_as_written)
            VALUES (
              \(id), \(team), \(both), \(both), 'https://example.org/a?b=c,d', 'https://example.org/v',
              E'https://example.org/1\\nhttps://example.org/2', \(text), '', NULLIF(\(other), \(text)))
            """)
        }
      }
      try await expectUnchanged(.team, .team, 120, event)
      try await expectUnchanged(.submission, .submission, 120, event)
    }
  }

  @Test func prizesThatATeamCompetesForComeBackUnchanged() async throws {
    try await TestEvent.with { event in
      try await event.change { id, unit in
        _ = try event.backend.teams.set(Team(key: Slug("t"), name: "T"), of: id, in: unit)
        _ = try event.backend.submissions.set(Submission(team: "t"), of: id, in: unit)
        try unit.execute(
          "UPDATE submission SET opted_for = E'Best Data, by Tideline\\nA second one' WHERE event_id = \(id)")
      }
      let report = try await importAgain(try await export(.submission, event), .submission, event)
      #expect((report.tally.created, report.tally.updated, report.tally.unchanged) == (0, 0, 1))
    }
  }

  @Test func organisationsComeBackUnchanged() async throws {
    try await TestEvent.with { event in
      let (backend, texts) = (event.backend, Self.texts(30, seed: 6))
      try await event.change { id, unit in
        for (number, text) in texts.enumerated() {
          var organisation = Organisation(
            key: try Slug("o-\(number)"), name: LocalizedText([.english: text + " \(number)", .french: text]))
          organisation.acronym = LocalizedText([.french: text])
          organisation.url = "https://example.org"
          for role in [Organisation.Role.partner, .prizeGiver] {
            _ = try backend.organisations.set(
              organisation, standing: .init(role: role, printOrder: number + 1), of: id, in: unit)
          }
        }
      }
      try await expectUnchanged(.organisation, .organisation, 60, event)
    }
  }

  @Test func whoeverWasErasedIsNotExported() async throws {
    try await TestEvent.with { event in
      try await event.change { id, unit in
        try unit.execute(
          """
          INSERT INTO participant (event_id, key, display_name, erased_at)
          VALUES (\(id), 'p-1', 'p-1', now()), (\(id), 'zo', 'Zoé', NULL)
          """)
      }
      let text = String(decoding: try await export(.participant, event), as: UTF8.self)
      #expect(text.split(separator: "\n").count == 2)
    }
  }

  @Test func asJSONItIsOneDocument() async throws {
    try await TestEvent.with { event in
      let (backend, id) = (event.backend, event.id)
      _ = try await event.change { id, unit in
        try unit.execute(
          "INSERT INTO participant (event_id, key, display_name, may_be_named) VALUES (\(id), 'zo', 'Zoé \"Z\"', true)")
      }
      let bytes = try await event.database.read { snapshot in
        var bytes: [UInt8] = []
        _ = try backend.exports.writeJSON(of: .participant, of: id, in: snapshot) { bytes += $0 }
        return bytes
      }
      let document = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      let person = try #require((document["items"] as? [[String: Any]])?.first)
      #expect(document["count"] as? Int == 1)
      #expect(person["display_name"] as? String == "Zoé \"Z\"")
      #expect(person["consent_public"] as? Bool == true)
      #expect(person["email"] is NSNull)
    }
  }
}
