import Postgres
import Vocabulary

extension HealthStore {
  func undisclosedPrizes() throws -> [String] {
    try names("SELECT key FROM prize WHERE event_id = \(event) AND is_undisclosed ORDER BY rank, position, key")
  }

  func prizesWithoutAmount() throws -> [String] {
    try names(
      """
      SELECT key FROM prize
      WHERE event_id = \(event) AND kind = 'money' AND amount IS NULL AND NOT is_undisclosed
      ORDER BY rank, position, key
      """)
  }

  /// Prizes whose giver is neither the key nor a name of an organisation, with the giver.
  func prizesOfStrangers() throws -> [(prize: String, giver: String)] {
    let owners = try organisationsByName()
    return try snapshot.rows(
      """
      SELECT key, giver FROM prize WHERE event_id = \(event) AND giver IS NOT NULL ORDER BY rank, position, key
      """
    ).map { try (prize: $0["key"], giver: $0["giver"]) }.filter { owners[FoldedName($0.giver)] == nil }
  }

  func hasPrize() throws -> Bool {
    try snapshot.value("SELECT EXISTS (SELECT FROM prize WHERE event_id = \(event))") == true
  }

  /// The ranks of the podium that a team has and that no prize is for, where any rank has one.
  func ranksWithoutPrize() throws -> [Int] {
    try snapshot.rows(
      """
      SELECT DISTINCT r.rank FROM result_rank AS r
      WHERE r.event_id = \(event) AND r.rank <= 3
        AND r.number = (SELECT number FROM result_to_announce WHERE event_id = \(event))
        AND NOT EXISTS (SELECT FROM prize AS p WHERE p.event_id = r.event_id AND p.rank = r.rank)
        AND EXISTS (SELECT FROM prize AS p WHERE p.event_id = r.event_id AND p.rank IS NOT NULL)
      ORDER BY r.rank
      """
    ).map { try $0["rank"] }
  }

  /// The public version of the result, if no facts were kept with it.
  func announcedWithoutFacts() throws -> [Int] {
    try snapshot.rows(
      """
      SELECT p.number FROM published_result AS p
      WHERE p.event_id = \(event) AND NOT EXISTS (
        SELECT FROM announced_facts AS f WHERE f.event_id = p.event_id AND f.number = p.number)
      """
    ).map { try $0["number"] }
  }
}
