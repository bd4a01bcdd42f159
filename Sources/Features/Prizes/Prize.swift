public import Audit
import CanonicalJSON
public import Vocabulary

/// One item that there is to be won; a rank may receive several.
public struct Prize: Equatable, Sendable {
  /// For what a prize is given.
  public enum Basis: Equatable, Sendable {
    case rank(Int)
    /// The best ranks within a track, by its key, in the order of the whole ranking.
    case track(String)
    /// What somebody decides, beside any rank.
    case specialAward
    /// The public's votes.
    case choice
  }

  public typealias Kind = PrizeKind

  /// What is known of a money prize's amount.
  public enum Amount: Equatable, Sendable {
    /// Nobody has said yet; it cannot be announced so.
    case unknown
    case undisclosed
    case known(Money)
  }

  /// The most that there can be of a prize, and of money in minor units: sums of it stay whole numbers.
  static let (mostOfOne, mostMoney) = (1000, Int64(1_000_000_000_000_000))

  public let key: Slug
  public var basis: Basis
  /// Where it stands among the prizes of its rank, from 1.
  public var position: Int
  public var kind: Kind
  public var amount: Amount
  public var label: LocalizedText
  /// Who gives it, as the organiser wrote it.
  public var giver: String?
  /// How many of it there are: the team of a rank receives all of them, otherwise each team one.
  public var quantity: Int
  /// The event that it is an invitation to, and when that is.
  public var target: String?
  public var targetWhen: FuzzyDate?

  public init(
    key: Slug, basis: Basis, position: Int = 1, kind: Kind, amount: Amount = .unknown, label: LocalizedText,
    giver: String? = nil, quantity: Int = 1, target: String? = nil, targetWhen: FuzzyDate? = nil
  ) {
    self.key = key
    self.basis = basis
    self.position = position
    self.kind = kind
    self.amount = amount
    self.label = label
    self.giver = giver
    self.quantity = quantity
    self.target = target
    self.targetWhen = targetWhen
  }

  /// The rank that it is for; nil for any other basis.
  public var rank: Int? {
    guard case .rank(let rank) = basis else { return nil }
    return rank
  }

  /// The track that it is for, by its key.
  public var track: String? {
    guard case .track(let track) = basis else { return nil }
    return track
  }
}

extension Prize.Basis: CustomStringConvertible {
  /// One word, as the schema and files have it.
  public var name: String {
    switch self {
    case .rank: "rank"
    case .track: "track"
    case .specialAward: "special-award"
    case .choice: "choice"
    }
  }

  /// "rank 1", "track health", "special award", "people's choice".
  public var description: String {
    switch self {
    case .rank(let rank): "rank \(rank)"
    case .track(let track): "track \(track)"
    case .specialAward: "special award"
    case .choice: "people's choice"
    }
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
      AuditField("basis", basis.description), AuditField("position", position), AuditField("kind", kind.rawValue),
      AuditField("amount", kind == .money ? amount.description : nil), AuditField("label", label.json),
      AuditField("giver", giver), AuditField("quantity", quantity == 1 ? nil : quantity),
      AuditField("target", target), AuditField("target when", targetWhen?.description),
    ]
  }
}
