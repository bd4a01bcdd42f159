import ArgumentParser
import Participants
import Vocabulary

/// What can be said of a participant; what is not given stays as it is, and "" takes it away.
struct ParticipantFields: ParsableArguments {
  @Option(
    name: [.long, .customLong("display-name")],
    help: ArgumentHelp("As the person wants to be called; otherwise the given and the family name.", valueName: "name"))
  var name: String?
  @Option(help: ArgumentHelp("The given name.", valueName: "name")) var givenName: String?
  @Option(help: ArgumentHelp("The family name.", valueName: "name")) var familyName: String?
  @Option(help: ArgumentHelp("The e-mail address, which one participant of the event has.", valueName: "address"))
  var email: String?
  @Option(
    help: ArgumentHelp("The country of nationality: its name, or its letters by ISO 3166-1.", valueName: "country"))
  var country: TypedCountry?
  @Option(help: ArgumentHelp("Where the person lives.", valueName: "text")) var city: String?
  @Option(help: ArgumentHelp("The school, employer or group.", valueName: "text")) var affiliation: String?
  @Option(help: ArgumentHelp("The languages by preference, such as en,fr.", valueName: "codes"))
  var languages: TypedLanguages?
  @Option(help: ArgumentHelp("The name on a stage, in place of the person's own.", valueName: "name"))
  var alias: String?
  @Option(help: ArgumentHelp("Whether the person agreed to be named in public.", valueName: "yes|no"))
  var consentPublic: YesOrNo?
  @Option(
    name: [.customLong("registration-source"), .customLong("came-by")],
    help: ArgumentHelp("How the person registered, such as a ticket's type.", valueName: "text"))
  var registrationSource: String?

  func apply(to person: inout Participant) throws {
    let isCalledByWholeName = person.displayName == person.wholeName
    person.givenName = givenName ?? person.givenName
    person.familyName = familyName ?? person.familyName
    if let name {
      person.displayName = name.isBlank ? person.wholeName : name
    } else if isCalledByWholeName {
      person.displayName = person.wholeName
    }
    if let email { person.email = try typedAddress(email) }
    if let country { person.country = try country.code() }
    if let city { person.city = city.nilWhenBlank }
    if let affiliation { person.affiliation = affiliation.nilWhenBlank }
    if let languages { person.languages = try languages.codes() }
    if let alias { person.alias = alias.nilWhenBlank }
    if let consentPublic { person.mayBeNamed = consentPublic == .yes }
    if let registrationSource { person.registrationSource = registrationSource.nilWhenBlank }
  }
}
