import Vocabulary

/// How one language says what an announcement has to say. Adding a language is writing one of these, and a letter.
///
/// The rules of each language stand in its own folder, written by hand: formatters of the system differ between machines.
protocol Wording: Sendable {
  // The press text.

  /// "DataJam 2021: first place goes to …"
  func title(event: String, year: Int, winners: [String]) -> String
  /// "Online, June 4, 2021"
  func dateline(mode: EventMode, day: CalendarDate) -> String
  func lead(_ lead: AnnouncementLead) -> String
  /// "1st place – Buyer Resist (Vancouver)."
  func rankHeading(_ rank: Int, isShared: Bool, team: String) -> String
  /// "Health track – Buyer Resist (Vancouver)."
  func otherAwardHeading(_ otherAward: OtherAwardName, team: String) -> String
  /// A team's name with its city behind it.
  func team(_ name: String, city: String?) -> String
  /// The words before the list of a team's prizes.
  func receives(team: String) -> String
  func moneyPrize(_ amount: Money?, label: String?) -> String
  /// An invitation that has no text of its own.
  func invitation(to target: String, when: FuzzyDate?) -> String
  /// A prize of which a team receives its share.
  func shared(_ prize: String, among teams: Int) -> String
  /// What ends an item of a list of prizes.
  func prizeEnding(isLast: Bool) -> String
  func quickFacts(_ lead: AnnouncementLead, languages: [Language]) -> LabelledLine
  /// The line for one role, such as "Partners: …".
  func organisations(role: OrganisationRole, names: [String]) -> LabelledLine
  func organisation(_ name: String, acronym: String?) -> String
  /// The line for editions that stand in one relation, such as "Next edition: …".
  func relatedEditions(_ relation: RelatedEdition.Relation, names: [String]) -> LabelledLine
  /// The name of another edition, with when it is held.
  func relatedEdition(_ name: String, when: FuzzyDate?) -> String
  func contact(_ contact: String) -> LabelledLine
  func correction(notedOn day: CalendarDate, _ text: String) -> LabelledLine
  /// What is said where a person's name was removed.
  var nameRemoved: RemovedNameWords { get }
  /// The words before the facts' hash.
  var factsLabel: String { get }
  /// How to compare a text with the file of facts, whose hash begins with these digits.
  func check(factsBeginWith digits: String) -> String
  /// The words before the address of a project.
  var projectLabel: String { get }

  /// "Impact: 7.5 of 10"
  func score(_ criterion: String, _ mean: String, of maximum: String) -> String

  // Before the hour.

  /// "EMBARGOED UNTIL June 4, 2021, 2:00 p.m. EDT"; without an hour nobody knows when it ends.
  func embargo(until hour: PublicHour?) -> String
  /// "June 4, 2021, 2:00 p.m. EDT"
  func moment(_ hour: PublicHour) -> String
  /// "June 4, 2021"
  func date(_ day: CalendarDate) -> String

  // The reveal, the card, the certificates.

  /// "1st place", or "1st place (tied)" where several teams share it.
  func rank(_ rank: Int, isShared: Bool) -> String
  /// "Health track", "Honourable mention".
  func otherAward(_ otherAward: OtherAwardName) -> String
  var reveal: RevealWords { get }
  func certificate(_ subject: CertificateSubject) -> CertificateWords
}

/// A label with the words behind it, such as "Partners: …".
struct LabelledLine: Equatable {
  let label: String
  let words: String
}

/// For what a prize is given that is not for a rank.
enum OtherAwardName: Equatable {
  case track(String)
  case specialAward
  case choice
}

/// What the opening of an announcement says.
struct AnnouncementLead {
  let event: String
  var purpose: String?
  let mode: EventMode
  let days: ClosedRange<CalendarDate>
  let announcedOn: CalendarDate
  let participants: Int
  let nationalities: Int

  /// How many days the event lasted, the first and the last included.
  var dayCount: Int { days.upperBound.daysSince1970 - days.lowerBound.daysSince1970 + 1 }
}

/// What the pages of a reveal say beside the winners.
struct RevealWords {
  /// What to press, on the first page.
  let instructions: String
  /// The name of the control that goes on.
  let next: String
  let previous: String
  /// The last page.
  let thanks: String
}

/// What a certificate attests.
struct CertificateSubject {
  let event: String
  let year: Int
  let days: ClosedRange<CalendarDate>
  let team: String
  /// Nil for the whole team.
  let person: String?
  /// Nil for taking part.
  let rank: Int?
  let isShared: Bool
}

struct CertificateWords {
  let title: String
  /// What is attested, behind the name of the person.
  let sentence: String
  /// The words before the code.
  let codeLabel: String
  /// How the code is verified.
  let verification: String
}

enum Wordings {
  static func wording(of language: Language) -> any Wording {
    switch language {
    case .english: EnglishWording()
    case .french: FrenchWording()
    case .spanish: SpanishWording()
    }
  }
}

extension Wording {
  /// What a team receives, in words.
  func prize(_ prize: AnnouncedPrize, in language: Language) -> String {
    let label = prize.label[language].map(singleLine)
    let words =
      if prize.kind == .money {
        moneyPrize(prize.amount, label: label)
      } else if let label {
        label
      } else if let target = prize.target {
        invitation(to: isolated(target), when: prize.targetWhen)
      } else {
        ""
      }
    return prize.shares > 1 ? shared(words, among: prize.shares) : words
  }
}

/// An event's name with the year of its edition, unless the name says it.
func edition(_ event: String, _ year: Int) -> String {
  event.split { !$0.isNumber }.contains { $0 == String(year) } ? event : "\(event) \(year)"
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

/// Two digits of a clock.
func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

/// What a text says where the name of an erased person was removed.
struct RemovedNameWords {
  /// In the place of the name.
  let mark: String
  /// The dated note.
  let note: String
}
