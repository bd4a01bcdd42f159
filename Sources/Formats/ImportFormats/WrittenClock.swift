/// A time of day as it was written, of which the half of the day may still be open.
struct WrittenClock: Equatable {
  /// Minutes since midnight; of twelve hours when `half` says that one is needed.
  let minutes: Int
  let half: Half

  enum Half: Equatable {
    case before
    case after
    /// A clock of 24 hours, or noon or midnight in words.
    case settled
    /// Nobody said it: "10:30".
    case open
    /// Not even minutes: "10".
    case bare
  }

  /// Reads one time and stands behind it afterwards; nil when there is none.
  init?(_ scanner: inout ClockScanner) {
    if scanner.skip(oneOf: Self.noon) {
      self.init(minutes: 720, half: .settled)
      return
    }
    if scanner.skip(oneOf: Self.midnight) {
      self.init(minutes: 1440, half: .settled)
      return
    }
    guard case .number(let hour, let digits) = scanner.next, digits <= 2, hour <= 24 else { return nil }
    scanner.advance()
    guard let (minute, form) = Self.minutes(&scanner), minute < 60, hour < 24 || minute == 0 else { return nil }
    if let half = Self.half(&scanner) {
      guard (1...12).contains(hour), form != .settled else { return nil }
      self.init(minutes: hour % 12 * 60 + minute, half: half)
    } else if hour == 12, minute == 0, scanner.skip(oneOf: Self.noon) {
      self.init(minutes: 720, half: .settled)
    } else if hour == 12, minute == 0, scanner.skip(oneOf: Self.midnight) {
      self.init(minutes: 1440, half: .settled)
    } else {
      self.init(minutes: hour * 60 + minute, half: hour > 12 || hour == 0 ? .settled : form)
    }
  }

  private init(minutes: Int, half: Half) {
    self.minutes = minutes
    self.half = half
  }

  /// The times that it can mean, earliest first, when another one says more than it does.
  var meanings: [Int] {
    switch half {
    case .before: [minutes]
    case .after: [minutes + 720]
    case .settled: [minutes]
    case .open, .bare: [minutes % 720, minutes % 720 + 720]
    }
  }

  private static func minutes(_ scanner: inout ClockScanner) -> (Int, Half)? {
    if scanner.skip(.mark(":")) {
      guard case .number(let minute, 2) = scanner.next else { return nil }
      scanner.advance()
      return (minute, .open)
    }
    guard scanner.skip(oneOf: hours) else { return (0, .bare) }
    guard case .number(let minute, 2) = scanner.next else { return (0, .settled) }
    scanner.advance()
    return (minute, .settled)
  }

  /// "a.m.", "am", "a. m."; an "a" alone stands between two times in Spanish.
  private static func half(_ scanner: inout ClockScanner) -> Half? {
    if scanner.skip(oneOf: ["am"]) { return .before }
    if scanner.skip(oneOf: ["pm"]) { return .after }
    guard scanner.second == .word("m") else { return nil }
    if scanner.skip(.word("a")) {
      scanner.advance()
      return .before
    }
    if scanner.skip(.word("p")) {
      scanner.advance()
      return .after
    }
    return nil
  }

  private static let noon: Set = ["noon", "midday", "midi", "mediodía", "mediodia"]
  private static let midnight: Set = ["midnight", "minuit", "medianoche"]
  private static let hours: Set = ["h", "hr", "hrs", "heure", "heures", "hora", "horas"]
}
