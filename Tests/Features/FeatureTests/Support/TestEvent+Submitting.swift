import Backend
import Postgres
import Submissions
import TestBackend
import TestDatabase
import Vocabulary

extension TestEvent {
  /// Moves the event's days around now, with a deadline so far from it, such as "1 hour" or "-90 seconds".
  func setDeadline(_ interval: String, grace minutes: Int = 0) async throws {
    try await database.session { session in
      try session.run(
        script: """
          UPDATE event SET starts_on = current_date - 30, ends_on = current_date + 30, announced_on = NULL,
            submissions_due_at = clock_timestamp() + interval '\(interval)', grace_minutes = \(minutes)
          """)
    }
  }

  /// Gives a team a draft with this title.
  func draft(_ team: String, _ title: String) async throws {
    let backend = backend
    try await change { event, unit in
      _ = try backend.submissions.edit(team, of: event, in: unit) { $0.title = LocalizedText([.english: title]) }
    }
  }

  @discardableResult
  func submit(
    _ team: String, at time: LocalTime? = nil, because reason: String? = nil, asParticipant: Bool = false
  ) async throws -> SubmissionVersion {
    var wanted = Submitting()
    (wanted.receivedAt, wanted.reason, wanted.asParticipant) = (time, reason, asParticipant)
    let (way, backend) = (wanted, backend)
    return try await change { try backend.submissions.submit(team, way, of: $0, in: $1).version }
  }

  @discardableResult
  func acceptLate(_ team: String, because reason: String = "The server was down") async throws -> SubmissionVersion {
    let backend = backend
    return try await change { try backend.submissions.acceptLate(team, because: reason, of: $0, in: $1) }
  }

  func overview(_ team: String) async throws -> SubmissionDetails {
    let (backend, id) = (backend, id)
    return try await database.read { try backend.submissions.submission(of: team, id, in: $0).overview }
  }

  /// "1 in time judged", "2 late", for each version.
  func history(_ team: String) async throws -> [String] {
    let (backend, id) = (backend, id)
    return try await database.read { snapshot in
      try backend.submissions.submission(of: team, id, in: snapshot).versions.map { version in
        "\(version.number)" + (version.secondsLate == nil ? " in time" : " late")
          + (version.acceptedBecause == nil ? "" : " admitted") + (version.isJudged ? " judged" : "")
      }
    }
  }

  /// Adds a principal of this role.
  func addPrincipal(_ name: String, _ role: Role) async throws -> Principal {
    try await meddle(
      "INSERT INTO principal (event_id, name, role) VALUES (\(id.rawValue), '\(name)', '\(role.rawValue)')")
    return Principal(name: name, role: role)
  }
}

/// By how much a refused submission was late; nil where it was not refused for that.
func secondsLate(_ attempt: () async throws -> Void) async throws -> Int? {
  do {
    try await attempt()
  } catch SubmittingError.afterDeadline(_, let seconds) {
    return seconds
  }
  return nil
}
