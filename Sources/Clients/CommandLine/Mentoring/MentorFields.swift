import ArgumentParser
import Mentoring
import Vocabulary

/// What can be said of a mentor; what is not given stays as it is, and "" takes it away.
struct MentorFields: ParsableArguments {
  @Option(help: "The name; needed for a new one.") var name: String?
  @Option(help: ArgumentHelp("The e-mail address, which one mentor of the event has.", valueName: "address"))
  var email: String?
  @Option(
    help: ArgumentHelp("What teams can ask about, with commas between, such as maps,statistics.", valueName: "words"))
  var expertise: TypedWords?
  @Option(help: ArgumentHelp("The languages by preference, such as en,fr.", valueName: "codes"))
  var languages: TypedLanguages?
  @Option(help: ArgumentHelp("The zone in which the mentor lives; the event's unless given.", valueName: "zone"))
  var tz: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("How long one slot is; 30 minutes unless given.", valueName: "minutes"))
  var slot: Int?

  func apply(to mentor: inout Mentor) throws {
    mentor.name = name ?? mentor.name
    if let email { mentor.email = try typedAddress(email) }
    if let expertise { mentor.expertise = expertise.words.filter { !$0.isEmpty } }
    if let languages { mentor.languages = try languages.codes() }
    mentor.timeZone = tz ?? mentor.timeZone
    mentor.slotMinutes = slot ?? mentor.slotMinutes
  }
}
