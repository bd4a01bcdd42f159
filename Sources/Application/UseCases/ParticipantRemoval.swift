public import Participants
public import Postgres
public import Teams
public import Vocabulary

/// Removes a participant who was added by mistake, with their place in a team.
public struct ParticipantRemoval: Sendable {
  private let participants: ParticipantsService
  private let teams: TeamsService

  public init(participants: ParticipantsService, teams: TeamsService) {
    self.participants = participants
    self.teams = teams
  }

  /// - Throws: `ParticipantError` when something else refers to the participant.
  public func remove(_ key: String, of event: EventID, in unit: UnitOfWork) throws {
    let number = try participants.numberToRemove(key, of: event, in: unit)
    try teams.forget(participant: number, of: event, in: unit)
    try participants.remove(key, of: event, in: unit)
  }
}
