public import CanonicalJSON
public import Postgres
public import Vocabulary

extension TeamsService {
  /// Takes away the invitations of people; their memberships stay, because teams are counted by them.
  public func forgetInvitations(of numbers: [Int64], _ event: EventID, in unit: UnitOfWork) throws {
    _ = try TeamPeopleStore().deleteInvitations(of: numbers, event, in: unit)
  }

  /// How many invitations people have.
  public func invitations(of numbers: [Int64], _ event: EventID, in snapshot: Snapshot) throws -> Int {
    try TeamPeopleStore().invitations(of: numbers, event, in: snapshot)
  }

  /// The teams that a person is in, and those that one was invited to.
  public func record(of number: Int64, _ event: EventID, in snapshot: Snapshot) throws -> [JSON.Member] {
    let store = TeamPeopleStore()
    return [
      JSON.Member("memberships", try JSON(parsing: store.memberships(of: number, event, in: snapshot))),
      JSON.Member("invitations", try JSON(parsing: store.invitations(of: number, event, in: snapshot))),
    ]
  }
}
