import Foundation
import Postgres
import Testing

/// An event from registration to its closed round: five teams that are judged, one that is late, one that hands in
/// nothing and one that withdrew.
extension Workplace {
  static func withFair(_ body: (Workplace) async throws -> Void) async throws {
    try await withEmptyDatabase { place async throws in
      try await place.registerFair()
      try await place.submitToFair()
      try await place.judgeFair()
      try await body(place)
    }
  }

  /// Runs a command that has to succeed.
  @discardableResult func must(_ words: String..., by token: [String] = []) async throws -> Program.Ended {
    let ended = try await program.start(words + token).end()
    try #require(ended.code == 0, "\(words): \(ended)")
    return ended
  }

  private func registerFair() async throws {
    try await must("db", "migrate")
    try await must(
      "event", "add", "fair", "--name-en", "Open Data Fair", "--name-fr", "Foire des données", "--name-es",
      "Feria de datos", "--from", "2026-05-08", "--to", "2026-05-10", "--tz", "America/Toronto", "--languages",
      "en,fr,es", "--purpose-en", "to open a city’s data", "--purpose-fr", "pour ouvrir les données d’une ville",
      "--purpose-es", "para abrir los datos de una ciudad")
    try await must(
      "event", "set", "--registration-from", "2026-03-01", "--registration-to", "2026-05-01", "--deadline",
      "2026-05-10T17:00", "--grace", "5", "--team-size", "4")
    try await fill(
      "team",
      """
      key,name,city_en,city_fr,city_es,about_en,about_fr,about_es
      aurora,Aurora,Montreal,Montréal,Montreal,Ann Ng leads it.,Ann Ng la dirige.,Ann Ng lo dirige.
      boreal,Boreal,Laval,Laval,Laval,,,
      cedar,Cedar,Ottawa,Ottawa,Ottawa,,,
      drift,Drift,Hull,Hull,Hull,,,
      ember,Ember,Hull,Hull,Hull,,,
      late,Latecomers,Hull,Hull,Hull,,,
      ghost,Ghosts,Hull,Hull,Hull,,,
      gone,Goners,Hull,Hull,Hull,,,

      """)
    try await fill(
      "participant",
      """
      key,display_name,email,consent_public,language,team
      p-ann,Ann Ng,ann@example.org,yes,fr,aurora
      p-bob,Bob Roy,bob@example.org,yes,en,boreal
      p-cid,Cid Paz,cid@example.org,yes,es,cedar
      p-dan,Dan Low,dan@example.org,yes,en,drift
      p-eve,Eve Day,eve@example.org,no,en,ember
      p-lou,Lou Late,lou@example.org,yes,en,late
      p-gil,Gil Gone,gil@example.org,yes,en,gone

      """)
    try await fill(
      "prize",
      """
      key,kind,rank,amount,currency,label_en,label_fr,label_es
      cash,money,1,500,CAD,,,
      seat,seat,2,,,a place in the incubator,une place à l’incubateur,un lugar en la incubadora

      """)
  }

  private func submitToFair() async throws {
    for team in ["aurora", "boreal", "cedar", "drift", "ember", "late", "gone"] {
      try await must(
        "submission", "add", team, "--title-en", "Map of \(team)", "--title-fr", "Carte de \(team)", "--title-es",
        "Mapa de \(team)", "--summary-en", "A map by \(team).", "--summary-fr", "Une carte de \(team).",
        "--summary-es", "Un mapa de \(team).")
      if team == "late" { continue }
      try await must("submission", "submit", team, "--received-at", "2026-05-10T16:00")
    }
    let late = try await run("submission", "submit", "late", "--as-participant")
    #expect(late.code == 1 && late.errors.contains("after submissions closed, so it was not submitted."), "\(late)")
    try await must("team", "withdraw", "gone", "--reason", "moved away")
  }

  /// One criterion goes to 10 and the other to 100. The team that is late has the best scores of all.
  private func judgeFair() async throws {
    try await fill(
      "rubric",
      "key,weight,minimum,maximum,name_en,name_fr,name_es\nidea,50,0,10,Idea,Idée,Idea\ndemo,50,0,100,Demo,Démo,Demo\n")
    try await fill("judge", "code,name\nJ-01,Jo One\nJ-02,Jo Two\nJ-03,Jo Three\n")
    try await must("judging", "open", "main")
    let plan = try await must("assignment", "plan", "--per-team", "3", "--apply")
    #expect((plan.output + plan.errors).contains(#""ghost" and "late" will not be ranked"#), "\(plan)")
    for judge in 1...3 {
      let scores = [
        ("aurora", 9, 90 - judge), ("boreal", 7, 80 - judge), ("cedar", 7, 80 - judge),
        ("drift", 4 + judge % 2, 50 - 3 * judge), ("ember", 2, 30 + judge), ("late", 10, 100),
      ]
      for (team, idea, demo) in scores {
        try await must("score", "set", "J-0\(judge)", team, "idea=\(idea)", "demo=\(demo)", "--ready")
      }
    }
    let closed = try await must("judging", "close")
    for team in ["ghost", "late"] {
      #expect(closed.errors.contains(#"The team "\#(team)" will not be ranked: no submission."#), "\(closed)")
    }
    try await must("result", "freeze")
  }

  /// Every file below a folder, by its path.
  func contents(of folder: String) throws -> [String: Data] {
    let root = self.folder + "/" + folder
    return try FileManager.default.subpathsOfDirectory(atPath: root).reduce(into: [:]) { files, path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try Data(contentsOf: URL(filePath: root + "/" + path)) }
    }
  }
}
