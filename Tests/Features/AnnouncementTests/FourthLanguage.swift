import Testing
import Vocabulary

@testable import Announcement

/// A table of a language that datajam does not have (Latin): adding one takes this, and a letter.
struct LatinWording: Wording {
  let factsLabel = "Facta:"
  let projectLabel = "Opus:"
  let reveal = RevealWords(instructions: "Preme.", next: "Porro", previous: "Retro", thanks: "Gratias.")

  func check(factsBeginWith digits: String) -> String { "Compara: \(digits)." }
  func title(event: String, year: Int, winners: [String]) -> String {
    "\(event) \(year): vicit \(listed(winners, and: "et"))"
  }
  func dateline(mode: EventMode, day: CalendarDate) -> String { date(day) }
  func lead(_ lead: AnnouncementLead) -> String { "\(lead.participants) homines convenerunt." }
  func rankHeading(_ rank: Int, isShared: Bool, team: String) -> String {
    "\(self.rank(rank, isShared: isShared)): \(team)."
  }
  func otherAwardHeading(_ otherAward: OtherAwardName, team: String) -> String {
    "\(self.otherAward(otherAward)): \(team)."
  }
  func team(_ name: String, city: String?) -> String { city.map { "\(name) (\($0))" } ?? name }
  func receives(team: String) -> String { "\(team) accipit:" }
  func moneyPrize(_ amount: Money?, label: String?) -> String { label ?? "pecuniam" }
  func invitation(to target: String, when: FuzzyDate?) -> String { "invitationem ad \(target)" }
  func shared(_ prize: String, among teams: Int) -> String { "\(prize) (cum aliis)" }
  func prizeEnding(isLast: Bool) -> String { "" }
  func quickFacts(_ lead: AnnouncementLead, languages: [Language]) -> LabelledLine {
    LabelledLine(label: "Breviter:", words: "\(lead.dayCount) dies")
  }
  func organisations(role: OrganisationRole, names: [String]) -> LabelledLine {
    LabelledLine(label: "Socii:", words: listed(names, and: "et"))
  }
  func organisation(_ name: String, acronym: String?) -> String { name }
  func relatedEditions(_ relation: RelatedEdition.Relation, names: [String]) -> LabelledLine {
    LabelledLine(label: relation == .followUp ? "Editio proxima:" : "Editio altera:", words: listed(names, and: "et"))
  }
  func relatedEdition(_ name: String, when: FuzzyDate?) -> String { name + (when.map { " (\($0.year))" } ?? "") }
  func contact(_ contact: String) -> LabelledLine { LabelledLine(label: "Scribe:", words: contact) }
  var nameRemoved: RemovedNameWords { RemovedNameWords(mark: "[Name entfernt]", note: "Ein Name wurde entfernt.") }
  func correction(notedOn day: CalendarDate, _ text: String) -> LabelledLine {
    LabelledLine(label: "Correctum:", words: text)
  }
  func score(_ criterion: String, _ mean: String, of maximum: String) -> String { "\(criterion) \(mean)" }
  func embargo(until hour: PublicHour?) -> String { "NONDUM" }
  func moment(_ hour: PublicHour) -> String { date(hour.local.day) }
  func date(_ day: CalendarDate) -> String { "\(day.day). \(day.month). \(day.year)" }
  func rank(_ rank: Int, isShared: Bool) -> String { "Locus \(rank)" }
  func otherAward(_ otherAward: OtherAwardName) -> String { "Laus" }
  func certificate(_ subject: CertificateSubject) -> CertificateWords {
    CertificateWords(title: "Testimonium", sentence: "adfuit.", codeLabel: "Signum:", verification: "Roga.")
  }
}

@Suite struct FourthLanguageTests {
  @Test func aFurtherTableGivesEveryForm() throws {
    let source = AnnouncementSource(
      facts: try Sample.richFacts(), language: .english, wording: LatinWording(), publication: nil,
      templates: try AnnouncementTemplates())
    for form in AnnouncementForm.allCases where form != .json {
      for file in try source.files(as: form) {
        #expect(file.text.contains("Locus 3") || form == .jsonld || file.name.contains("280"), "\(file.name)")
        #expect(!file.text.contains("place"), "\(file.name)")
        #expect(form == .awards || file.text.contains("NONDUM · EMBARGOED"), "\(file.name)")
      }
    }
  }
}
