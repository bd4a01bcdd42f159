public import Announcement
public import Audit
public import Postgres
public import Vocabulary

/// Verifies a log, also against the seals that the announced facts name.
public struct LogVerification: Sendable {
  private let announcement: AnnouncementService
  private let audit: AuditLog

  public init(announcement: AnnouncementService, audit: AuditLog) {
    self.announcement = announcement
    self.audit = audit
  }

  /// - Parameters:
  ///   - seals: Those that somebody kept elsewhere.
  ///   - progress: Told now and then what share of the work is done.
  public func verify(
    _ event: EventID, against seals: [KeptSeal] = [], in snapshot: Snapshot, progress: (Double) -> Void = { _ in }
  ) throws -> AuditVerification {
    let announced = try announcement.keptSeals(of: event, in: snapshot).map {
      KeptSeal($0.seal, in: "edition \($0.edition) of the announced facts")
    }
    return try audit.verify(event, against: announced + seals, in: snapshot, progress: progress)
  }
}
