public import Vocabulary

/// One line of somebody's agenda.
public struct AgendaEntry: Equatable, Sendable {
  public enum What: Equatable, Sendable {
    case mentorSession(MentorSession)
    /// A session of the programme, by its key.
    case programme(key: String, title: LocalizedText)
  }

  public let what: What
  public let slot: TimeSlot
  public let room: String?
}

/// An agenda and the zone whose clocks it shows.
public struct PersonalAgenda: Equatable, Sendable {
  public let zone: String
  public let entries: [AgendaEntry]
}
