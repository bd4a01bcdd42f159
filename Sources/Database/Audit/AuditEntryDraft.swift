import CanonicalJSON
import Digests

/// An entry before it has a number: what is hashed, and the personal values that are kept beside it.
struct AuditEntryDraft {
  /// A personal value with the salt that hides it in the log.
  struct PersonalValue {
    let field: String
    let side: String
    let salt: [UInt8]
    let value: String
  }

  private(set) var changes: [JSON.Member] = []
  private(set) var personalValues: [PersonalValue] = []
  private let action: String
  private let noun: String
  private let key: String

  /// Keeps the fields that differ; fields that are null on both sides are left out.
  init(action: String, noun: String, key: String, before: [AuditField], after: [AuditField]) {
    self.action = action
    self.noun = noun
    self.key = key
    for field in after {
      let old = before.first { $0.name == field.name } ?? AuditField(field.name, .null)
      guard old.value != field.value else { continue }
      let sides = [("old", old), ("new", field)].filter { $0.1.value != .null }
      let members = sides.map { side, field in JSON.Member(side, logged(field, side)) }
      changes.append(JSON.Member(field.name, .object(members)))
    }
  }

  /// The canonical text that goes into the chain.
  func details(channel: String) -> String {
    let details: JSON = [
      "action": .string(action), "noun": .string(noun), "key": .string(key), "channel": .string(channel),
      "changes": .object(changes),
    ]
    return details.canonical
  }

  private mutating func logged(_ field: AuditField, _ side: String) -> JSON {
    guard field.isPersonal else { return field.value }
    var generator = SystemRandomNumberGenerator()
    let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let value = field.value.canonical
    personalValues.append(PersonalValue(field: field.name, side: side, salt: salt, value: value))
    return .string(personalDigest(salt: salt, value: value))
  }
}

/// The form of a personal value in the log.
func personalDigest(salt: [UInt8], value: String) -> String {
  "sha256:" + SHA256Digest(of: salt + Array(value.utf8)).description
}
