public import CanonicalJSON

/// A value whose every change is written to the log.
public protocol Audited {
  /// What it is, in one word, such as "team".
  static var auditNoun: String { get }
  /// Which one it is, readable and never personal.
  var auditKey: String { get }
  /// Its fields in the order in which people read them.
  var auditFields: [AuditField] { get }
}

/// One field of an audited value.
public struct AuditField: Equatable, Sendable {
  public let name: String
  public let value: JSON
  /// Whether the value tells who somebody is: then the log keeps only its salted hash, so that it can be erased.
  public let isPersonal: Bool

  public init(_ name: String, _ value: JSON, isPersonal: Bool = false) {
    self.name = name
    self.value = value
    self.isPersonal = isPersonal
  }

  public init(_ name: String, _ text: String?, isPersonal: Bool = false) {
    self.init(name, text.json, isPersonal: isPersonal)
  }

  public init(_ name: String, _ number: Int?) {
    self.init(name, number.map { JSON.integer($0) } ?? .null)
  }
}
