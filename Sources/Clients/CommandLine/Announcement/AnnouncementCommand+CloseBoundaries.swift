import Announcement
import Backend
import Postgres
import Results
import Vocabulary

extension AnnouncementCommand {
  /// What the organisers should know of the prizes before the announcement: nobody may say later that it was hidden.
  static func closeBoundaries(
    of facts: AnnouncementFacts, _ event: EventID, _ backend: Backend, in snapshot: Snapshot
  ) throws -> [Finding] {
    guard !facts.rankedTeams.isEmpty else { return [] }
    let version = try backend.results.version(facts.resultVersion, of: event, in: snapshot)
    let result = try backend.results.result(version, of: event, in: snapshot)
    return try backend.results.closeBoundaries(of: result, event, in: snapshot).map { boundary in
      Finding(
        .warning, code: "close-boundary", of: [boundary.inside.team, boundary.outside.team],
        String(boundary.sentence.dropLast()), "result explain \(boundary.outside.team)")
    }
  }
}
