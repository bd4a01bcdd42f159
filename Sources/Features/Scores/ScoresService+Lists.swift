public import Postgres
public import Vocabulary

/// Lists of sheets.
extension ScoresService {
  /// The round's sheets by judge and team.
  /// - Parameter judge: Only this judge's.
  public func sheets(
    in round: RoundID, of event: EventID, judge: String? = nil, in snapshot: Snapshot
  ) throws -> [StoredSheet] {
    try SheetListStore().sheets(in: round, of: event, judge: judge, in: snapshot)
  }

  /// The assignments of the round that are owed a ready sheet, by judge and team.
  /// - Parameter judge: Only this judge's.
  public func missing(
    in round: RoundID, of event: EventID, judge: String? = nil, in snapshot: Snapshot
  ) throws -> [(judge: String, team: String)] {
    try SheetListStore().missing(in: round, of: event, judge: judge, in: snapshot)
  }

  /// Every save of a sheet, the first one first.
  public func history(
    of judge: String, _ team: String, in round: RoundID, _ event: EventID, in snapshot: Snapshot
  ) throws -> [SheetRevision] {
    let sheetKey = try sheetKey(of: judge, team, in: round, event, snapshot)
    return try SheetListStore().history(of: sheetKey, in: snapshot)
  }

  /// The teams that a judge is to score, by name, each with what it submitted.
  public func tasks(of judge: String, in round: RoundID, _ event: EventID, in snapshot: Snapshot) throws -> [SheetTask]
  {
    try SheetListStore().tasks(of: judge, in: round, event, in: snapshot)
  }

  /// What the event's clocks show now, such as 14:02.
  public func clock(of event: EventID, in snapshot: Snapshot) throws -> String {
    try SheetListStore().clock(of: event, in: snapshot)
  }

  /// Now to the minute in UTC, such as 2021-05-17T21:00Z.
  public func minuteNow(in snapshot: Snapshot) throws -> String { try SheetListStore().minuteNow(in: snapshot) }
}
