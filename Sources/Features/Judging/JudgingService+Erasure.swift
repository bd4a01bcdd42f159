import Audit
import Lookup
public import Postgres
public import Vocabulary

/// How a judge's identity is taken out; the sheets stay under the code.
extension JudgingService {
  /// The codes of the judges whose identity is still there, and of removed ones in the log.
  /// - Parameter code: Only this one.
  /// - Throws: `JudgingError` when there is and was no such judge.
  public func judgesToErase(_ code: String? = nil, of event: EventID, in unit: UnitOfWork) throws -> [String] {
    try ImportLock.take(for: event, in: unit)
    let removed = try audit.removed(Judge.auditNoun, of: event, in: unit)
    if let code, try store.locked(code, of: event, in: unit) == nil, !removed.contains(code) {
      throw JudgingError.unknownJudge(code, nearest: nearest(to: code, among: try store.codes(of: event, in: unit)))
    }
    let present = try JudgeErasureStore().all(of: event, in: unit)
    return (present + removed.filter { !present.contains($0) }).filter { code == nil || $0 == code }
  }

  /// Takes out who the judges are, what keeps them from teams in words, and what the log can show of both; their
  /// invitations end.
  /// - Returns: The principals as whom they acted, whose tokens are to end.
  public func erase(_ codes: [String], of event: EventID, in unit: UnitOfWork) throws -> [PrincipalID] {
    let logged = try audit.identities(under: Judge.auditNoun, codes, of: event, in: unit)
    let known = try JudgeErasureStore().identities(of: codes, event, in: unit)
    try erased.keep(
      Set(known + logged.compactMap { PersonIdentity(logged: $0.field, $0.value) }), of: .judge, event, in: unit)
    try audit.erasePersonalValues(under: "conflict", codes, of: event, in: unit)
    try audit.erasePersonalValues(under: Judge.auditNoun, codes, of: event, in: unit)
    for pair in try waivers.forget(codes, of: event, in: unit) {
      try audit.did("no longer found", "conflict", "\(pair.judge) \(pair.team)", of: event, in: unit)
    }
    try JudgeErasureStore().erase(codes, of: event, in: unit)
    for code in codes { try audit.did("erased", Judge.auditNoun, code, of: event, in: unit) }
    return try JudgeErasureStore().principals(of: codes, event, in: unit)
  }
}
