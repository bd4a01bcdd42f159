public import Postgres
public import Vocabulary

/// The files of a submission, by reference.
extension SubmissionsService {
  /// Adds a file, or puts it in the place of the one of that name.
  public func add(
    _ file: SubmittedFile, to team: String, of event: EventID, in unit: UnitOfWork
  ) throws -> Outcome {
    var outcome = Outcome.created
    let change = try edit(existing: team, of: event, in: unit) { submission in
      if submission.files.contains(where: { $0.name == file.name }) { outcome = .updated }
      submission.files = (submission.files.filter { $0.name != file.name } + [file]).sorted { $0.name < $1.name }
    }
    return change == .unchanged ? .unchanged : outcome
  }

  public func remove(file name: String, from team: String, of event: EventID, in unit: UnitOfWork) throws {
    _ = try edit(existing: team, of: event, in: unit) { submission in
      guard let position = submission.files.firstIndex(where: { $0.name == name }) else {
        let known = submission.files.map(\.name)
        throw SubmissionError.unknownFile(name, team: team, nearest: nearest(to: name, among: known))
      }
      submission.files.remove(at: position)
    }
  }

  private func edit(
    existing team: String, of event: EventID, in unit: UnitOfWork, _ change: (inout Submission) throws -> Void
  ) throws -> Outcome {
    _ = try locked(team, of: event, in: unit)
    return try edit(team, of: event, in: unit, change)
  }
}
