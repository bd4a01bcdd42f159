import Backend
import Judging
import Postgres
import Teams
import TestBackend
import TestDatabase
import Testing
import Vocabulary

/// Two teams become one without losing anybody, and never against what was submitted or judged.
@Suite struct MergeRules {
  @Test func theMembersMoveAndTheCaptainStays() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2, people: 3)
      try await event.join("p1", "t1", asCaptain: true)
      try await event.join("p2", "t2")
      try await event.join("p3", "t2", asCaptain: true)
      let merger = try await event.merge("t1", into: "t2")
      #expect(merger == 1)
      #expect(try await event.roster("t2") == "t2: p3* p1 p2")
      let gone = await #expect(throws: TeamError.self) { try await event.roster("t1") }
      #expect(gone == .unknownTeam("t1", nearest: "t2"))
      #expect(
        try await event.value("SELECT count(*) FROM audit_entry WHERE details LIKE '%merged%'", as: Int.self) == 2)
    }
  }

  @Test func aTeamWithoutACaptainGetsTheOther() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2, people: 2)
      try await event.join("p1", "t1", asCaptain: true)
      try await event.join("p2", "t2")
      try await event.merge("t1", into: "t2")
      #expect(try await event.roster("t2") == "t2: p1* p2")
    }
  }

  @Test func whoDoesNotFitIsRefusedWithNumbers() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2, people: 4)
      for number in 1...4 { try await event.join("p\(number)", number < 3 ? "t1" : "t2") }
      let error = await #expect(throws: TeamChangeError.self) { try await event.merge("t1", into: "t2") }
      #expect(error == .tooMany(from: "t1", leaving: 2, into: "t2", staying: 2, size: 3))
      #expect(try await event.roster("t1") == "t1: p1 p2")
    }
  }

  @Test func teamsThatAreOutJudgedOrTheSameAreNotMerged() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 4)
      let same = await #expect(throws: TeamChangeError.self) { try await event.merge("t1", into: "t1") }
      #expect(same == .intoItself("t1"))
      try await event.put("t4", .disqualified, because: "Copied")
      for (from, into) in [("t4", "t3"), ("t3", "t4")] {
        let out = await #expect(throws: TeamChangeError.self) { try await event.merge(from, into: into) }
        #expect(out == .hasOtherStatus(team: "t4", .disqualified))
      }
      // Judges have the first two before them.
      try await event.openJudging(teams: 2, judges: 1)
      for (from, into, judged) in [("t1", "t3", "t1"), ("t3", "t2", "t2")] {
        let error = await #expect(throws: TeamChangeError.self) { try await event.merge(from, into: into) }
        #expect(error == .judged(judged))
      }
    }
  }

  @Test func oneSubmissionFollowsTwoAreRefused() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 3)
      func submit(_ team: String) async throws {
        try await event.meddle(
          "INSERT INTO submission (event_id, team_id) SELECT event_id, team_id FROM team WHERE key = '\(team)'")
      }
      try await submit("t1")
      try await event.merge("t1", into: "t2")
      #expect(
        try await event.value(
          "SELECT string_agg(t.key, ' ') FROM submission JOIN team AS t USING (event_id, team_id)", as: String.self)
          == "t2")
      try await submit("t3")
      let both = await #expect(throws: TeamChangeError.self) { try await event.merge("t3", into: "t2") }
      #expect(both == .bothSubmitted("t3", "t2"))
    }
  }

  @Test func whatFilesCallTheTeamLeadsToTheOneThatStays() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 3)
      try await event.meddle(
        """
        INSERT INTO import_origin (event_id, noun, record_id, source, source_key, fields)
        SELECT event_id, 'team', team_id, s.source, key, '{}' FROM team, (VALUES ('devpost'), ('eventbrite')) AS s (source)
        WHERE key = 't1' OR s.source = 'devpost'
        """)
      try await event.meddle("UPDATE import_origin SET source_key = 'https://' || source_key WHERE source = 'devpost'")
      try await event.merge("t1", into: "t2")
      try await event.merge("t2", into: "t3")
      let names: SQL = """
        SELECT string_agg(f.name || ' ' || t.key, ', ' ORDER BY f.name)
        FROM team_former_name AS f JOIN team AS t USING (event_id, team_id)
        """
      #expect(
        try await event.value(names, as: String.self)
          == "https://t1 t3, https://t2 t3, t1 t3, t2 t3, team 1 t3, team 2 t3")
      #expect(
        try await event.value("SELECT string_agg(source_key, ' ') FROM import_origin", as: String.self) == "https://t3")
    }
  }

  @Test func codesAndInvitationsOfTheOneThatIsGoneEnd() async throws {
    try await TestEvent.with { event in
      try await event.register(teams: 2, people: 2)
      let (code, invitation) = (try await event.makeCode("t1"), try await event.invite("p1", to: "t1"))
      try await event.merge("t1", into: "t2")
      for each in [code, invitation] {
        let error = await #expect(throws: TeamError.self) { try await event.join(by: each, "p1") }
        #expect(error == .wrongCode)
      }
    }
  }

  @Test func nobodyIsLostWhenPeopleJoinWhileTeamsMerge() async throws {
    for _ in 1...5 {
      try await TestEvent.with(connections: 8) { event in
        try await event.register(teams: 2, people: 4)
        try await event.join("p1", "t1")
        let codes = (try await event.makeCode("t1"), try await event.makeCode("t2"))
        async let merger = Result { try await event.merge("t1", into: "t2") }
        async let joins = countSuccesses(of: 3, letting: TeamError.wrongCode) { number in
          try await event.join(by: number == 1 ? codes.0 : codes.1, "p\(number + 1)")
        }
        let (merged, joined) = (await merger, await joins)
        let members = try await event.value("SELECT count(*) FROM team_member", as: Int.self)
        #expect(members == joined.successes + 1)
        let largest = try await event.value(
          "SELECT COALESCE(max(n), 0) FROM (SELECT count(*) AS n FROM team_member GROUP BY team_id) AS c", as: Int.self)
        #expect((largest ?? 9) <= 3)
        let teams = try await event.value("SELECT count(*) FROM team", as: Int.self)
        switch merged {
        case .success: #expect(teams == 1)
        case .failure(let error): #expect((error as? TeamChangeError)?.explanation.code == "team-too-large")
        }
        for other in joined.others { #expect(other.contains("full"), "\(other)") }
      }
    }
  }

  @Test func teamsMergedCrosswiseAtOnceLeaveOne() async throws {
    try await TestEvent.with(connections: 8) { event in
      try await event.register(teams: 2, people: 2)
      for number in 1...2 { try await event.join("p\(number)", "t\(number)") }
      let merged = Counter()
      await withTaskGroup { group in
        for number in 1...8 {
          group.addTask {
            let (from, into) = number.isMultiple(of: 2) ? ("t1", "t2") : ("t2", "t1")
            if (try? await event.merge(from, into: into)) != nil { merged.increment() }
          }
        }
      }
      #expect(merged.count == 1)
      #expect(try await event.value("SELECT count(*) FROM team_member", as: Int.self) == 2)
    }
  }
}

extension Result where Failure == any Error {
  /// What an attempt came to.
  fileprivate init(_ attempt: () async throws -> Success) async {
    do {
      self = .success(try await attempt())
    } catch {
      self = .failure(error)
    }
  }
}
