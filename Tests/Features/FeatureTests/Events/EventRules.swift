import Backend
import Events
import Postgres
import TestBackend
import TestDatabase
import Testing
import Vocabulary

/// The days of an event fit together, its deadline is an instant, and editions are related once.
@Suite struct EventRules {
  func edit(_ event: TestEvent, _ change: @Sendable (inout Event) throws -> Void) async throws -> Outcome {
    let backend = event.backend
    return try await event.change { try backend.events.edit($0, in: $1, change) }
  }

  func stored(_ event: TestEvent) async throws -> StoredEvent {
    let backend = event.backend
    return try await event.database.read { try backend.events.find("test-jam", in: $0) }
  }

  func time(_ text: String) throws -> LocalTime { try #require(LocalTime(text)) }

  @Test func whatIsSetIsFoundAgain() async throws {
    try await TestEvent.with { event in
      let deadline = try time("2026-05-10T17:00")
      let outcome = try await edit(event) { event in
        event.theme = LocalizedText([.english: "Harbours"])
        event.registrationFrom = try day("2026-03-01")
        event.registrationTo = try day("2026-05-08")
        event.deadline = deadline
        event.judgingFrom = try day("2026-05-11")
        event.judgingTo = try day("2026-05-15")
        event.teamMinimum = 2
      }
      #expect(outcome == .updated)
      let found = try await stored(event)
      #expect(found.event.deadline == deadline)
      #expect(found.submissionsDueAt?.description == "2026-05-10T21:00:00Z")
      #expect(try await edit(event) { $0 = found.event } == .unchanged)
      #expect(try await edit(event) { $0.timeZone = "Europe/Paris" } == .updated)
      #expect(try await stored(event).event.deadline == deadline)
      #expect(try await stored(event).submissionsDueAt?.description == "2026-05-10T15:00:00Z")
      #expect(try await edit(event) { $0.deadline = nil } == .updated)
      #expect(try await stored(event).submissionsDueAt == nil)
    }
  }

  @Test func `a grace period lasts a week at most, in the service and in the schema`() async throws {
    try await TestEvent.with { event async throws in
      for minutes in [-1, 10_081] {
        await #expect(throws: EventError.badGrace(minutes)) { try await edit(event) { $0.graceMinutes = minutes } }
        let error = await #expect(throws: PostgresError.self) {
          try await event.change { _, unit in try unit.execute("UPDATE event SET grace_minutes = \(minutes)") }
        }
        #expect(error?.constraint == "event_grace_minutes_possible")
      }
      #expect(try await edit(event) { $0.graceMinutes = Event.gracePeriods.upperBound } == .updated)
    }
  }

  @Test(arguments: [
    ("2026-03-08T02:30", 0), ("2026-03-08T01:59", 1), ("2026-03-08T03:00", 1), ("2026-11-01T00:59", 1),
    ("2026-11-01T01:00", 2), ("2026-11-01T01:59", 2), ("2026-11-01T02:00", 1),
  ]) func theClocksOfTorontoSkipAnHourAndRepeatOne(text: String, count: Int) async throws {
    try await TestEvent.with { event in
      let instants = try await event.value(
        "SELECT count(*) FROM instants_of(\(text)::timestamp, 'America/Toronto')", as: Int.self)
      #expect(instants == count)
    }
  }

  @Test(arguments: [
    ("2026-04-05T01:45", "Australia/Lord_Howe", 2), ("2026-10-04T02:15", "Australia/Lord_Howe", 0),
    ("2011-12-30T12:00", "Pacific/Apia", 0), ("2026-05-10T12:00", "Pacific/Kiritimati", 1),
    ("2026-05-10T12:00", "UTC", 1),
  ]) func halfHoursAndWholeDaysAreSkippedToo(text: String, zone: String, count: Int) async throws {
    try await TestEvent.with { event in
      let instants = try await event.value(
        "SELECT count(*) FROM instants_of(\(text)::timestamp, \(zone))", as: Int.self)
      #expect(instants == count)
    }
  }

