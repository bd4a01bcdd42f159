import Audit
public import Postgres
public import Vocabulary

/// What teams ask for, and what organisers note.
extension MentoringService {
  /// Notes what a team would like to talk about.
  public func request(
    by team: String, topics: [String], languages: [String], of event: EventID, in unit: UnitOfWork
  ) throws -> MentorRequest {
    if let word = topics.first(where: { $0.contains(",") }) { throw MentoringError.commaInExpertise(word) }
    let id = try self.team(team, of: event, in: unit)
    let number = try requests.insert(id, topics: topics, languages: languages, event, in: unit)
    let request = MentorRequest(
      number: number, team: team, topics: topics, languages: languages, session: nil)
    try audit.created(request, of: event, in: unit)
    return request
  }

  /// Takes a request back; a session that meets it stays.
  public func withdrawRequest(_ number: Int, of event: EventID, in unit: UnitOfWork) throws -> Outcome {
    let id = MentorRequestID(Int64(number))
    guard let old = try requests.all(of: event, only: id, in: unit).first else {
      throw MentoringError.unknownRequest(number)
    }
    guard !old.isWithdrawn else { return .unchanged }
    try requests.withdraw(id, of: event, in: unit)
    var new = old
    new.isWithdrawn = true
    try audit.updated(from: old, to: new, of: event, in: unit)
    return .updated
  }

  /// The requests in the order in which they were made.
  public func requests(of event: EventID, in snapshot: Snapshot) throws -> [MentorRequest] {
    try requests.all(of: event, in: snapshot)
  }

  /// Keeps a note on a team's mentoring, for organisers.
  public func note(
    _ text: String, on team: String, by mentor: String?, of event: EventID, in unit: UnitOfWork
  ) throws -> Int {
    guard text.contains(where: { !$0.isWhitespace }) else { throw MentoringError.blankNote }
    let id = try self.team(team, of: event, in: unit)
    let mentor = try mentor.map { try locked($0, of: event, in: unit).id }
    let number = try notes.insert(text, on: id, by: mentor, event, in: unit)
    let fields = [
      AuditField("team", team), AuditField("mentor", mentor.map { Int($0.rawValue) }),
      AuditField("text", text, isPersonal: true),
    ]
    try audit.did("created", "mentor note", String(number), fields, of: event, in: unit)
    return number
  }

  /// The notes in the order in which they were written; only an organiser of the event reads them.
  public func notes(on team: String?, of event: EventID, in unit: UnitOfWork) throws -> [MentorNote] {
    guard unit.principal.role == .organiser, try lookups.isOrganiser(unit.principal.name, of: event, in: unit) else {
      throw MentoringError.onlyForOrganisers
    }
    if let team { _ = try self.team(team, of: event, in: unit) }
    return try notes.all(of: event, team: team, in: unit)
  }
}
