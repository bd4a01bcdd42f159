public import Vocabulary

/// What an organiser says of a file, and what is known of the event; what is nil is guessed from the header or asked for.
public struct ReadingSettings: Sendable {
  public var profile: ImportProfile?
  public var noun: ImportNoun?
  public var map: ColumnMap?
  public var dateOrder: DateOrder?
  /// The order that a date of the file proves, where nobody has said it.
  public var provedDateOrder: DateOrder?
  /// The IANA zone of the file's times.
  public var timeZone: String?
  /// The IANA zone of the event.
  public var eventTimeZone = "UTC"
  /// The language of texts that do not say theirs.
  public var eventLanguage = Language.english
  /// Prizes and tracks that the event knows, for telling them apart in a cell that holds several.
  public var knownPrizes: [String] = []
  /// Whether a project that its platform hides is taken.
  public var takesHidden = false

  /// Rows without one of these values are passed over, in each column that is spoken of.
  public var only: [ColumnChoice] = []
  /// Rows with one of these values are passed over.
  public var skipped: [ColumnChoice] = []

  public init() {}
}
