public import Postgres
public import Vocabulary

extension AnnouncementService {
  /// What nobody outside may read now.
  public func embargo(on event: EventID, in snapshot: Snapshot) throws -> Embargo {
    try EmbargoStore().embargo(on: event, in: snapshot)
  }
}
