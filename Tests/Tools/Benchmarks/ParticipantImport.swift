import Foundation

/// People and their teams from one file.
struct ParticipantImport {
  private static let rounds = 5

  let bench: Workbench
  let yardstick: ImportYardstick

  init(bench: Workbench, program: String) throws {
    self.bench = bench
    yardstick = ImportYardstick(
      bench: bench, program: program,
      tables: [
        "team", "participant", "team_member", "import_origin", "audit_entry", "audit_personal_value",
      ])
    try yardstick.prepare([
      ["event", "add", "bench", "--name-en", "Bench", "--from", "2026-01-01", "--to", "2026-12-31", "--tz", "UTC"]
    ])
  }

  /// 100,000 people in 20,000 teams against the yardstick.
  func line() async throws -> String {
    let file = try write(people: 100_000)
    let rounds = try await Rounds.alternate(Self.rounds) {
      try yardstick.ours(["participant", "import", file]).wall
    } yardstick: {
      // The first round is ours, which leaves what is copied here.
      try await yardstick.yardstick()
    }
    return rounds.line("import-participants", unit: "s", target: "<= 2") { $0 <= 2 }
  }

  /// The peak memory of a million.
  func memory() throws -> String {
    let run = try yardstick.ours(["participant", "import", write(people: 1_000_000)])
    let verdict = run.megabytes < 60 ? "met" : "MISSED"
    return
      "figure import-million \(short(run.megabytes)) MB   \(short(run.wall)) s for 1,000,000 people in 200,000 teams; "
      + "goal < 60 MB: \(verdict)"
  }

  private func write(people: Int) throws -> String {
    let file = "\(bench.folder)/people-\(people).csv"
    guard !FileManager.default.fileExists(atPath: file) else { return file }
    let countries = ["CA", "US", "FR", "MX", "CO", "GB", "DE", "BR", "IN", "CN", "NG", "ES", "AR", "PE", "HT", "MA"]
    var text = "given_name,family_name,email,country_of_nationality,city,affiliation,consent_public,team\n"
    for number in 0..<people {
      text +=
        "Given\(number),Family\(number),person.\(number)@example.org,\(countries[number % 16]),City \(number % 300),"
      text +=
        "\"University of Place \(number % 400), Campus\",\(number.isMultiple(of: 2) ? "no" : "yes"),Team \(number / 5)\n"
    }
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }
}
