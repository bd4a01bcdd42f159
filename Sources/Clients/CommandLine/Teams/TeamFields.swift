import ArgumentParser
import Lookup
import Teams
import Vocabulary

/// What can be said of a team; what is not given stays as it is, and "" takes it away.
struct TeamFields: ParsableArguments {
  @Option(help: "The team's name. A new team needs one.") var name: String?
  @OptionGroup var city: LocalisedOptions<CityField>
  @Option(help: ArgumentHelp("The country: its name or its ISO 3166-1 code.", valueName: "country"))
  var country: TypedCountry?
  @Option(help: ArgumentHelp("The school, employer or group.", valueName: "text"))
  var affiliation: String?
  @Option(help: ArgumentHelp("The key of the team's track.", valueName: "key"), completion: .keys(.track)) var track:
    String?
  @Option(help: ArgumentHelp("The team's table or stand, such as 4.", valueName: "text")) var table: String?
  @Option(help: ArgumentHelp("The room where the table is.", valueName: "text")) var room: String?
  @OptionGroup var about: LocalisedOptions<AboutField>

  func apply(to team: inout Team) throws {
    team.name = name ?? team.name
    team.city = city.replacing(in: team.city)
    team.about = about.replacing(in: team.about)
    if let country { team.country = try country.code() }
    if let affiliation { team.affiliation = affiliation.nilWhenBlank }
    if let table { team.place.table = table.nilWhenBlank }
    if let room { team.place.room = room.nilWhenBlank }
    if let track { team.track = track.nilWhenBlank }
  }
}
