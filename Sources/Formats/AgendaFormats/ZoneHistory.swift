public import Vocabulary

/// How the clocks of a zone were set over the days of an agenda.
public struct ZoneHistory: Equatable, Sendable {
  /// A time from which the clocks run so far ahead of UTC.
  public struct Observance: Equatable, Sendable {
    /// What the clocks showed, before they were changed, when it began.
    public let onset: LocalTime
    /// Minutes ahead of UTC before and from then on.
    public let before: Int
    public let after: Int
    /// Such as "EDT".
    public let word: String

    public init(onset: LocalTime, before: Int, after: Int, word: String) {
      self.onset = onset
      self.before = before
      self.after = after
      self.word = word
    }
  }

  /// The IANA name.
  public let zone: String
  /// By their onset, the first one before every session.
  public let observances: [Observance]

  public init(zone: String, observances: [Observance]) {
    self.zone = zone
    self.observances = observances
  }

  /// Whether the clocks were put forward for it.
  func isDaylight(_ observance: Observance) -> Bool {
    observances.contains { $0.after < observance.after }
  }
}
