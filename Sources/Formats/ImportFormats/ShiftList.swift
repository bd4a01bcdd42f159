public import Vocabulary

/// Shifts as people write them into one cell: "Saturday - 4-6pm, Saturday 6-8 p.m.; dimanche 14 h à 16 h".
public struct ShiftList: Equatable, Sendable {
  /// A time by the clocks of a zone that the text does not name.
  public struct Shift: Equatable, Sendable {
    public let start: LocalTime
    public let end: LocalTime
  }

  public private(set) var shifts: [Shift] = []
  /// The parts that cannot be read, each with the reason as a clause.
  public private(set) var unread: [(text: String, reason: String)] = []

  public static func == (one: ShiftList, other: ShiftList) -> Bool {
    one.shifts == other.shifts && one.unread.map(\.text) == other.unread.map(\.text)
  }

  /// - Parameter days: The days among which "Saturday" is looked for.
  public init(_ text: String, among days: ClosedRange<CalendarDate>) {
    guard text.utf8.count <= Self.longest else {
      unread.append((String(text.prefix(40)) + "…", "it is too long for a list of shifts"))
      return
    }
    var day: CalendarDate?
    for part in text.split(whereSeparator: { ",;\n".contains($0) }).map(\.trimmed) where !part.isEmpty {
      guard let hoursStart = Self.startOfHours(in: part) else {
        unread.append((part, "it does not say from when to when"))
        continue
      }
      let name = Self.day(of: part, before: hoursStart)
      if !name.isEmpty {
        guard let written = WrittenDay(name, among: days), !written.contradictsItself else {
          unread.append((part, "\(quoted(name)) is not one day of the event"))
          day = nil
          continue
        }
        day = written.day
      }
      guard let day else {
        unread.append((part, "it does not say on which day"))
        continue
      }
      do {
        let range = try Self.range(String(part[hoursStart...]))
        guard let start = LocalTime(day, minutes: range.start), let end = LocalTime(day, minutes: range.end) else {
          continue
        }
        shifts.append(Shift(start: start, end: end))
      } catch {
        unread.append((part, error.reason))
      }
    }
  }

  /// In bytes; each letter is tried as the beginning of an hour.
  private static let longest = 1_000

  /// Why hours are not taken, as a clause.
  private struct Unclear: Error {
    let reason: String
  }

  private static func range(_ text: String) throws(Unclear) -> ClockRange {
    let range: ClockRange
    do {
      range = try ClockRange(text)
    } catch {
      throw Unclear(reason: "it does not say from when to when")
    }
    // "10-12pm" is said of the hours before noon and of those before midnight.
    let ending = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
    if ending.hasSuffix("12pm"), range.end == 720, !ending.dropLast(4).contains("m") {
      throw Unclear(reason: "it may end at noon or at midnight")
    }
    return range
  }

  /// The name of the day, which stands before the hours or behind them.
  private static func day(of part: String, before hours: String.Index) -> String {
    let name = part[..<hours].trimmingMarks
    return name.isEmpty ? (try? ClockRange(String(part[hours...])))?.zoneWord ?? "" : name
  }

  /// Where the hours begin: at the first number that a time can begin with, behind the day.
  private static func startOfHours(in text: String) -> String.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      let startsNumber = text[index].isNumber && (index == text.startIndex || !text[text.index(before: index)].isNumber)
      if startsNumber, (try? ClockRange(String(text[index...]))) != nil { return index }
      index = text.index(after: index)
    }
    return nil
  }
}

extension Substring {
  /// The text without the marks and spaces that part a day from its hours.
  fileprivate var trimmingMarks: String {
    var text = self[...]
    func isMark(_ character: Character) -> Bool { character.isWhitespace || ":-–—/(".contains(character) }
    while let last = text.last, isMark(last) { text.removeLast() }
    while let first = text.first, isMark(first) { text.removeFirst() }
    return String(text)
  }
}
