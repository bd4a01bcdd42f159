import Postgres
import Vocabulary

extension AnnouncementStore {
  /// The other editions that the event names, and then those that name it as their follow-up or sister.
  func relatedEditions(_ event: EventID, in snapshot: Snapshot) throws -> [RelatedEdition] {
    try snapshot.rows(
      """
      SELECT r.kind AS relation, o.slug, r.other_name, o.name, extract(year FROM o.ends_on)::bigint AS year,
        r.held_year, r.held_month, r.held_day, r.held_season, 0 AS side, COALESCE(o.slug, r.other_name) AS word
      FROM event_relation AS r LEFT JOIN event AS o ON o.event_id = r.other_event_id
      WHERE r.event_id = \(event)
      UNION ALL
      SELECT CASE r.kind WHEN 'follow-up' THEN 'follows' ELSE r.kind END, e.slug, NULL, e.name,
        extract(year FROM e.ends_on)::bigint, NULL, NULL, NULL, NULL, 1, e.slug
      FROM event_relation AS r JOIN event AS e USING (event_id)
      WHERE r.other_event_id = \(event)
      ORDER BY side, held_year, held_month, held_day, relation, word
      """
    ).map(relatedEdition)
  }

  private func relatedEdition(_ row: Row) throws -> RelatedEdition {
    let word: String = try row["relation"]
    var other = try RelatedEdition(
      RelatedEdition.Relation(rawValue: word) ?? .sister, key: row["slug"], title: row["other_name"])
    other.name = try row["name"] as LocalizedText? ?? LocalizedText()
    other.year = try row["year"]
    other.when = try date(row)
    return other
  }

  private func date(_ row: Row) throws -> FuzzyDate? {
    guard let year = try row["held_year"] as Int? else { return nil }
    let (month, day): (Int?, Int?) = try (row["held_month"], row["held_day"])
    if let month, let day { return CalendarDate(year: year, month: month, day: day).map(FuzzyDate.day) }
    if let month { return .month(year: year, month: month) }
    let season: String? = try row["held_season"]
    return season.flatMap { FuzzyDate.Season(rawValue: $0) }.map { .season($0, year: year) } ?? .year(year)
  }
}
