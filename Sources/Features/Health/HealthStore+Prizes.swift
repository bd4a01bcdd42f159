import Postgres

extension HealthStore {
  func undisclosedPrizes() throws -> [String] {
    try names("SELECT key FROM prize WHERE event_id = \(event) AND is_undisclosed ORDER BY place, position, key")
  }

  func prizesWithoutAmount() throws -> [String] {
    try names(
      """
      SELECT key FROM prize
      WHERE event_id = \(event) AND kind = 'money' AND amount IS NULL AND NOT is_undisclosed
      ORDER BY place, position, key
      """)
  }

  /// Prizes whose giver is neither the key nor a name of an organisation, with the giver.
  func prizesOfStrangers() throws -> [(prize: String, giver: String)] {
    try snapshot.rows(
      """
      SELECT p.key, p.giver FROM prize AS p
      WHERE p.event_id = \(event) AND p.giver IS NOT NULL
        AND NOT EXISTS (
          SELECT FROM organisation AS o
          WHERE o.event_id = p.event_id AND (
            o.key = p.giver
            OR EXISTS (SELECT FROM jsonb_each_text(o.name || o.acronym) AS n WHERE lower(n.value) = lower(p.giver))))
        AND NOT EXISTS (
          SELECT FROM organisation_alias AS a WHERE a.event_id = p.event_id AND lower(a.name) = lower(p.giver))
      ORDER BY p.place, p.position, p.key
      """
    ).map { try ($0["key"], $0["giver"]) }
  }

  /// The places of the podium that a team has and that no prize is for.
  func placesWithoutPrize() throws -> [Int] {
    try snapshot.rows(
      """
      SELECT DISTINCT r.place FROM result_place AS r
      WHERE r.event_id = \(event) AND r.place <= 3
        AND r.number = (SELECT number FROM result_to_announce WHERE event_id = \(event))
        AND NOT EXISTS (SELECT FROM prize AS p WHERE p.event_id = r.event_id AND p.place = r.place)
      ORDER BY r.place
      """
    ).map { try $0["place"] }
  }
}
