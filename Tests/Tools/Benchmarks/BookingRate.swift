import Audit
import Foundation
import LocalPostgres
import Mentoring
import Postgres
import Synchronization
import Vocabulary

/// Many clients on few slots: bookings and cancellations through the service, against the same statements and locks
/// driven by pgbench. Most attempts find their slot taken, on both sides, which is what a rush is.
struct BookingRate {
  private static let clients = 40
  private static let attempts = 50
  private static let (mentors, teams, starts) = (4, 6, 13)
  private static let name = "booking"

  let bench: Workbench
  let program: String

  func line() async throws -> String {
    try prepare()
    let event = try await event()
    let strange = Atomic(0)
    let script = try writeScript(event)
    let rounds = try await Rounds.alternate {
      try clear()
      let (rate, failures) = try await rush(event)
      strange.add(failures, ordering: .relaxed)
      return rate
    } yardstick: {
      try clear()
      return try pgbench(script)
    }
    let failures = strange.load(ordering: .relaxed)
    return rounds.line("booking", unit: "attempts/s", target: ">= 0.8") { $0 >= 0.8 }
      + "; \(failures) deadlocks or other errors reached a caller"
  }

  private func event() async throws -> EventID {
    let database = Database(try ConnectionTarget(address), limit: 1)
    let event = try await database.read { try $0.value("SELECT event_id FROM event", as: EventID.self) }
    await database.close()
    return event ?? EventID(1)
  }

