import Postgres
import Vocabulary

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
    let owners = try organisationsByName()
    return try snapshot.rows(
      """
      SELECT key, giver FROM prize WHERE event_id = \(event) AND giver IS NOT NULL ORDER BY place, position, key
      """
    ).map { try (prize: $0["key"], giver: $0["giver"]) }.filter { owners[FoldedName($0.giver)] == nil }
  }

  func hasPrize() throws -> Bool {
    try snapshot.value("SELECT EXISTS (SELECT FROM prize WHERE event_id = \(event))") == true
  }

  /// The places of the podium that a team has and that no prize is for, where any place has one.
  func placesWithoutPrize() throws -> [Int] {
    try snapshot.rows(
      """
      SELECT DISTINCT r.place FROM result_place AS r
      WHERE r.event_id = \(event) AND r.place <= 3
        AND r.number = (SELECT number FROM result_to_announce WHERE event_id = \(event))
        AND NOT EXISTS (SELECT FROM prize AS p WHERE p.event_id = r.event_id AND p.place = r.place)
        AND EXISTS (SELECT FROM prize AS p WHERE p.event_id = r.event_id AND p.place IS NOT NULL)
      ORDER BY r.place
      """
    ).map { try $0["place"] }
  }
}
