import Foundation
import LocalPostgres

/// A schedule of a thousand sessions from two files.
struct SessionImport {
  private static let sizes = [250, 1_000]
  private static let goal = 1.0
  private static let runs = 3

  let bench: Workbench
  let program: String

  func line() throws -> String {
    var growth = Growth()
    for sessions in Self.sizes {
      let files = try write(sessions)
      let seconds = try (0..<Self.runs).map { _ in
        try prepare()
        return try ours(["session", "import", files.sessions, "--speakers", files.speakers]).wall
      }
      growth.add(size: sessions, seconds: median(seconds))
    }
    return "figure import-sessions \(growth.text("sessions", in: "s"))   two speakers each, from CSV; "
      + "goal <= \(short(Self.goal)) s: " + (growth.last <= Self.goal ? "met" : "MISSED")
  }

  private func prepare() throws {
    try bench.psql(["-c", "DROP DATABASE IF EXISTS import_sessions", "-c", "CREATE DATABASE import_sessions"])
    _ = try ours(["db", "migrate"])
    let event = [
      "event", "add", "bench", "--name-en", "Bench", "--from", "2026-01-01", "--to", "2026-12-31", "--tz",
      "America/Toronto",
    ]
    _ = try ours(event)
    for room in 1...20 { _ = try ours(["room", "add", "room-\(room)", "--name-en", "Room \(room)"]) }
  }

  /// Twenty rooms with a session in each hour.
  private func write(_ count: Int) throws -> (sessions: String, speakers: String) {
    var sessions = "key,title_en,date,start,end,tz,languages,room\n"
    var speakers = "session,name,role\n"
    for number in 0..<count {
      let (room, slot) = (number % 20 + 1, number / 20)
      let (day, hour) = (slot / 10 + 1, 9 + slot % 10)
      let begin = hour < 10 ? "0\(hour)" : "\(hour)"
      let date = "2026-05-\(day < 10 ? "0" : "")\(day)"
      sessions += "s-\(number),Session \(number),\(date),\(begin):00,\(begin):50,America/Toronto,en,room-\(room)\n"
      for speaker in 1...2 { speakers += "s-\(number),Speaker \(number) \(speaker),Analyst\n" }
    }
    let files = ("\(bench.folder)/sessions-\(count).csv", "\(bench.folder)/speakers-\(count).csv")
    try sessions.write(toFile: files.0, atomically: false, encoding: .utf8)
    try speakers.write(toFile: files.1, atomically: false, encoding: .utf8)
    return files
  }

  private func ours(_ arguments: [String]) throws -> MeasuredRun {
    let address = "host=\(bench.cluster.home.socketFolder) user=datajam dbname=import_sessions"
    return try MeasuredRun(program, arguments, environment: ["DATAJAM_DATABASE_URL": address])
  }
}
