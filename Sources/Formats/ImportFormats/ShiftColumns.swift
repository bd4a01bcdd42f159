public import Vocabulary

/// The columns of a form that are shifts: "Saturday 4-6pm", "Availability [Saturday 4-6pm]", "Availability [Saturday]".
public struct ShiftColumns: Equatable, Sendable {
  /// What the title of a column says; its cells say the rest.
  enum Meaning: Equatable {
    case shifts([ShiftList.Shift])
    /// A day, whose cells hold hours.
    case day(String)
    /// Hours, whose cells hold days.
    case hours(String)
  }

  /// A title that looks like a shift and is not taken for one, with the reason as a clause.
  public struct Unread: Equatable, Sendable {
    public let title: String
    public let reason: String
  }

  private var meanings: [Int: Meaning] = [:]
  private var titles: [Int: String] = [:]
  public private(set) var unread: [Unread] = []
  private let days: ClosedRange<CalendarDate>

  /// - Parameters:
  ///   - columns: The titles by the places of their columns.
  ///   - days: The days among which "Saturday" is looked for.
  public init(_ columns: [(index: Int, title: String)], among days: ClosedRange<CalendarDate>) {
    self.days = days
    for (index, title) in columns where title.utf8.count <= Self.longest {
      let reading = ShiftTitle(title, among: days)
      switch reading.meaning {
      case .success(let meaning):
        meanings[index] = meaning
        titles[index] = title
      case .failure(let fault):
        if let reason = fault.reason { unread.append(Unread(title: title, reason: reason)) }
      }
    }
  }

  /// The columns that are shifts.
  public var indices: [Int] { meanings.keys.sorted() }

  /// In bytes; a longer title is a question, and no shift.
  private static let longest = 300

  /// The shifts that a cell of one of the columns says.
  /// - Returns: Why the cell cannot be understood, as a clause, where it cannot.
  public func shifts(of cell: String, in index: Int) -> (shifts: [ShiftList.Shift], unclear: String?) {
    guard let meaning = meanings[index], let title = titles[index] else { return ([], nil) }
    let tick = Tick(cell, of: title)
    if tick == .no { return ([], nil) }
    switch meaning {
    case .shifts(let shifts):
      let isTicked = tick == .yes || ShiftList(cell, among: days).shifts == shifts
      return isTicked ? (shifts, nil) : ([], "it says neither yes nor no")
    case .day(let day):
      guard tick != .yes else { return ([], "the column does not say from when to when") }
      return Self.whole(ShiftList("\(day) \(cell)", among: days))
    case .hours(let hours):
      guard tick != .yes else { return ([], "the column does not say on which day") }
      let parts = cell.split { ",;\n".contains($0) }.map { "\($0) \(hours)" }
      return Self.whole(ShiftList(parts.joined(separator: ";"), among: days))
    }
  }

  private static func whole(_ list: ShiftList) -> (shifts: [ShiftList.Shift], unclear: String?) {
    (list.shifts, list.unread.first.map(\.reason))
  }
}

/// What a cell of a form says about its column.
enum Tick: Equatable {
  case yes, no, other

  /// - Parameter title: That of the column, which some forms write into the cell as a tick.
  init(_ cell: String, of title: String) {
    let word = FoldedName(cell).text
    if cell.allSatisfy({ $0.isWhitespace || Self.crosses.contains($0) }) {
      self = .no
    } else if cell.contains(where: Self.ticks.contains) || Self.yeses.contains(word) || word == FoldedName(title).text
      || word == FoldedName(ShiftTitle.option(of: title)).text
    {
      self = .yes
    } else {
      self = Self.noes.contains(word) || BlankWords.contain(cell) ? .no : .other
    }
  }

  private static let ticks: Set<Character> = ["✓", "✔", "✔️", "☑", "☑️", "✅", "🗸", "●", "•"]
  private static let crosses: Set<Character> = ["✗", "✘", "❌", "☐", "-", "–", "—"]
  private static let yeses: Set = [
    "x", "yes", "y", "true", "1", "ok", "okay", "available", "i am available", "i can", "checked", "selected", "free",
    "oui", "o", "vrai", "disponible", "je suis disponible", "libre", "coche", "si", "s", "verdadero",
    "estoy disponible",
    "puedo",
  ]
  private static let noes: Set = [
    "no", "n", "false", "0", "unavailable", "not available", "i am not available", "busy", "unchecked", "non", "faux",
    "indisponible", "pas disponible", "non disponible", "occupe", "falso", "no disponible", "ocupado", "ocupada",
  ]
}
