public import Vocabulary

/// A schedule of somebody's file in our terms: JSON or XML as pretalx and frab write them, or iCalendar.
public struct ConferenceSchedule: Equatable, Sendable {
  public enum Form: String, Sendable {
    case json = "JSON"
    case xml = "XML"
    case calendar = "iCalendar"
  }

  public let form: Form
  /// The IANA name of the schedule's zone, where the file has one.
  public internal(set) var timeZone: String?
  /// How many people fit into a room, by its name.
  public internal(set) var capacities: [String: Int] = [:]
  /// In the order of the file.
  public internal(set) var talks: [Talk] = []
  /// The talks that cannot be taken.
  public internal(set) var faults: [Fault] = []
  /// What was taken in another way than it was written, or left out.
  public internal(set) var remarks: [Remark] = []
  /// How many entries were left out.
  public internal(set) var skipped = 0

  /// The most entries that a schedule may have, and the most bytes.
  public static let most = 20_000
  public static let mostBytes = 32 << 20

  init(_ form: Form) { self.form = form }

  public struct Remark: Equatable, Sendable {
    /// The talk's position in the file, counted from 1.
    public let talk: Int
    public let message: String
  }

  public struct Fault: Equatable, Sendable {
    /// The talk's position in the file, counted from 1.
    public let talk: Int
    public let error: ScheduleError
  }

  /// Adds the talk that a reader makes, or why it cannot be made.
  mutating func take(_ number: Int, _ make: () throws(ScheduleError) -> Talk) {
    do {
      talks.append(try make())
    } catch {
      faults.append(Fault(talk: number, error: error))
    }
  }

  /// When a talk starts or ends.
  public enum Time: Equatable, Sendable {
    /// An instant, as the clocks of some place show it.
    case moment(Moment)
    /// What the clocks of the talk's zone show.
    case local(LocalTime)
  }

  public enum End: Equatable, Sendable {
    case time(Time)
    /// So many minutes behind the start.
    case after(minutes: Int)
  }

  public struct Talk: Equatable, Sendable {
    /// Its position in the file, counted from 1.
    public let number: Int
    public let code: String
    public var title = ""
    public var abstract = ""
    public var kind: PublishedSession.Kind?
    public let start: Time
    public let end: End
    /// The IANA name of its own zone.
    public var timeZone: String?
    public var room: String?
    /// The languages that are spoken, as they are written.
    public var spoken = ""
    /// The language of the texts, where the file says it.
    public var textLanguage: Language?
    /// Where one joins.
    public var url: String?
    public var registerURL: String?
    /// Nil where the file does not say who speaks.
    public var persons: [Person]?
    public var isCancelled = false
    /// Whether an export of ours made it.
    public var isOwn = false

    init(number: Int, code: String, start: Time, end: End) {
      self.number = number
      self.code = code
      self.start = start
      self.end = end
    }
  }

  public struct Person: Equatable, Sendable {
    /// Nil for somebody who is not named.
    public let name: String?
    /// What somebody is, and where.
    public let affiliation: String

    /// "Ann, Chair, ICPC".
    public var text: String { [name ?? "", affiliation].filter { !$0.isEmpty }.joined(separator: ", ") }

    public init(name: String?, affiliation: String) {
      self.name = name
      self.affiliation = affiliation
    }
  }
}

extension ConferenceSchedule.Talk {
  /// The minutes of "00:45", or with days before it "1:00:45"; nil for what is no length.
  static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), !parts.contains(where: { !(0...9999).contains($0 ?? -1) }) else { return nil }
    let numbers = parts.compactMap(\.self)
    let days = numbers.count == 3 ? numbers[0] : 0
    let minutes = days * 1440 + numbers[numbers.count - 2] * 60 + numbers[numbers.count - 1]
    return minutes > 0 ? minutes : nil
  }

  /// Takes a written day and time, with its distance from UTC or without.
  static func time(_ text: String) -> ConferenceSchedule.Time? {
    Moment(text).map { .moment($0) } ?? LocalTime(String(text.prefix(16))).map { .local($0) }
  }
}