  @Test func aDeadlineThatIsNoInstantOrTwoIsRefused() async throws {
    try await TestEvent.with { event in
      let (skipped, twice) = (try time("2026-03-08T02:30"), try time("2026-11-01T01:30"))
      let none = await #expect(throws: EventError.self) {
        try await edit(event) {
          $0.startsOn = try day("2026-03-01")
          $0.deadline = skipped
        }
      }
      #expect(none == .timeSkipped(skipped, zone: "America/Toronto"))
      let two = await #expect(throws: EventError.self) {
        try await edit(event) {
          $0.announcedOn = nil
          $0.endsOn = try day("2026-12-01")
          $0.deadline = twice
        }
      }
      #expect(two == .timeTwice(twice, zone: "America/Toronto"))
    }
  }

  @Test(arguments: [
    ("ends_on = '2026-05-07'", "event_ends_after_start"),
    ("announced_on = '2026-05-09'", "event_announced_after_end"),
    ("registration_from = '2026-05-02', registration_to = '2026-05-01'", "event_registration_ends_after_start"),
    ("registration_from = '2026-05-11'", "event_registration_starts_before_end"),
    ("registration_to = '2026-05-11'", "event_registration_ends_before_end"),
    ("submissions_due_at = '2026-05-08T03:59Z'", "event_submissions_due_after_start"),
    (
      "submissions_due_at = '2026-05-13T12:00Z', judging_to = '2026-05-12'",
      "event_submissions_due_before_judging_ends"
    ),
    ("submissions_due_at = '2026-05-23T12:00Z'", "event_submissions_due_before_announcement"),
    ("judging_from = '2026-05-07'", "event_judging_starts_after_start"),
    ("judging_to = '2026-05-07'", "event_judging_ends_after_start"),
    ("judging_from = '2026-05-12', judging_to = '2026-05-11'", "event_judging_ends_after_it_starts"),
    ("judging_from = '2026-05-23'", "event_judging_starts_before_announcement"),
    ("judging_to = '2026-05-23'", "event_judging_ends_before_announcement"),
    ("team_minimum = 4", "event_team_minimum_within_size"), ("team_minimum = 0", "event_team_minimum_within_size"),
    ("phase = 'running'", "event_phase_one_step_forward"),
  ]) func noClientGetsRoundTheOrderOfDaysAndPhases(change: String, constraint: String) async throws {
    try await TestEvent.with { event in
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { try $0.run(script: "UPDATE event SET \(change)") }
      }
      #expect(error?.constraint == constraint)
    }
  }

  @Test(arguments: [
    ("'cousin', NULL, 'X', NULL, NULL, NULL, NULL, NULL", "event_relation_kind_known"),
    ("'sister', event_id, NULL, NULL, NULL, NULL, NULL, NULL", "event_relation_not_to_itself"),
    ("'sister', NULL, ' ', NULL, NULL, NULL, NULL, NULL", "event_relation_name_not_blank"),
    ("'sister', 7, 'X', NULL, NULL, NULL, NULL, NULL", "event_relation_to_one_edition"),
    ("'sister', NULL, NULL, NULL, NULL, NULL, NULL, NULL", "event_relation_to_one_edition"),
    ("'sister', NULL, 'X', 'month', 2021, NULL, NULL, NULL", "event_relation_date_as_precise_as_said"),
    ("'sister', NULL, 'X', 'season', 2021, 10, NULL, 'fall'", "event_relation_date_as_precise_as_said"),
    ("'sister', NULL, 'X', NULL, 2021, NULL, NULL, NULL", "event_relation_date_as_precise_as_said"),
    ("'sister', NULL, 'X', 'decade', 2021, NULL, NULL, NULL", "event_relation_precision_known"),
    ("'sister', NULL, 'X', 'season', 2021, NULL, NULL, 'monsoon'", "event_relation_season_known"),
  ]) func noClientGetsRoundTheShapeOfARelation(values: String, constraint: String) async throws {
    try await TestEvent.with { event in
      let error = await #expect(throws: PostgresError.self) {
        try await event.database.session { session in
          try session.run(
            script: """
              INSERT INTO event_relation (
                event_id, kind, other_event_id, other_name, held_precision, held_year, held_month, held_day, held_season)
              SELECT event_id, \(values) FROM event
              """)
        }
      }
      #expect(error?.constraint == constraint)
    }
  }

  @Test func twoWhoChangeDifferentSettingsAtOnceBothHaveTheirWay() async throws {
    try await TestEvent.with(connections: 10) { event in
      let changes: [@Sendable (inout Event) throws -> Void] = [
        { $0.teamSize = 5 }, { $0.mode = .hybrid }, { $0.statedParticipants = 75 }, { $0.statedNationalities = 16 },
        { $0.theme = LocalizedText([.english: "Harbours"]) }, { $0.judgingTo = try day("2026-05-20") },
      ]
      try await withThrowingTaskGroup(of: Outcome.self) { group in
        for change in changes { group.addTask { try await edit(event, change) } }
        for try await outcome in group { #expect(outcome == .updated) }
      }
      let found = try await stored(event).event
      #expect(found.teamSize == 5 && found.mode == .hybrid && found.statedParticipants == 75)
      #expect(found.statedNationalities == 16 && found.theme[.english] == "Harbours")
      #expect(try found.judgingTo == day("2026-05-20"))
    }
  }
}
