import ArgumentParser
import Judging
import Vocabulary

/// What can be said of a judge; what is not given stays as it is, and "" takes it away.
struct JudgeFields: ParsableArguments {
  @Option(help: "The name. A new judge needs one.") var name: String?
  @Option(help: ArgumentHelp("The organisation, by any of its names.", valueName: "text")) var affiliation: String?
  @Option(help: ArgumentHelp("The e-mail address. Two judges cannot have the same.", valueName: "address"))
  var email: String?
  @Option(help: ArgumentHelp("The languages, the preferred one first, such as en,fr.", valueName: "codes"))
  var languages: TypedLanguages?
  @Option(help: ArgumentHelp("The subjects that the judge knows, such as maps,statistics.", valueName: "words"))
  var expertise: TypedWords?

  func apply(to judge: inout Judge) throws {
    judge.name = name ?? judge.name
    if let affiliation { judge.affiliation = affiliation.nilWhenBlank }
    if let email { judge.email = try typedAddress(email) }
    if let languages { judge.languages = try languages.codes() }
    if let expertise { judge.expertise = expertise.words.filter { !$0.isEmpty } }
  }
}
