import ArgumentParser
import Participants
import Vocabulary

/// What can be said of a participant; what is not given stays as it is, and "" takes it away.
struct ParticipantFields: ParsableArguments {
  @Option(
    name: [.long, .customLong("display-name")],
    help: ArgumentHelp("The name that the person prefers. Without it: given and family name.", valueName: "name"))
  var name: String?
  @Option(help: ArgumentHelp("The given name.", valueName: "name")) var givenName: String?
  @Option(help: ArgumentHelp("The family name.", valueName: "name")) var familyName: String?
  @Option(help: ArgumentHelp("The e-mail address. Two participants cannot have the same.", valueName: "address"))
  var email: String?
  @Option(
    help: ArgumentHelp("The country of nationality: its name or its ISO 3166-1 code.", valueName: "country"))
  var country: TypedCountry?
  @Option(help: ArgumentHelp("The city where the person lives.", valueName: "text")) var city: String?
  @Option(help: ArgumentHelp("The school, employer or group.", valueName: "text")) var affiliation: String?
  @Option(help: ArgumentHelp("The languages, the preferred one first, such as en,fr.", valueName: "codes"))
  var languages: TypedLanguages?
  @Option(help: ArgumentHelp("The name to announce instead of the person's own.", valueName: "name"))
  var alias: String?
  @Option(help: ArgumentHelp("Whether the person agreed to be named in public.", valueName: "yes|no"))
  var consentPublic: YesOrNo?
  @Option(help: ArgumentHelp("The source of the registration, such as a ticket type.", valueName: "text"))
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
