/// What an organisation is to an event.
public enum OrganisationRole: String, CaseIterable, Sendable {
  case funder
  case partner
  case coOrganiser = "co-organiser"
  case sponsor
  case prizeGiver = "prize-giver"
  case affiliation
}
