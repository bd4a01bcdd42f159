import ArgumentParser
import Mentoring
import Vocabulary

/// What can be said of a mentor; what is not given stays as it is, and "" takes it away.
struct MentorFields: ParsableArguments {
  @Option(help: "The name. A new mentor needs one.") var name: String?
  @Option(help: ArgumentHelp("The e-mail address. Two mentors cannot have the same.", valueName: "address"))
  var email: String?
  @Option(
    help: ArgumentHelp("The subjects that teams can ask about, such as maps,statistics.", valueName: "words"))
  var expertise: TypedWords?
  @Option(help: ArgumentHelp("The languages, the preferred one first, such as en,fr.", valueName: "codes"))
  var languages: TypedLanguages?
  @Option(help: ArgumentHelp("The mentor's time zone. Without it: the event's zone.", valueName: "zone"))
  var tz: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The minutes of one session. Without it: 30.", valueName: "minutes"))
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
