public import Audit
public import Competition

/// Somebody who scores teams.
public struct Judge: Equatable, Sendable {
  /// What stands for the judge in published results, such as J-03.
  public let code: String
  public var name: String
  public var affiliation: String?

  public init(code: String, name: String, affiliation: String? = nil) {
    self.code = code
    self.name = name
    self.affiliation = affiliation
  }
}

extension Judge: Audited {
  public static let auditNoun = "judge"
  public var auditKey: String { code }
  public var auditFields: [AuditField] {
    [AuditField("name", name, isPersonal: true), AuditField("affiliation", affiliation, isPersonal: true)]
  }
}

/// A pass of judging with one rubric.
public struct Round: Equatable, Sendable {
  public enum State: String, CaseIterable, Sendable {
    case planned
    case open
    case closed
    case frozen
  }

  public let id: RoundID
  public let key: Slug
  public let rubric: RubricID
  public let state: State
}

/// That a judge is to score a team.
public struct Assignment: Equatable, Sendable {
  public let judge: String
  public let team: String

  public init(judge: String, team: String) {
    self.judge = judge
    self.team = team
  }
}