  /// - Returns: The attempts a second, connecting not counted as pgbench does not, and how many ended in a strange error.
  private func rush(_ event: EventID) async throws -> (rate: Double, failures: Int) {
    let database = Database(try ConnectionTarget(address), limit: Self.clients)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<Self.clients {
        group.addTask { _ = try await database.read { try $0.value("SELECT pg_sleep(0.5)::text", as: String.self) } }
      }
      try await group.waitForAll()
    }
    var failures = 0
    let elapsed = await seconds {
      await withTaskGroup(of: Int.self) { group in
        for client in 0..<Self.clients { group.addTask { await Self.rush(client, event, database) } }
        for await strange in group { failures += strange }
      }
    }
    await database.close()
    return (Double(Self.clients * Self.attempts) / elapsed, failures)
  }

  /// - Returns: How many attempts ended in an error that bookings do not know.
  private static func rush(_ client: Int, _ event: EventID, _ database: Database) async -> Int {
    let service = MentoringService(audit: AuditLog())
    let by = Principal.organiser("p\(client)")
    var draws = Draws(state: UInt64(client))
    var mine: [Int] = []
    var failures = 0
    for _ in 0..<attempts {
      do {
        if draws.next(100) < 5, let session = mine.popLast() {
          _ = try await database.transaction(as: by, through: .commandLine) {
            try service.cancel(session, of: event, in: $0)
          }
        } else if let booking = booking(&draws) {
          let session = try await database.transaction(as: by, through: .commandLine) {
            try service.book(booking, of: event, in: $0)
          }
          mine.append(Int(session.number.rawValue))
        }
      } catch is BookingError {
        continue
      } catch {
        failures += 1
      }
    }
    return failures
  }

  private static func booking(_ draws: inout Draws) -> Booking? {
    let (mentor, team, start) = (draws.next(mentors), draws.next(teams), 540 + draws.next(starts) * 30)
    let clock = (start / 60 < 10 ? "0" : "") + "\(start / 60):" + (start % 60 == 0 ? "00" : "30")
    return LocalTime("2026-05-08T\(clock)").map { Booking(mentor: "m\(mentor)", team: "t\(team)", start: $0) }
  }

  private var address: String { "host=\(bench.cluster.home.socketFolder) user=datajam dbname=\(Self.name)" }

  private func prepare() throws {
    try bench.psql(["-c", "DROP DATABASE IF EXISTS \(Self.name)", "-c", "CREATE DATABASE \(Self.name)"])
    try run(["db", "migrate"])
    try run([
      "event", "add", "bench", "--name-en", "Bench", "--from", "2026-05-08", "--to", "2026-05-10", "--tz", "UTC",
      "--mentor-sessions-per-day", "100", "--by", "p0",
    ])
    for client in 1..<Self.clients { try run(["organiser", "add", "p\(client)", "--by", "p0"]) }
    for team in 0..<Self.teams { try run(["team", "add", "t\(team)", "--name", "T", "--by", "p0"]) }
    for mentor in 0..<Self.mentors {
      try run(["mentor", "add", "m\(mentor)", "--name", "M", "--by", "p0"])
      try run([
        "mentor", "available", "m\(mentor)", "--from", "2026-05-08T09:00", "--to", "2026-05-08T15:30", "--by", "p0",
      ])
    }
  }

  private func run(_ arguments: [String]) throws {
    try Command(path: program, arguments: arguments, environment: ["DATAJAM_DATABASE_URL": address]).run()
  }

  private func clear() throws {
    try bench.psql(["-c", "TRUNCATE datajam.mentor_session", "-c", "CHECKPOINT"], in: Self.name)
  }

  private func pgbench(_ script: String) throws -> Double {
    let report = try Command(
      path: bench.programs + "/pgbench",
      arguments: [
        "-h", bench.cluster.home.socketFolder, "-U", "datajam", "-n", "-M", "prepared", "-c", "\(Self.clients)", "-j",
        "2",
        "-t", "\(Self.attempts)", "-f", script, Self.name,
      ], environment: ["PGOPTIONS": "-c search_path=datajam"]
    ).run()
    let line = report.split(separator: "\n").first { $0.hasPrefix("tps = ") } ?? ""
    return Double(line.dropFirst("tps = ".count).prefix { $0 != " " }) ?? 0
  }

  /// What the service sends, statement by statement, in pgbench's words.
  private func writeScript(_ event: EventID) throws -> String {
    let zone = "(SELECT time_zone FROM event WHERE event_id = \(event.rawValue))"
    let session = """
      SELECT s.session_id, s.mentor_id, s.team_id, s.room_id, s.request_id, s.state, s.attended, s.rating, s.feedback,
        m.key, m.name, t.key, r.key, lower(s.during), upper(s.during), local_text(lower(s.during), 'UTC'),
        local_text(upper(s.during), 'UTC')
      FROM mentor_session AS s JOIN mentor AS m USING (event_id, mentor_id) JOIN team AS t USING (event_id, team_id)
      LEFT JOIN room AS r USING (event_id, room_id)
      WHERE s.event_id = \(event.rawValue) AND s.session_id = :session;
      """
    func log(_ action: String) -> String {
      """
      SELECT audit_append(\(event.rawValue), 'p' || :client_id, '{"action":"\(action)","noun":"mentor session","key":"' || :session
        || '","channel":"command line","changes":{"mentor":{"new":' || :mentor || '},"state":{"new":"booked"},"from":{"new":"2026-05-08T09:00:00Z"},"team":{"new":"t0"},"until":{"new":"2026-05-08T09:30:00Z"}}}',
        '{}'::text[], '{}'::text[], '{}'::bytea[], '{}'::text[]);
      """
    }
    let text = """
      \\set mentorkey random(0, \(Self.mentors - 1))
      \\set teamkey random(0, \(Self.teams - 1))
      \\set start 540 + random(0, \(Self.starts - 1)) * 30
      \\set dice random(1, 100)
      \\set session 0
      \\if :dice <= 5
      BEGIN;
      SELECT \(zone);
      SELECT COALESCE(min(session_id), 0) AS session, COALESCE(min(mentor_id), 0) AS mentor, COALESCE(min(team_id), 0) AS team
      FROM (SELECT * FROM mentor_session WHERE event_id = \(event.rawValue) AND state = 'booked' LIMIT 1) AS s
      \\gset
      \\if :session > 0
      SELECT lock_mentoring(\(event.rawValue), ARRAY[:mentor]::bigint[], '{}', '{}');
      \(session)
      SELECT session_id, mentor_id, team_id, room_id FROM mentor_session
      WHERE event_id = \(event.rawValue) AND mentor_id = :mentor AND state = 'waiting' ORDER BY waiting_since, session_id;
      SELECT lock_mentoring(\(event.rawValue), '{}', ARRAY[:team]::bigint[], '{}');
      UPDATE mentor_session SET state = 'cancelled' WHERE event_id = \(event.rawValue) AND session_id = :session;
      \(log("updated"))
      \\endif
      COMMIT;
      \\else
      BEGIN;
      SELECT m.mentor_id AS mentor, m.name, z.zone, e.mentor_sessions_per_day,
        (SELECT team_id FROM team WHERE event_id = e.event_id AND key = 't' || :teamkey) AS team,
        i.starts, i.last, u.ends, local_text(i.starts, z.zone), local_text(u.ends, z.zone), (i.starts AT TIME ZONE e.time_zone)::date
      FROM event AS e
      CROSS JOIN LATERAL (SELECT e.time_zone AS zone) AS z
      LEFT JOIN mentor AS m ON m.event_id = e.event_id AND m.key = 'm' || :mentorkey
      CROSS JOIN LATERAL (
        SELECT min(instant) AS starts, max(instant) AS last
        FROM instants_of('2026-05-08'::timestamp + make_interval(mins => :start), z.zone) AS instant) AS i
      CROSS JOIN LATERAL (SELECT i.starts + make_interval(mins => m.slot_minutes) AS ends) AS u
      WHERE e.event_id = \(event.rawValue)
      \\gset
      SELECT CASE WHEN booking_conflict(\(event.rawValue), NULL, :mentor, :team, NULL, tstzrange(:starts, :ends))
        IS NULL THEN 1 ELSE 0 END AS free
      \\gset
      \\if :free
      INSERT INTO mentor_session (event_id, mentor_id, team_id, room_id, request_id, state, during, waiting_since)
      VALUES (\(event.rawValue), :mentor, :team, NULL, NULL, 'booked', tstzrange(:starts, :ends), NULL)
      RETURNING session_id AS session
      \\gset
      \(log("created"))
      COMMIT;
      \\else
      ROLLBACK;
      \\endif
      \\endif

      """
    let file = "\(bench.folder)/booking.sql"
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }
}
