public import Access
public import Judging
public import Postgres
public import Vocabulary

/// Lets judges in by their codes, and out again.
public struct JudgeAdmission: Sendable {
  private let tokens: TokensService
  private let judging: JudgingService

  public init(tokens: TokensService, judging: JudgingService) {
    self.tokens = tokens
    self.judging = judging
  }

  /// Turns an invitation into a token, in the judge's own name.
  public func accept(
    _ code: InvitationCode, _ judge: InvitedJudge, in unit: UnitOfWork
  ) throws -> TokensService.Issued {
    var token: TokensService.Issued?
    try judging.accept(code, judge, in: unit) {
      let (number, issued) = try tokens.admit(judge: judge.code, to: judge.event, in: unit)
      token = issued
      return number
    }
    guard let token else { throw JudgingError.wrongInvitation }
    return token
  }

  /// Takes out a judge who has saved nothing, and ends their tokens.
  public func remove(_ code: String, of event: EventID, in unit: UnitOfWork) throws {
    guard let number = try judging.remove(code, of: event, in: unit) else { return }
    try tokens.end(tokensOf: number, of: event, in: unit)
  }
}
