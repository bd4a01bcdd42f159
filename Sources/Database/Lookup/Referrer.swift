public import Postgres

/// What still refers to a record that somebody wants to remove.
public enum Referrer {
  /// In words, where a foreign key refused the removal; nil for every other error.
  public static func words(in error: PostgresError) -> String? {
    guard error.sqlState == "23503", let table = error.table else { return nil }
    return words[table] ?? "other records of the event"
  }

  /// What the record has, by the table that refers to it.
  private static let words = [
    "assignment": "assignments of judges", "certificate": "certificates", "judge_conflict": "conflicts of interest",
    "mentor_note": "notes of mentors", "mentor_request": "requests for a mentor", "mentor_session": "mentor sessions",
    "prize_award": "awards of prizes", "prize_refusal": "prizes that were refused", "prize_vote": "votes",
    "result": "results", "result_rank": "ranks in results", "round": "rounds of judging",
    "round_entrant": "rounds of judging", "sheet": "score sheets", "submission": "a submission",
    "submission_version": "submitted versions", "team_member": "members",
    "winner_confirmation": "a confirmation as a winner",
  ]
}
