import ArgumentParser
import Judging
import Vocabulary

/// What can be said of a judge; what is not given stays as it is, and "" takes it away.
struct JudgeFields: ParsableArguments {
  @Option(help: "The name; needed for a new one.") var name: String?
  @Option(help: ArgumentHelp("The organisation, by any of its names.", valueName: "text")) var affiliation: String?
  @Option(help: ArgumentHelp("The e-mail address, which one judge of the event has.", valueName: "address"))
  var email: String?
  @Option(help: ArgumentHelp("The languages by preference, such as en,fr.", valueName: "codes"))
  var languages: TypedLanguages?
  @Option(help: ArgumentHelp("What the judge knows about, such as maps,statistics.", valueName: "words"))
  var expertise: TypedWords?

  func apply(to judge: inout Judge) throws {
    judge.name = name ?? judge.name
    if let affiliation { judge.affiliation = affiliation.nilWhenBlank }
    if let email { judge.email = try typedAddress(email) }
    if let languages { judge.languages = try languages.codes() }
    if let expertise { judge.expertise = expertise.words.filter { !$0.isEmpty } }
  }
}
