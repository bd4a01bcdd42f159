public import Vocabulary

/// A prize as one team receives it.
public struct AnnouncedPrize: Equatable, Sendable {
  public var key: String
  public var kind: PrizeKind
  /// The team's share of the money.
  public var amount: Money?
  public var isUndisclosed = false
  /// Whether the prize has an amount now that it did not have when it was awarded.
  public var awaitsAmount = false
  public var label = LocalizedText()
  /// Who gives it, as the organiser wrote it.
  public var giver: String?
  /// The event that it is an invitation to, and when that is.
  public var target: String?
  public var targetWhen: FuzzyDate?
  /// How many teams share it.
  public var shares = 1
  /// False while it is only promised to the rank.
  public var isAwarded = true

  public init(key: String, kind: PrizeKind) {
    self.key = key
    self.kind = kind
  }

  /// Whether it can be said in words without a text of its own.
  var saysItself: Bool {
    switch kind {
    case .money: true
    case .invitation: target != nil
    case .seat, .promotion, .goods: false
    }
  }
}
