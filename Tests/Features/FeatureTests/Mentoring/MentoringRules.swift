import Backend
import Events
import Mentoring
import Postgres
import Teams
import TestBackend
import Testing
import Vocabulary

/// I2: nobody is booked twice, by whatever way a session comes to be booked.
@Suite struct MentoringRules {
  @Test func aMentorATeamAndARoomHaveOneSessionAtATime() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 3)
      try await event.add(mentors: "ada", "bob")
      try await event.makeRoom("blue")
      try await event.book("ada", "t1", at("09:00"), room: "blue")
      let mentor = await #expect(throws: BookingError.self) { try await event.book("ada", "t2", at("09:15")) }
      #expect(mentor == .taken(time: "09:15", mentor: "Ada"))
      #expect(mentor?.explanation.message == #"The 09:15 slot with "Ada" is taken."#)
      let team = await #expect(throws: BookingError.self) { try await event.book("bob", "t1", at("09:00")) }
      #expect(team == .teamIsBusy(time: "09:00", team: "t1"))
      let room = await #expect(throws: BookingError.self) {
        try await event.book("bob", "t2", at("09:00"), room: "blue")
      }
      #expect(room == .roomIsTaken(time: "09:00", room: "blue"))
      // Until before its end: what follows at once is no clash.
      try await event.book("ada", "t2", at("09:30"), room: "blue")
      #expect(try await event.sessions() == ["ada 09:00 t1", "ada 09:30 t2"])
    }
  }

  @Test func theSchemaRefusesWhoeverGoesRoundTheService() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2)
      try await event.add(mentors: "ada")
      try await event.book("ada", "t1", at("09:00"))
      func insert(_ during: String) async throws {
        try await event.change { id, unit in
          _ = try unit.execute(
            """
            INSERT INTO mentor_session (event_id, mentor_id, team_id, state, during)
            SELECT \(id), m.mentor_id, t.team_id, 'booked', \(during)::tstzrange FROM mentor AS m, team AS t
            WHERE m.event_id = \(id) AND t.event_id = \(id) AND t.key = 't2'
            """)
        }
      }
      let taken = await #expect(throws: PostgresError.self) {
        try await insert("[2026-05-08 09:10-04,2026-05-08 09:20-04)")
      }
      #expect(taken?.constraint == "mentor_free" && taken?.sqlState == "23P01")
      let away = await #expect(throws: PostgresError.self) {
        try await insert("[2026-05-08 20:00-04,2026-05-08 20:20-04)")
      }
      #expect(away?.constraint == "mentor_is_available")
    }
  }

  @Test func movingAndRestoringAreGuardedLikeBooking() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2)
      try await event.add(mentors: "ada")
      let first = try await event.book("ada", "t1", at("09:00"))
      let second = try await event.book("ada", "t2", at("10:00"))
      let moved = await #expect(throws: BookingError.self) { try await event.move(second, to: at("09:00")) }
      #expect(moved == .taken(time: "09:00", mentor: "Ada"))
      try await event.cancel(first)
      try await event.move(second, to: at("09:00"))
      let restored = await #expect(throws: BookingError.self) { try await event.restore(first) }
      #expect(restored == .taken(time: "09:00", mentor: "Ada"))
      try await event.move(second, to: at("10:00"))
      #expect(try await event.restore(first).state == .booked)
      #expect(try await event.sessions() == ["ada 09:00 t1", "ada 10:00 t2"])
    }
  }

  @Test func aSessionKeepsItsMentorsHoursAndTheirExceptions() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.add(mentors: "ada")
      let (backend, start, end) = (event.backend, try at("12:00"), try at("13:00"))
      let lunch = MentoringService.Hours(from: start, to: end, isException: true)
      let session = try await event.book("ada", "t1", at("12:30"))
      let (_, outside) = try await event.change { try backend.mentoring.say(lunch, of: "ada", $0, in: $1) }
      #expect(outside == [session.number])
      for time in ["08:45", "11:45", "12:15", "16:45"] {
        let error = await #expect(throws: BookingError.self) { try await event.book("ada", "t1", at(time)) }
        #expect(error == .mentorUnavailable(time: time, name: "Ada", mentor: "ada"))
      }
      let (count, left) = try await event.change { try backend.mentoring.takeBack(lunch, of: "ada", $0, in: $1) }
      #expect(count == 1 && left == [])
    }
  }

  @Test func slotsAreCutFromHoursAroundExceptionsAndSessions() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.add(mentors: "ada") { $0.slotMinutes = 60 }
      let (backend, id, start, end) = (event.backend, event.id, try at("11:30"), try at("12:00"))
      _ = try await event.change {
        try backend.mentoring.say(.init(from: start, to: end, isException: true), of: "ada", $0, in: $1)
      }
      try await event.book("ada", "t1", at("09:30"))
      let slots = try await event.database.read { try backend.mentoring.freeSlots(of: id, in: $0).slots }
      #expect(
        slots.map(\.time.text) == [
          "2026-05-08 12:00–13:00", "2026-05-08 13:00–14:00", "2026-05-08 14:00–15:00", "2026-05-08 15:00–16:00",
          "2026-05-08 16:00–17:00",
        ])
    }
  }

  @Test func aTeamHasItsShareOfEachDayOfTheEventsZone() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.allowSessionsPerDay(1)
      try await event.add(mentors: "ada")
      let (backend, late, end) = (event.backend, try at("23:00"), try at("01:00", on: "2026-05-09"))
      _ = try await event.change { try backend.mentoring.say(.init(from: late, to: end), of: "ada", $0, in: $1) }
      let first = try await event.book("ada", "t1", at("09:00"))
      let second = await #expect(throws: BookingError.self) { try await event.book("ada", "t1", at("23:30")) }
      #expect(second == .dailyLimitReached(day: try day("2026-05-08"), team: "t1", limit: 1))
      // Past midnight in Toronto, though still the same day in UTC as 23:30 is.
      try await event.book("ada", "t1", at("00:00", on: "2026-05-09"))
      try await event.move(first, to: at("23:30"))
      #expect(try await event.sessions() == ["ada 23:30 t1", "ada 00:00 t1"])
    }
  }

  @Test func aTeamThatIsNotActiveBooksNothing() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.add(mentors: "ada")
      try await event.put("t1", .withdrawn)
      let error = await #expect(throws: BookingError.self) { try await event.book("ada", "t1", at("09:00")) }
      #expect(error == .teamNotActive("t1"))
    }
  }

  @Test func localTimesThatAreSkippedOrTwiceAreRefused() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.add(mentors: "ada")
      let skipped = await #expect(throws: MentoringError.self) {
        try await event.book("ada", "t1", at("02:30", on: "2026-03-08"))
      }
      #expect(skipped == .timeSkipped(try at("02:30", on: "2026-03-08"), zone: "America/Toronto"))
      let twice = await #expect(throws: MentoringError.self) {
        try await event.book("ada", "t1", at("01:30", on: "2026-11-01"))
      }
      #expect(twice == .timeTwice(try at("01:30", on: "2026-11-01"), zone: "America/Toronto"))
    }
  }

  @Test func whoMentorsATeamIsThereForJudgingToRead() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2)
      try await event.add(mentors: "ada")
      let (backend, first) = (event.backend, try await event.book("ada", "t1", at("09:00")))
      try await event.cancel(try await event.book("ada", "t2", at("10:00")))
      func mentored() async throws -> String? {
        try await event.value(
          "SELECT string_agg(m.key || ' ' || t.key, ',') FROM mentored_team AS m JOIN team AS t USING (event_id, team_id)",
          as: String?.self) ?? nil
      }
      #expect(try await mentored() == "ada t1")
      _ = try await event.change {
        try backend.mentoring.note(attended: false, at: Int(first.number.rawValue), of: $0, in: $1)
      }
      #expect(try await mentored() == nil)
    }
  }

  @Test func aMergedTeamKeepsWhatBothCanHave() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2)
      try await event.add(mentors: "ada", "bob")
      try await event.book("ada", "t1", at("09:00"))
      try await event.book("bob", "t2", at("09:15"))
      try await event.book("bob", "t2", at("11:00"))
      try await event.merge("t2", into: "t1")
      #expect(try await event.sessions() == ["ada 09:00 t1", "bob 09:15 t1 cancelled", "bob 11:00 t1"])
    }
  }

  @Test func `a rating is one to five, in the service and in the schema`() async throws {
    try await TestEvent.with { event async throws in
      try await event.register(teams: 1)
      try await event.add(mentors: "ada")
      let number = Int(try await event.book("ada", "t1", at("09:00")).number.rawValue)
      let backend = event.backend
      for rating in [0, 6] {
        await #expect(throws: BookingError.badRating(rating)) {
          try await event.change {
            try backend.mentoring.keep(feedback: nil, rating: rating, on: number, of: $0, in: $1)
          }
        }
        let error = await #expect(throws: PostgresError.self) {
          try await event.change { _, unit in try unit.execute("UPDATE mentor_session SET rating = \(rating)") }
        }
        #expect(error?.constraint == "mentor_session_rating_possible")
      }
      for rating in MentorSession.ratings {
        _ = try await event.change {
          try backend.mentoring.keep(feedback: nil, rating: rating, on: number, of: $0, in: $1)
        }
      }
    }
  }

  @Test func theLogHoldsNoNameAndNoNote() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      try await event.add(mentors: "ada") { $0.email = EmailAddress("ada@example.org") }
      let session = try await event.book("ada", "t1", at("09:00"))
      let backend = event.backend
      try await event.change { id, unit in
        _ = try backend.mentoring.keep(
          feedback: "Splendid", rating: 5, on: Int(session.number.rawValue), of: id, in: unit)
        _ = try backend.mentoring.note("They quarrel", on: "t1", by: "ada", of: id, in: unit)
      }
      for word in ["ada@example.org", "\"Ada\"", "\"ada\"", "Splendid", "quarrel"] {
        let found = try await event.value(
          "SELECT count(*) FROM audit_entry WHERE strpos(details, \(word)) > 0", as: Int.self)
        #expect(found == 0, "\(word)")
      }
    }
  }

  @Test func notesAreForOrganisersOnly() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 1)
      let backend = event.backend
      _ = try await event.change { try backend.mentoring.note("They quarrel", on: "t1", by: nil, of: $0, in: $1) }
      #expect(
        try await event.change { try backend.mentoring.notes(on: nil, of: $0, in: $1).map(\.text) } == ["They quarrel"])
      for stranger in [Principal.organiser("eve"), Principal(name: "ada", role: .mentor)] {
        let error = await #expect(throws: MentoringError.self) {
          try await event.database.transaction(as: stranger, through: .commandLine) {
            try backend.mentoring.notes(on: nil, of: event.id, in: $0).count
          }
        }
        #expect(error == .onlyForOrganisers)
      }
    }
  }
}
