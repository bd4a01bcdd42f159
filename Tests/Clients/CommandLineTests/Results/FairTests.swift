import Foundation
import Postgres
import Testing

/// From registration to certificates, with what goes wrong at an event on the way.
@Suite struct FairTests {
  @Test func `the explanation of the fourth team is computed again from what it prints`() async throws {
    try await Workplace.withFair { place async throws in
      try await place.must("result", "compute", "--method", "raw")
      let raw = PrintedExplanation(text: try await place.must("result", "explain", "drift").output)
      #expect(raw.text.hasPrefix("Rank 4 of 5 · "))
      // Each criterion counts by its share of its own range, from 0 to 100.
      let (sheets, criteria) = (try raw.rows(below: "weighted"), try raw.criteria())
      #expect(sheets.count == 3 && criteria.map(\.range) == [0...10, 0...100])
      for sheet in sheets {
        let total = zip(sheet, criteria).reduce(0) { total, column in
          let (points, (range, weight)) = column
          return total + (points - range.lowerBound) / (range.upperBound - range.lowerBound) * weight
        }
        #expect(abs(total - sheet[2]) < 0.006)
      }
      #expect(abs(sheets.reduce(0) { $0 + $1[2] } / 3 - (try raw.score())) < 0.006)

      try await place.must("result", "compute")
      let whole = PrintedExplanation(text: try await place.must("result", "explain", "drift").output)
      #expect(whole.text.hasPrefix("Rank 4 of 5 · ") && whole.text.contains("method reliability"))
      let table = try whole.rows(below: "says", "severity", "weight", "adds")
      #expect(table.count == 3)
      for sheet in table { #expect(abs(sheet[2] * (sheet[0] - sheet[1]) - sheet[3]) < 0.002) }
      let sum = table.reduce(0) { $0 + $1[3] }
      #expect(abs(sum - (try whole.number(after: "Sum of what the sheets add: "))) < 0.002)
      #expect(abs(try whole.score(at: sum) - (try whole.score())) < 0.15)
    }
  }

  @Test func `only what was judged and eligible is announced, and stays as it was announced`() async throws {
    try await Workplace.withFair { place async throws in
      try await object(place)
      try await announce(place)
      let announced = try await render(place, to: "announced")
      try expectOnlyEligible(place, announced)
      let unrelated = try await changeWhatIsNotAnnounced(place)
      #expect(differences(announced, unrelated) == [])
      let corrected = try await correctName(place, after: announced)
      try await erase(place, after: corrected)
      for verified in [["log", "verify"], ["result", "verify"]] {
        let ended = try await place.program.start(verified).end()
        #expect(ended.code == 0, "\(ended)")
      }
      #expect(try await !place.run("doctor").output.contains("FAIL"))
    }
  }

  /// The provisional result, an objection that is right, and the result that follows from it, with its tie decided.
  private func object(_ place: Workplace) async throws {
    try await place.must("result", "compute")
    try await place.must("result", "tie", "break", "cedar", "boreal", "--how", "jury", "--reason", "the better pitch")
    try await place.must("objection", "open", "--until", "2999-01-01T12:00")
    let (bea, cyd) = (try await ResultTests.token("bea", place), try await ResultTests.token("cyd", place))
    let judge = try await ResultTests.token("Jo One", place)
    try await place.must(
      "objection", "add", "drift", "--claim", "J-02 wrote 74 for the demo, and not 44.", by: bea)
    for token in [bea, judge] {
      let refused = try await place.program.start(["objection", "accept", "1", "--reason", "so it is"] + token).end()
      #expect(refused.code != 0, "\(refused)")
    }
    #expect(try await place.program.start(["result", "approve"] + bea).end().code == 1)
    try await place.must("objection", "accept", "1", "--reason", "The form says 74.", by: cyd)
    try await place.arrange(
      """
      UPDATE objection_window SET opened_at = '2020-01-01', closes_at = '2020-01-02'
      """)
    let early = try await place.program.start(["result", "approve"] + bea).end()
    #expect(early.errors.contains("was accepted, so the result has to be computed again"), "\(early)")
    try await place.must("judging", "reopen", "--reason", "objection 1")
    try await place.must("score", "set", "J-02", "drift", "demo=74", "--ready", "--reason", "objection 1")
    try await place.must("judging", "close")
    try await place.must("result", "freeze")
    try await place.must("result", "compute", "--reason", "objection 1")
    let open = try await place.program.start(["result", "approve"] + bea).end()
    #expect(open.errors.contains(#""boreal", "cedar" share rank 2"#), "\(open)")
    try await place.must("result", "tie", "break", "cedar", "boreal", "--how", "jury", "--reason", "the better pitch")
  }

  private func announce(_ place: Workplace) async throws {
    try await place.must("prize", "award")
    for name in ["bea", "cyd"] { try await place.must("result", "approve", by: ["--token-file", name]) }
    try await place.must(
      "result", "announce", "--at", "2026-05-22T14:00", "--unusual-time", "--confirm", "fair",
      by: ["--token-file", "bea"])
    let check = try await place.must("announcement", "check")
    for team in ["ghost", "late"] {
      #expect(check.output.contains(#"info  the team "\#(team)" is not ranked: no submission"#), "\(check)")
    }
  }

  /// Every form, letter and certificate in three languages.
  private func render(
    _ place: Workplace, to folder: String, with settings: [String: String] = [:]
  ) async throws -> [String: Data] {
    let program = place.with(settings)
    for words in [
      ["announcement", "render", "--as", "all", "-o", folder],
      ["certificate", "render", "-o", folder + "/certificates"],
    ] {
      let ended = try await program.start(words + ["--languages", "en,fr,es"]).end()
      try #require(ended.code == 0, "\(words): \(ended)")
    }
    let files = try place.contents(of: folder)
    for language in ["en", "fr", "es"] {
      for form in ["md", "html", "txt", "json", "atom", "jsonld"] {
        #expect(files["announcement.\(language).\(form)"] != nil)
      }
      #expect(files["social-280.\(language).txt"] != nil && files["deck.\(language).html"] != nil)
      #expect(files["certificates/certificate.aurora.\(language).html"] != nil)
    }
    return files
  }

  private func text(_ files: [String: Data], _ name: String) -> String {
    String(decoding: files[name] ?? Data(), as: UTF8.self)
  }

  /// The files that are not the same on both sides.
  private func differences(_ files: [String: Data], _ others: [String: Data]) -> [String] {
    Set(files.keys).union(others.keys).filter { files[$0] != others[$0] }.sorted()
  }

  private func expectOnlyEligible(_ place: Workplace, _ files: [String: Data]) throws {
    let places = try #require(try document(text(files, "announcement.en.json"))["places"] as? [[String: Any]])
    #expect(places.map { ($0["team"] as? [String: Any])?["key"] as? String } == ["aurora", "cedar", "boreal"])
    #expect(places.map { $0["rank"] as? Int } == [1, 2, 3])
    for (language, title) in [
      ("en", "first place goes to Aurora (Montreal)"), ("fr", "la 1re place est attribuée à Aurora (Montréal)"),
      ("es", "el 1.er lugar es para Aurora (Montreal)"),
    ] {
      #expect(text(files, "announcement.\(language).md").contains(title))
    }
    for (name, data) in files where !name.contains("letter-") && !name.contains("certificate.") {
      let words = String(decoding: data, as: UTF8.self)
      for other in ["Latecomers", "Ghosts", "Goners", "Drift", "Ember"] { #expect(!words.contains(other), "\(name)") }
    }
    #expect(text(files, "letter-late.en.txt").contains("Your team is not among those that are named"))
    #expect(text(files, "certificates/certificate.late.en.html").contains("Certificate of participation"))
    #expect(!files.keys.contains { $0.contains("gone") })
  }

  /// Changes what people go on changing afterwards, and renders as somebody else in another place.
  private func changeWhatIsNotAnnounced(_ place: Workplace) async throws -> [String: Data] {
    try await place.must("submission", "set", "aurora", "--summary-en", "Another map.", "--title-fr", "Autre")
    try await place.must("prize", "set", "cash", "--label-en", "gold", "--label-fr", "or", "--label-es", "oro")
    try await place.must("team", "set", "cedar", "--city-en", "Gatineau", "--affiliation", "A school")
    try await place.must("event", "set", "--name-en", "Other Fair", "--stated-participants", "99")
    try await place.must("organisation", "add", "ibm", "--name-en", "IBM", "--role", "partner")
    try await place.must("participant", "add", "p-zed", "--name", "Zed Late")
    try await place.must("event", "relate", "fair", "--follow-up", "Fair 2027", "--when", "spring 2027")
    let files = try await render(
      place, to: "unrelated", with: ["TZ": "Asia/Tokyo", "LANG": "fr_CA.UTF-8", "DATAJAM_BY": "cyd"])
    try await place.must("prize", "set", "cash", "--label-en", "", "--label-fr", "", "--label-es", "")
    try await place.must("team", "set", "cedar", "--city-en", "Ottawa", "--affiliation", "")
    try await place.must("event", "set", "--name-en", "Open Data Fair", "--stated-participants", "none")
    try await place.must("participant", "remove", "p-zed")
    try await place.must("organisation", "remove", "ibm")
    try await place.must("event", "unrelate", "fair", "Fair 2027")
    return files
  }

  /// A name that was wrong becomes public by a dated note, when two organisers approved it, and by nothing else.
  private func correctName(_ place: Workplace, after announced: [String: Data]) async throws -> [String: Data] {
    let first = try await place.must("announcement", "facts", "--edition", "1").output
    try await place.must("team", "set", "boreal", "--name", "Boréal du Nord")
    #expect(
      try await place.run("announcement", "check").output.contains(
        #"team "boreal": name was announced as "Boreal" and is now "Boréal du Nord""#))
    let noted = try await place.must(
      "announcement", "correct", "--text-en", "The third team is called Boréal du Nord.", "--text-fr",
      "La troisième équipe s’appelle Boréal du Nord.", "--text-es", "El tercer equipo se llama Boréal du Nord.")
    #expect(noted.errors.contains("name was announced as"))
    try await place.must("announcement", "approve", by: ["--token-file", "bea"])
    #expect(differences(announced, try await render(place, to: "noted")) == [])
    try await place.must("announcement", "approve", by: ["--token-file", "cyd"])
    let files = try await render(place, to: "corrected")
    for (name, data) in files { #expect(!String(decoding: data, as: UTF8.self).contains("Boreal"), "\(name)") }
    for (language, label) in [("en", "Correction, "), ("fr", "Correction du "), ("es", "Corrección del ")] {
      let words = text(files, "announcement.\(language).txt")
      #expect(words.contains(label) && words.contains("Boréal du Nord (Laval)"), "\(words)")
      #expect(text(files, "deck.\(language).html").contains("Boréal du Nord"))
    }
    let facts = try document(text(files, "announcement.en.json"))
    let notes = try #require(facts["corrections"] as? [[String: Any]])
    #expect(notes.count == 1 && (notes[0]["date"] as? String)?.count == 10 && facts["edition"] as? Int == 2)
    #expect(try await place.must("announcement", "facts", "--edition", "1").output == first)
    return files
  }

  /// An erased person's name goes from every form, and a later correction does not bring it back.
  private func erase(_ place: Workplace, after corrected: [String: Data]) async throws {
    #expect(text(corrected, "announcement.en.md").contains("Ann Ng leads it."))
    try await place.must("person", "erase", "p-ann", "--confirm", "p-ann")
    for folder in ["erased", "later"] {
      let files = try await render(place, to: folder)
      for (name, data) in files {
        let words = String(decoding: data, as: UTF8.self)
        #expect(!name.contains("p-ann") && !words.contains("Ann Ng") && !words.contains("ann@example.org"), "\(name)")
      }
      #expect(text(files, "announcement.fr.txt").contains("[nom retiré] la dirige."))
      #expect(text(files, "announcement.en.txt").contains("brought together 7 people"))
      if folder == "later" { break }
      try await place.must("prize", "set", "seat", "--label-en", "a seat")
      try await place.must(
        "announcement", "correct", "--text-en", "It is a seat.", "--text-fr", "C’est une place.", "--text-es",
        "Es un lugar.")
      for name in ["bea", "cyd"] { try await place.must("announcement", "approve", by: ["--token-file", name]) }
    }
    let later = text(try place.contents(of: "later"), "announcement.en.txt")
    #expect(later.contains("- a seat\n"), "\(later)")
  }
}
