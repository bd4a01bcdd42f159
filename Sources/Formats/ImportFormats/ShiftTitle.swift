import Vocabulary

/// The title of a column, perhaps with a question before the shift or around it.
struct ShiftTitle {
  /// Why a title is no shift; without a reason it does not look like one.
  struct Fault: Error {
    let reason: String?
  }

  let meaning: Result<ShiftColumns.Meaning, Fault>

  init(_ title: String, among days: ClosedRange<CalendarDate>) {
    let option = Self.option(of: title)
    let ends = Self.ends(of: option)
    let found =
      ends.lazy.compactMap { Self.shifts($0, among: days) }.first
      ?? Self.half(ends.last.map(Self.withoutFillers) ?? "", among: days)
    guard let found else {
      meaning = .failure(Fault(reason: Self.fault(in: option, among: days)))
      return
    }
    let question = Set(FoldedName(title).text.split(separator: " ").map(String.init))
    let isContrary = !question.isDisjoint(with: Self.denials) && question.isDisjoint(with: ["yes", "oui", "si"])
    meaning = isContrary ? .failure(Fault(reason: "it may ask when somebody has no time")) : .success(found)
  }

  /// The text in the brackets at the end, as grids of forms write it; else the whole title.
  static func option(of title: String) -> String {
    let text = title.trimmed
    guard text.last == "]", let start = text.lastIndex(of: "[") else { return text }
    return String(text[text.index(after: start)...].dropLast())
  }

  /// The title without its first words, as it is and then without marks; the whole title without marks comes last.
  private static func ends(of option: String) -> [String] {
    // A comma parts the day from its hours as often as one shift from another.
    [option]
      + [option, withoutMarks(option)].flatMap { text in
        let words = text.split(whereSeparator: \.isWhitespace)
        return (0..<min(words.count, 40)).map { words[$0...].joined(separator: " ") }
      } + [withoutMarks(option)]
  }

  private static func withoutMarks(_ text: String) -> String {
    String(text.map { ",;:\n()[]?!".contains($0) ? " " : $0 }).replacing("  ", with: " ").trimmed
  }

  private static func withoutFillers(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).filter { !fillers.contains(FoldedName(String($0)).text) }
      .joined(separator: " ")
  }

  private static func shifts(_ text: String, among days: ClosedRange<CalendarDate>) -> ShiftColumns.Meaning? {
    let list = ShiftList(text, among: days)
    return !list.shifts.isEmpty && list.unread.isEmpty ? .shifts(list.shifts) : nil
  }

  /// A day without hours, or hours without a day.
  private static func half(_ text: String, among days: ClosedRange<CalendarDate>) -> ShiftColumns.Meaning? {
    if let day = WrittenDay(text, among: days), !day.contradictsItself { return .day(text) }
    guard let hours = try? ClockRange(text), hours.zoneWord == nil else { return nil }
    // Hours alone are those of the only day that there is.
    return days.lowerBound == days.upperBound ? shifts("\(days.lowerBound) \(text)", among: days) : .hours(text)
  }

  /// Why a title with a day of the week or with hours cannot be read.
  private static func fault(in option: String, among days: ClosedRange<CalendarDate>) -> String? {
    let text = withoutMarks(option)
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let hasDay = words.contains { WrittenDay.isWeekday($0) }
    let reasons = (0..<min(words.count, 40)).compactMap { start -> String? in
      let end = words[start...].joined(separator: " ")
      guard (hasDay && WrittenDay.isWeekday(words[start])) || (try? ClockRange(end)) != nil else { return nil }
      return ShiftList(end, among: days).unread.first?.reason
    }
    return hasDay && !text.contains(where: \.isNumber) ? nil : reasons.first
  }

  /// Words that say no more than that the column is about hours.
  private static let fillers: Set = [
    "availability", "available", "shift", "shifts", "hours", "times", "disponibilite", "disponibilites", "disponible",
    "creneau", "creneaux", "horaire", "disponibilidad", "horario", "turno", "turnos",
  ]

  /// Words of questions that ask for the contrary.
  private static let denials: Set = [
    "not", "cannot", "cant", "can't", "unavailable", "except", "busy", "pas", "indisponible", "indisponibilite",
    "indisponibilites", "sauf", "no", "excepto", "ocupado",
  ]
}
