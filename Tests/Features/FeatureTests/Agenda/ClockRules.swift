import Agenda
import AgendaFormats
import Backend
import Lookup
import Postgres
import TestBackend
import Testing
import Vocabulary

/// Local times around the days on which clocks are put forward or back.
@Suite struct ClockRules {
  /// Every change of four zones' clocks from 2021 to 2026: when, in UTC, and what the clocks are called and how many
  /// minutes they are ahead of UTC from then on. Bogotá has none.
  static let changes: [String: [(String, String, Int)]] = [
    "America/Toronto": [
      ("2021-03-14T07:00", "EDT", -240), ("2021-11-07T06:00", "EST", -300), ("2022-03-13T07:00", "EDT", -240),
      ("2022-11-06T06:00", "EST", -300), ("2023-03-12T07:00", "EDT", -240), ("2023-11-05T06:00", "EST", -300),
      ("2024-03-10T07:00", "EDT", -240), ("2024-11-03T06:00", "EST", -300), ("2025-03-09T07:00", "EDT", -240),
      ("2025-11-02T06:00", "EST", -300), ("2026-03-08T07:00", "EDT", -240), ("2026-11-01T06:00", "EST", -300),
    ],
    "America/Vancouver": [
      ("2021-03-14T10:00", "PDT", -420), ("2021-11-07T09:00", "PST", -480), ("2022-03-13T10:00", "PDT", -420),
      ("2022-11-06T09:00", "PST", -480), ("2023-03-12T10:00", "PDT", -420), ("2023-11-05T09:00", "PST", -480),
      ("2024-03-10T10:00", "PDT", -420), ("2024-11-03T09:00", "PST", -480), ("2025-03-09T10:00", "PDT", -420),
      ("2025-11-02T09:00", "PST", -480), ("2026-03-08T10:00", "PDT", -420),
    ],
    "America/Bogota": [],
    "Europe/London": [
      ("2021-03-28T01:00", "BST", 60), ("2021-10-31T01:00", "GMT", 0), ("2022-03-27T01:00", "BST", 60),
      ("2022-10-30T01:00", "GMT", 0), ("2023-03-26T01:00", "BST", 60), ("2023-10-29T01:00", "GMT", 0),
      ("2024-03-31T01:00", "BST", 60), ("2024-10-27T01:00", "GMT", 0), ("2025-03-30T01:00", "BST", 60),
      ("2025-10-26T01:00", "GMT", 0), ("2026-03-29T01:00", "BST", 60), ("2026-10-25T01:00", "GMT", 0),
    ],
  ]

  @Test func everyChangeOfTheClocksIsKnown() async throws {
    try await TestEvent.with { event in
      for (zone, expected) in Self.changes {
        let found = try await event.database.read { snapshot in
          try snapshot.rows(
            """
            SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI') AS at, clock_word(at, \(zone)) AS word, after
            FROM clock_changes(\(zone), '2021-01-01Z', '2027-01-01Z')
            """
          ).map { row in "\(try row["at"] as String) \(try row["word"] as String) \(try row["after"] as Int)" }
        }
        // Newer data of the zones may know that Vancouver keeps its clocks from 2026 on; older ones cannot.
        let known = found.filter { !($0.hasPrefix("2026-1") && zone == "America/Vancouver") }
        #expect(known == expected.map { "\($0.0) \($0.1) \($0.2)" }, "\(zone)")
      }
    }
  }

  /// At each change forward the hour that is skipped does not exist, and at each change back one comes twice.
  @Test func everyHourThatIsSkippedOrComesTwiceIsRefused() async throws {
    try await TestEvent.with { event in
      for (zone, changes) in Self.changes {
        for (place, change) in changes.enumerated() {
          let before = place == 0 ? changes[1].2 : changes[place - 1].2
          let utc = try #require(LocalTime(change.0))
          let isForward = change.2 > before
          // Half an hour into what the old clocks would have shown next, or showed last.
          let minutes = utc.minuteOfDay + before + (isForward ? 30 : -30)
          let time = try #require(LocalTime(utc.day, minutes: minutes))
          let error = await #expect(throws: AgendaError.self, "\(zone) \(time)") {
            try await event.session("a") {
              $0.timeZone = zone
              $0.start = time
              $0.end = LocalTime(time.day, minutes: time.minuteOfDay + 600)
            }
          }
          #expect(error == (isForward ? .timeSkipped(time, zone: zone) : .timeTwice(time, zone: zone)))
        }
      }
    }
  }

  @Test func aSessionAcrossAChangeIsAsLongAsItIs() async throws {
    try await TestEvent.with { event in
      // 01:30 EST to 03:30 EDT is one hour.
      try await event.session("a", ("01:30", "03:30"), on: "2026-03-08")
      try await event.publish()
      let agenda = try await event.published()
      let session = try #require(agenda.sessions.first)
      #expect((session.start.utc, session.end.utc) == ("2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z"))
      #expect(session.zoneWord == "EST")
      let observances = agenda.zones.flatMap(\.observances).map { "\($0.onset) \($0.before) \($0.after) \($0.word)" }
      #expect(observances.contains("2026-03-08T02:00 -300 -240 EDT"))
      #expect(observances.first == "2024-12-31T19:00 -300 -300 EST")
    }
  }

  @Test func anAbbreviationIsNoTimeZone() async throws {
    try await TestEvent.with { event in
      for zone in ["EST", "EDT", "EST5EDT", "America/Nowhere", "utc", ""] {
        let error = await #expect(throws: UnknownTimeZone.self) { try await event.session("a") { $0.timeZone = zone } }
        #expect(error?.zone == zone)
      }
      // Not even behind the program's back.
      await #expect(throws: PostgresError.self) {
        try await event.change { id, unit in
          _ = try unit.execute(
            """
            INSERT INTO agenda_session (event_id, key, during, time_zone)
            VALUES (\(id), 'x', tstzrange('2026-05-08 10:00Z', '2026-05-08 11:00Z'), 'EST')
            """)
        }
      }
    }
  }

  @Test func theSessionsZoneAndTheReadersAreBothShown() async throws {
    try await TestEvent.with { event in
      try await event.session("a", ("22:00", "23:30"))
      let backend = event.backend
      let hours = try await event.database.read { snapshot in
        try ["America/Vancouver", "Asia/Kolkata", "America/Bogota"].map { zone in
          try backend.agenda.hours(of: event.id, in: zone, snapshot)["a"].map { "\($0.start.local) \($0.zoneWord)" }
        }
      }
      #expect(hours == ["2026-05-08T19:00 PDT", "2026-05-09T07:30 IST", "2026-05-08T21:00 -05"])
      // Asking for a word leaves the connection's own zone as it was.
      let zones = try await event.database.read { snapshot in
        let before = try snapshot.value("SELECT current_setting('TimeZone')", as: String.self)
        _ = try snapshot.rows("SELECT clock_word(clock_timestamp(), 'Asia/Kolkata')")
        return [before, try snapshot.value("SELECT current_setting('TimeZone')", as: String.self)]
      }
      #expect(zones[0] == zones[1] && zones[0] != "Asia/Kolkata")
    }
  }
}
