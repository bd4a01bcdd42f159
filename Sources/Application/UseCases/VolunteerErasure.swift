public import Access
public import Judging
public import Mentoring
public import Postgres
public import Vocabulary

/// Takes mentors' and judges' identities out; what they did stays, under a number or a code.
public struct VolunteerErasure: Sendable {
  private let judging: JudgingService
  private let mentoring: MentoringService
  private let tokens: TokensService

  public init(judging: JudgingService, mentoring: MentoringService, tokens: TokensService) {
    self.judging = judging
    self.mentoring = mentoring
    self.tokens = tokens
  }

  /// - Returns: Whether there was anything left to take out.
  public func eraseMentor(_ key: String, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    let mentors = try mentoring.mentorsToErase(key, of: event, in: unit)
    try mentoring.erase(mentors, of: event, in: unit)
    return !mentors.isEmpty
  }

  /// - Returns: Whether there was anything left to take out.
  public func eraseJudge(_ code: String, of event: EventID, in unit: UnitOfWork) throws -> Bool {
    try eraseJudges(judging.judgesToErase(code, of: event, in: unit), event, unit)
  }

  /// How many have an identity left.
  func count(of event: EventID, in unit: UnitOfWork) throws -> Int {
    try mentoring.mentorsToErase(of: event, in: unit).count + judging.judgesToErase(of: event, in: unit).count
  }

  /// Takes out all of them.
  func eraseEverybody(of event: EventID, in unit: UnitOfWork) throws {
    try mentoring.erase(mentoring.mentorsToErase(of: event, in: unit), of: event, in: unit)
    _ = try eraseJudges(judging.judgesToErase(of: event, in: unit), event, unit)
  }

  private func eraseJudges(_ codes: [String], _ event: EventID, _ unit: UnitOfWork) throws -> Bool {
    for principal in try judging.erase(codes, of: event, in: unit) {
      try tokens.end(tokensOf: principal, of: event, in: unit)
    }
    return !codes.isEmpty
  }
}
