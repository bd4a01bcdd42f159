import Competition

/// How one language says what an announcement has to say. Adding a language is writing one of these.
///
/// The rules of each language stand in its own file, written by hand: formatters of the system differ between machines.
protocol Wording: Sendable {
  /// "DataJam 2021: first place goes to …"
  func title(event: String, year: Int, winners: [String]) -> String
  /// "Online, June 4, 2021"
  func dateline(mode: String, day: CalendarDate) -> String
  func lead(_ lead: AnnouncementLead) -> String
  /// "1st place – Buyer Resist (Vancouver)."
  func placeHeading(place: Int, isShared: Bool, team: String) -> String
  /// A team's name with its city behind it.
  func team(_ name: String, city: String?) -> String
  /// What stands before the list of a team's prizes.
  func receives(team: String) -> String
  func moneyPrize(_ amount: Money?, label: String?) -> String
  /// What ends an item of a list of prizes.
  func prizeEnding(isLast: Bool) -> String
  func quickFacts(_ lead: AnnouncementLead, languages: [Language]) -> (label: String, facts: [String])
  /// The line for one role, such as "Partners: …".
  func organisations(role: String, names: [String]) -> (label: String, names: String)
  func organisation(_ name: String, acronym: String?) -> String
  /// The words before the facts' hash.
  var factsLabel: String { get }
}

/// What the opening of an announcement says.
struct AnnouncementLead {
  let event: String
  let purpose: String?
  let mode: String
  let days: ClosedRange<CalendarDate>
  let announcedOn: CalendarDate
  let participants: Int
  let nationalities: Int

  /// How many days the event lasted, the first and the last included.
  var dayCount: Int { days.upperBound.daysSince1970 - days.lowerBound.daysSince1970 + 1 }
}

enum Wordings {
  static let languages = Language.allCases.filter { wording(of: $0) != nil }

  static func wording(of language: Language) -> (any Wording)? {
    switch language {
    case .english: EnglishWording()
    case .french: FrenchWording()
    case .spanish: nil
    }
  }
}

/// The digits of a number in groups of three from the right.
func grouped(_ digits: String, by separator: String) -> String {
  var groups: [Substring] = []
  var rest = Substring(digits)
  while rest.count > 3 {
    groups.insert(rest.suffix(3), at: 0)
    rest = rest.dropLast(3)
  }
  return ([rest] + groups).joined(separator: separator)
}

/// A list in words, such as "A, B and C".
func listed(_ names: [String], and conjunction: String) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " " + conjunction + " " + last
}
