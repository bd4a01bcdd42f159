import Foundation
import Postgres
import Testing

/// Which prizes the facts name, as they were awarded and as they are only promised.
@Suite struct AnnouncedPrizeTests {
  private func withPrizes(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.withEvent { place async throws in
      _ = try await place.run("event", "set", "--announced", "2026-05-12", "--stated-participants", "9")
      try await place.fill("team", "key,name\na,Aurora\nb,Boreal\nc,Cormorant\nd,Drift\ne,Estuary\n")
      #expect(try await place.run("track", "add", "health", "--name-en", "Health").code == 0)
      try await place.fill(
        "prize",
        "key,rank,order,kind,amount,currency,label_en\ncash,1,1,money,5000,CAD,\nfourth,4,1,goods,,,a book\n")
      try await place.fill("result", "team,rank\na,1\nb,1\nc,3\nd,4\ne,5\n")
      try await body(place)
    }
  }

  private func facts(_ place: Workplace) async throws -> (places: [[String: Any]], otherAwards: [[String: Any]]) {
    let facts = try document(try await place.run("announcement", "facts").output)
    return (
      try #require(facts["places"] as? [[String: Any]]), try #require(facts["other_awards"] as? [[String: Any]])
    )
  }

  /// "1 a: cash 5000.00/2".
  private func lines(_ places: [[String: Any]]) -> [String] {
    places.map { place in
      let prizes = (place["prizes"] as? [[String: Any]] ?? []).map { prize in
        [
          prize["key"] as? String, (prize["amount"] as? Int).map(String.init),
          (prize["shares"] as? Int).map { "/\($0)" },
        ]
        .compactMap(\.self).joined(separator: " ")
      }
      let team = (place["team"] as? [String: Any])?["key"] as? String ?? ""
      return "\(place["rank"] ?? "") \(team) \(place["shared"] as? Bool == true ? "tied" : ""): "
        + prizes.joined(separator: ", ")
    }
  }

  @Test func `ranks promise their prizes, and a rank with a prize is announced below the third too`() async throws {
    try await withPrizes { place async throws in
      #expect(
        try await lines(facts(place).places) == [
          "1 a tied: cash 500000 /1", "1 b tied: cash 500000 /1", "3 c : ", "4 d : fourth /1",
        ])
      #expect(
        try await place.run("announcement", "check").output.contains(
          "warn  the prizes are promised to the ranks and not awarded yet\n      datajam prize award\n"))
    }
  }

  @Test func `what was awarded is announced in place of what was promised`() async throws {
    try await withPrizes { place async throws in
      try await place.database.session { session in
        try session.run(
          script: """
            INSERT INTO prize (event_id, key, rank, position, kind, basis, track_id, label)
              SELECT event_id, 'best-health', NULL::integer, 1, 'goods', 'track', track_id, '{"en": "a kit"}'::jsonb FROM track
              UNION ALL SELECT event_id, 'public', NULL, 2, 'goods', 'choice', NULL, '{"en": "a cup"}'::jsonb FROM event
              UNION ALL SELECT event_id, 'mention', NULL, 3, 'promotion', 'special-award', NULL, '{"en": "a page"}'::jsonb FROM event;
            INSERT INTO prize_award (event_id, prize_id, team_id, number, amount, shares, principal_id, withdrawn_at,
                withdrawn_reason)
              SELECT p.event_id, p.prize_id, t.team_id, 1, w.amount, w.shares, o.principal_id,
                CASE WHEN w.gone THEN now() END, CASE WHEN w.gone THEN 'declined' END
              FROM (VALUES ('cash', 'a', 250001, 2, false), ('cash', 'b', 250000, 2, false),
                ('best-health', 'e', NULL, 1, false), ('public', 'a', NULL, 1, false), ('mention', 'd', NULL, 1, false),
                ('fourth', 'd', NULL, 1, true)) AS w (prize, team, amount, shares, gone)
              JOIN prize AS p ON p.key = w.prize JOIN team AS t ON t.key = w.team
              CROSS JOIN (SELECT min(principal_id) AS principal_id FROM principal) AS o;
            """)
      }
      let facts = try await facts(place)
      #expect(lines(facts.places) == ["1 a tied: cash 250001 /2", "1 b tied: cash 250000 /2", "3 c : "])
      let others = facts.otherAwards.map { award in
        [
          award["basis"] as? String, (award["team"] as? [String: Any])?["key"] as? String,
          (award["prize"] as? [String: Any])?["key"] as? String,
          ((award["track"] as? [String: Any])?["name"] as? [String: String])?["en"],
        ].compactMap(\.self).joined(separator: " ")
      }
      #expect(others == ["track e best-health Health", "choice a public", "special-award d mention"])
      let text = try await place.run("announcement", "render", "--as", "txt").output
      for line in [
        "a cash prize of $2,500.01, as its share of a prize for 2 teams", "Health track – Estuary.",
        "People’s choice – Aurora.", "Honourable mention – Drift.",
      ] { #expect(text.contains(line)) }
      #expect(!text.contains("a book"))
      #expect(!(try await place.run("announcement", "check").output.contains("not awarded")))
      let awards = try await place.run("announcement", "render", "--as", "awards").output
      #expect(awards.matches(of: /"team_ids": null/).count == awards.matches(of: /"id"/).count)
    }
  }

  @Test func `a retracted edition is not announced, and an approved one goes before a newer`() async throws {
    try await withPrizes { place async throws in
      try await place.fill("result", "team,rank\nc,1\nb,2\na,3\n")
      func step(_ columns: String, _ values: String) async throws {
        try await place.arrange(
          """
          ALTER TABLE result_step DROP CONSTRAINT result_approved_with_token;
          INSERT INTO result_step (event_id, principal_id, \(columns))
          SELECT event_id, principal_id, \(values) FROM principal
          """)
      }
      #expect(try await place.run("organiser", "add", "bo").code == 0)
      #expect(try await title(place) == "Jam 2026: first place goes to Cormorant")
      try await step("number, kind", "1, 'approved'")
      #expect(try await title(place) == "Jam 2026: Aurora and Boreal share first place")
      try await place.arrange(
        """
        INSERT INTO result_step (event_id, principal_id, number, kind, reason)
        SELECT event_id, min(principal_id), 1, 'retracted', 'wrong' FROM principal GROUP BY event_id
        """)
      #expect(try await title(place) == "Jam 2026: first place goes to Cormorant")
    }
  }

  private func title(_ place: Workplace) async throws -> String {
    let text = try await place.run("announcement", "render", "--as", "txt").output
    return text.split(separator: "\n").map(String.init).dropFirst().first ?? ""
  }

  @Test func `the card is drawn as a picture where a program can`() async throws {
    try await withPrizes { place async throws in
      try await place.install("cat \"$2\"", as: "rsvg-convert")
      let drawn = try await place.with(["PATH": place.folder + "/bin:/usr/bin:/bin"])
        .start(["announcement", "render", "--as", "card", "-o", "out"]).end()
      #expect(drawn == .saying(0, "Wrote out/EMBARGOED.card.en.svg", "Wrote out/EMBARGOED.card.en.png"))
      #expect(try place.text("out/EMBARGOED.card.en.png") == place.text("out/EMBARGOED.card.en.svg"))
    }
  }
}
