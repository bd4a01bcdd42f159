/// An organisation with all its roles and the other names by which it is known.
public struct OrganisationDetails: Equatable, Sendable {
  public let organisation: Organisation
  public let standings: [Organisation.Standing]
  /// As they were written, such as the names of an organisation that was merged into it.
  public let otherNames: [String]

  public init(organisation: Organisation, standings: [Organisation.Standing], otherNames: [String]) {
    self.organisation = organisation
    self.standings = standings
    self.otherNames = otherNames
  }
}
