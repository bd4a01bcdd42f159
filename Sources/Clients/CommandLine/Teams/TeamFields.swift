import ArgumentParser
import Teams
import Vocabulary

/// What can be said of a team; what is not given stays as it is, and "" takes it away.
struct TeamFields: ParsableArguments {
  @Option(help: "The name as the team writes it; needed for a new one.") var name: String?
  @OptionGroup var city: LocalisedOptions<CityField>
  @Option(help: ArgumentHelp("The country: its name, or its letters by ISO 3166-1.", valueName: "country"))
  var country: TypedCountry?
  @Option(help: ArgumentHelp("The school, employer or group, as the team writes it.", valueName: "text"))
  var affiliation: String?
  @Option(help: ArgumentHelp("The key of the track in which it competes.", valueName: "key")) var track: String?
  @OptionGroup var about: LocalisedOptions<AboutField>

  func apply(to team: inout Team) throws {
    team.name = name ?? team.name
    team.city = city.replacing(in: team.city)
    team.about = about.replacing(in: team.about)
    if let country { team.country = try country.code() }
    if let affiliation { team.affiliation = affiliation.nilWhenBlank }
    if let track { team.track = track.nilWhenBlank }
  }
}
