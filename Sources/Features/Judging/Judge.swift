public import Audit
import CanonicalJSON
public import Vocabulary

/// Somebody who scores teams.
public struct Judge: Equatable, Sendable {
  /// The name of the judge in published results, such as J-03.
  public let code: String
  public var name: String
  /// The judge's organisation as it is written.
  public var affiliation: String?
  public var email: EmailAddress?
  /// ISO 639 codes in the order of preference.
  public var languages: [String] = []
  /// Words by which teams find the judges who know their matter.
  public var expertise: [String] = []

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
    [
      AuditField("name", name, isPersonal: true), AuditField("affiliation", affiliation, isPersonal: true),
      AuditField("e-mail", email?.text, isPersonal: true),
      AuditField("languages", list(languages), isPersonal: true),
      AuditField("expertise", list(expertise), isPersonal: true),
    ]
  }

  private func list(_ words: [String]) -> JSON { words.isEmpty ? .null : .array(words.map(JSON.string)) }
}

/// A judge with how they stand in the event.
public struct JudgeDetails: Equatable, Sendable {
  public let judge: Judge
  /// The key of the organisation that the affiliation names.
  public let organisation: String?
  public let standing: Standing
  public let assignments: Int
  public let readySheets: Int
  /// How many teams a conflict of interest keeps from the judge.
  public let conflicts: Int

  public enum Standing: String, Sendable {
    case notInvited = "not invited"
    case invited
    case expired = "invitation expired"
    case accepted
  }
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
