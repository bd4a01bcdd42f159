public import Audit
import CanonicalJSON
public import Competition

/// One item that a place receives; a place may receive several.
public struct Prize: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case money
    case seat
    case invitation
    case promotion
    case goods
  }

  /// What is known of a money prize's amount.
  public enum Amount: Equatable, Sendable {
    /// Nobody has said yet; it cannot be announced so.
    case unknown
    case undisclosed
    case known(Money)
  }

  public let key: Slug
  public var place: Int
  /// Where it stands among the prizes of its place, from 1.
  public var position: Int
  public var kind: Kind
  public var amount: Amount
  public var label: LocalizedText
  /// Who gives it, as the organiser wrote it.
  public var giver: String?

  public init(
    key: Slug, place: Int, position: Int, kind: Kind, amount: Amount = .unknown, label: LocalizedText,
    giver: String? = nil
  ) {
    self.key = key
    self.place = place
    self.position = position
    self.kind = kind
    self.amount = amount
    self.label = label
    self.giver = giver
  }
}

extension Prize.Amount: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknown: "unknown"
    case .undisclosed: "undisclosed"
    case .known(let money):
      money.parts.fraction.isEmpty
        ? "\(money.parts.units) \(money.currency)" : "\(money.parts.units).\(money.parts.fraction) \(money.currency)"
    }
  }
}

extension Prize: Audited {
  public static let auditNoun = "prize"
  public var auditKey: String { key.text }
  public var auditFields: [AuditField] {
    [
      AuditField("place", place), AuditField("position", position), AuditField("kind", kind.rawValue),
      AuditField("amount", kind == .money ? amount.description : nil), AuditField("label", label.json),
      AuditField("giver", giver),
    ]
  }
}
