import Audit
public import Postgres
public import Vocabulary

/// A judge who has a code.
public struct InvitedJudge: Equatable, Sendable {
  public let event: EventID
  public let slug: String
  public let code: String
  public let name: String
}

/// Codes by which judges come in.
extension JudgingService {
  /// A code with whom it invites, and until when: the only moment at which it can be shown.
  public struct Invitation: Equatable, Sendable {
    public let judge: Judge
    public let code: InvitationCode
    public let expiresAt: Timestamp
  }

  /// Makes a code for a judge; an earlier one no longer holds. One who came in already can come in anew.
  /// - Parameter days: How long it holds, by the database's clock.
  public func invite(_ code: String, days: Int, of event: EventID, in unit: UnitOfWork) throws -> Invitation {
    let (id, judge) = try locked(code, of: event, in: unit)
    let invitation = InvitationCode.random()
    let end = try invitations.invite(id, invitation, days: days, of: event, in: unit)
    try audit.did("invited", Judge.auditNoun, code, [AuditField("until", end.description)], of: event, in: unit)
    return Invitation(judge: judge, code: invitation, expiresAt: end)
  }

  /// The codes of the judges who have not come in yet.
  public func awaitedJudges(of event: EventID, in snapshot: Snapshot) throws -> [String] {
    try invitations.awaited(of: event, in: snapshot)
  }

  /// The judge whom a code invites now.
  ///
  /// A code that is wrong is told from one that was used or has expired by nothing.
  public func invited(by text: String, in snapshot: Snapshot) throws -> (judge: InvitedJudge, code: InvitationCode) {
    guard let code = InvitationCode(text), let judge = try invitations.invited(by: code, in: snapshot) else {
      throw JudgingError.wrongInvitation
    }
    return (judge, code)
  }

  /// Uses an invitation up, in the judge's own name.
  /// - Parameter admitting: Makes the judge somebody who acts in the event, once it is sure that the code does.
  public func accept(
    _ code: InvitationCode, _ judge: InvitedJudge, in unit: UnitOfWork, admitting: () throws -> PrincipalID
  ) throws {
    guard let id = try invitations.use(code, of: judge.event, in: unit) else { throw JudgingError.wrongInvitation }
    try invitations.link(id, to: try admitting(), of: judge.event, in: unit)
    try audit.did("accepted", "invitation", judge.code, of: judge.event, in: unit)
  }
}
