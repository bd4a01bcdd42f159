import Vocabulary

/// A team as it is kept, with its number.
struct StoredTeam: Equatable {
  let id: TeamID
  let team: Team
  let status: TeamStatus
  let reason: String?
  var key: String { team.key.text }
}
