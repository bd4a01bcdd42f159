public import Competition
public import Postgres
public import Submissions
public import Teams

extension ImportJourney {
  public func teams(
    _ bytes: [UInt8], file: String, of event: EventID, by service: TeamsService, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(TeamImporter(service: service), bytes, file: file, of: event, in: unit)
  }

  public func submissions(
    _ bytes: [UInt8], file: String, of event: EventID, by service: SubmissionsService, in unit: UnitOfWork
  ) throws -> ImportReport {
    try run(SubmissionImporter(service: service), bytes, file: file, of: event, in: unit)
  }
}

private struct TeamImporter: RowImporter {
  static let noun = "team"
  static let requiredColumns = ["key", "name"]
  static let optionalColumns = ["country"] + localisedColumns("city") + localisedColumns("about")

  let service: TeamsService

  func item(from row: ImportRow) throws -> Team {
    var team = Team(key: try row.slug("key"), name: try row.required("name"))
    team.city = row.localised("city")
    team.country = try row.country("country")
    team.about = row.localised("about")
    return team
  }

  func save(_ team: Team, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.set(team, of: event, in: unit)
  }
}

private struct SubmissionImporter: RowImporter {
  static let noun = "submission"
  static let requiredColumns = ["team"]
  static let optionalColumns = ["url"] + localisedColumns("title") + localisedColumns("summary")

  let service: SubmissionsService

  func item(from row: ImportRow) throws -> Submission {
    var submission = Submission(team: try row.required("team"))
    submission.title = row.localised("title")
    submission.summary = row.localised("summary")
    submission.url = row.text("url")
    return submission
  }

  func save(_ submission: Submission, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    try service.set(submission, of: event, in: unit)
  }
}
