import Foundation
import LocalPostgres

/// Every form of the announcement in three languages, a letter to each of 1,000 teams, and certificates for them and their
/// 4,000 members.
struct Announcing {
  private static let rounds = 5
  private static let database = "announcing"

  let bench: Workbench
  let program: String

  func line() throws -> String {
    try prepare()
    var (seconds, megabytes) = ([Double](), 0.0)
    var files = 0
    for round in 0..<Self.rounds {
      let folder = "\(bench.folder)/announced-\(round)"
      let texts = try ours(["announcement", "render", "--as", "all", "--languages", "en,fr,es", "-o", folder])
      let certificates = try ours(["certificate", "render", "-o", folder + "/certificates"])
      seconds.append(texts.wall + certificates.wall)
      megabytes = max(megabytes, texts.megabytes, certificates.megabytes)
      files = try FileManager.default.subpathsOfDirectory(atPath: folder).count
    }
    let time = median(seconds)
    let verdict = time < 3 && megabytes < 150 ? "met" : "MISSED"
    return
      "figure announce \(short(time)) s   \(files) files for 1,000 teams and 4,000 people; peak \(short(megabytes)) MB; "
      + "goal < 3 s and < 150 MB: \(verdict)"
  }

  private func prepare() throws {
    try bench.psql(["-c", "DROP DATABASE IF EXISTS \(Self.database)", "-c", "CREATE DATABASE \(Self.database)"])
    for step in [
      ["db", "migrate"],
      [
        "event", "add", "bench", "--name-en", "Bench", "--name-fr", "Banc", "--name-es", "Banco", "--from",
        "2026-01-01", "--to", "2026-01-03", "--announced", "2026-01-09", "--tz", "UTC", "--mode", "online",
        "--languages",
        "en,fr,es", "--stated-participants", "4000",
      ],
    ] { _ = try ours(step) }
    try bench.psql(["-1", "-v", "ON_ERROR_STOP=1", "-c", Self.people], in: Self.database)
    try "team,rank\n".appending((1...1000).map { "t\($0),\($0)\n" }.joined())
      .write(toFile: "\(bench.folder)/ranks.csv", atomically: false, encoding: .utf8)
    _ = try ours(["result", "import", "\(bench.folder)/ranks.csv"])
    _ = try ours(["prize", "award"])
  }

  /// Teams of four, each with what it submitted, and prizes for ten places.
  private static let people = """
    SET search_path TO datajam;
    INSERT INTO team (event_id, key, name, name_folded, city)
      SELECT event_id, 't' || n, 'Team ' || n, 'team ' || n, '{"en": "Halifax", "fr": "Halifax", "es": "Halifax"}'
      FROM event, generate_series(1, 1000) AS n;
    INSERT INTO participant (event_id, key, given_name, family_name, display_name, email, email_folded, may_be_named, languages)
      SELECT event_id, 'p-' || n, 'Given', 'Family ' || n, 'Given Family ' || n, 'p' || n || '@example.org', 'p' || n || '@example.org', true,
        (ARRAY['en', 'fr', 'es'])[n % 3 + 1]
      FROM event, generate_series(1, 4000) AS n;
    INSERT INTO team_member (event_id, participant_id, team_id)
      SELECT p.event_id, p.participant_id, t.team_id
      FROM participant AS p JOIN team AS t ON t.event_id = p.event_id
        AND t.key = 't' || (substr(p.key, 3)::integer - 1) / 4 + 1;
    INSERT INTO submission (event_id, team_id, title, summary)
      SELECT event_id, team_id, jsonb_build_object('en', name, 'fr', name, 'es', name),
        '{"en": "It maps the harbour.", "fr": "Il cartographie le port.", "es": "Cartografía el puerto."}'
      FROM team;
    INSERT INTO prize (event_id, key, place, position, kind, amount, currency, label)
      SELECT event_id, 'money-' || n, n, 1, 'money', 100000, 'CAD',
        '{"en": "A cash prize", "fr": "Un prix en argent", "es": "Un premio en efectivo"}'
      FROM event, generate_series(1, 10) AS n;
    ANALYZE
    """

  private func ours(_ arguments: [String]) throws -> MeasuredRun {
    let address = "host=\(bench.cluster.home.socketFolder) user=datajam dbname=\(Self.database)"
    return try MeasuredRun(program, arguments, environment: ["DATAJAM_DATABASE_URL": address])
  }
}
