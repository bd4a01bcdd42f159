/// The times of a form's answers, as far as they tell which of two answers is the later one.
///
/// The zone does not matter for that. Whether dates begin with the day or the month matters only where both fit all of
/// them and tell different orders.
public struct AnswerTimes: Sendable {
  private let orders: [DateOrder]

  /// - Parameter texts: Every cell of the column.
  public init(_ texts: [String]) {
    orders = DateOrder.possible(for: texts)
  }

  /// Whether the second answer is later than the first, or as late; nil when the times do not tell.
  public func order(_ first: String, _ second: String) -> Bool? {
    let answers = orders.map { order -> Bool? in
      guard let one = Self.clock(first, order), let other = Self.clock(second, order) else { return nil }
      return one <= other
    }
    guard let answer = answers.first, answers.allSatisfy({ $0 == answer }) else { return nil }
    return answer
  }

  /// "2021-10-16 13:04:40 -04:00": texts that are ordered as the times are.
  private static func clock(_ text: String, _ order: DateOrder) -> String? {
    try? TimeReading(order: order, zone: "UTC", takesDays: true).instant(text)
  }
}
