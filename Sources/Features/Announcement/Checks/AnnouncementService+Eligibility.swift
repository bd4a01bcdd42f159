import Postgres
import Vocabulary

extension AnnouncementService {
  /// Announced teams that are not eligible, and teams that are not ranked because they are not.
  func findingsOnEligibility(of event: EventID, in snapshot: Snapshot) throws -> [Finding] {
    try AnnouncedEligibilityStore().obstacles(of: event, in: snapshot).map { found in
      let level: Finding.Level = !found.isRanked ? .info : found.isJudged ? .problem : .warning
      let what = found.isRanked ? "has a rank and is not eligible" : "is not ranked"
      return Finding(
        level, code: "eligibility", of: [found.team], "the team \(quoted(found.team)) \(what): \(found.obstacle)",
        found.isRanked ? "team allow \(found.team) --reason TEXT" : "eligibility check \(found.team)")
    }
  }
}
