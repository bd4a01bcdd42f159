public import CanonicalJSON

/// A date as precisely as somebody said it; nothing is made up beyond that.
public enum FuzzyDate: Hashable, Sendable, CustomStringConvertible {
  /// A season of the year, in whose months the hemispheres differ, so that none are guessed.
  public enum Season: String, CaseIterable, Sendable {
    case winter
    case spring
    case summer
    case fall
  }

  case day(CalendarDate)
  case month(year: Int, month: Int)
  case season(Season, year: Int)
  case year(Int)

  /// Reads "2021-10-05", "2021-10", "fall 2021" ("autumn" is taken too, and either order) or "2021"; nil for anything
  /// else.
  public init?(_ text: String) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    switch words.count {
    case 1:
      if let day = CalendarDate(words[0]) {
        self = .day(day)
      } else if let first = CalendarDate(words[0] + "-01") {
        self = .month(year: first.year, month: first.month)
      } else if let year = Self.year(words[0]) {
        self = .year(year)
      } else {
        return nil
      }
    case 2:
      guard let season = words.compactMap(Self.season).first, let year = words.compactMap(Self.year).first else {
        return nil
      }
      self = .season(season, year: year)
    default: return nil
    }
  }

  /// The form that can be read again, such as "fall 2021"; no text for publication.
  public var description: String {
    switch self {
    case .day(let day): day.description
    case .month(let year, let month): Self.digits(year, 4) + "-" + Self.digits(month, 2)
    case .season(let season, let year): season.rawValue + " " + Self.digits(year, 4)
    case .year(let year): Self.digits(year, 4)
    }
  }

  /// How precise it is, in one word.
  public var precision: String {
    switch self {
    case .day: "day"
    case .month: "month"
    case .season: "season"
    case .year: "year"
    }
  }

  public var year: Int {
    switch self {
    case .day(let day): day.year
    case .month(let year, _), .season(_, let year), .year(let year): year
    }
  }

  /// Nil where no month was said.
  public var month: Int? {
    switch self {
    case .day(let day): day.month
    case .month(_, let month): month
    case .season, .year: nil
    }
  }

  public var season: Season? {
    guard case .season(let season, _) = self else { return nil }
    return season
  }

  /// The day of the month; nil where no day was said.
  public var dayOfMonth: Int? {
    guard case .day(let day) = self else { return nil }
    return day.day
  }

  public var json: JSON {
    [
      "text": .string(description), "precision": .string(precision), "year": .integer(year),
      "month": month.map { .integer($0) } ?? .null, "day": dayOfMonth.map { .integer($0) } ?? .null,
      "season": (season?.rawValue).json,
    ]
  }

  private static func season(_ word: String) -> Season? { word == "autumn" ? .fall : Season(rawValue: word) }

  private static func year(_ word: String) -> Int? { CalendarDate(word + "-01-01")?.year }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
